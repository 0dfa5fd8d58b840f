package io.github.streamingimage.benchmark;

import io.github.streamingimage.benchmark.Section.Goal;
import io.github.streamingimage.emulator.service.RateLimit;
import io.github.streamingimage.simulation.Scenario;
import io.github.streamingimage.simulation.Scenario.Operation;
import io.github.streamingimage.simulation.ServiceKind;
import io.github.streamingimage.simulation.Usage;
import io.github.streamingimage.simulation.WaitingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is done with a full stack of each service under rate limits beside deleting it: it is created, it is updated, its logical ids
 * are renamed; and all of its life at once.
 *
 * @param trials of one operation each
 * @param lives of one life each, and in it one for each operation
 */
record OtherOperations(List<ScaleTrial> trials, List<ScaleTrial> lives) {

    /** What CloudFormation's Query API takes while logical ids are renamed. */
    static final RateLimit STACK_LIMIT = new RateLimit(20, 20);

    /** By when the clean-up after a rename has its last response: half of what CloudFormation waits. */
    static final Duration LONGEST_CLEAN_UP = Duration.ofMinutes(30);

    private static final Duration DELETION = Duration.ofMinutes(1);
    private static final int FULL_STACK = Scenario.IMAGES_PER_STACK;

    static OtherOperations measure(int seeds) {
        List<ScaleTrial> trials = new ArrayList<>();
        List<ScaleTrial> lives = new ArrayList<>();
        for (ServiceKind service : ServiceKind.values()) {
            for (WaitingMode waiting : WaitingMode.values()) {
                trials.add(ScaleTrial.run(service, Operation.CREATE, FULL_STACK, waiting, seeds));
                trials.add(ScaleTrial.run(service, Operation.UPDATE, FULL_STACK, waiting, seeds));
                trials.add(renamed(service, FULL_STACK, waiting, seeds));
                lives.addAll(life(service, FULL_STACK, waiting));
            }
        }
        return new OtherOperations(trials, lives);
    }

    static ScaleTrial renamed(ServiceKind service, int images, WaitingMode waiting, int seeds) {
        return ScaleTrial.run(
                        service, Operation.RENAME, images, Duration.ZERO, Optional.of(STACK_LIMIT), waiting, seeds)
                .get(0);
    }

    /** One stack that is created, then updated, then deleted, of one seed. */
    static List<ScaleTrial> life(ServiceKind service, int images, WaitingMode waiting) {
        return ScaleTrial.run(service, Operation.LIFE, images, DELETION, Optional.empty(), waiting, 1);
    }

    List<Goal> goals() {
        return Stream.concat(
                        trials.stream().map(trial -> goal(trial, "at once")),
                        lives.stream().map(trial -> goal(trial, "in one life")))
                .toList();
    }

    private static Goal goal(ScaleTrial trial, String how) {
        String what = String.format(
                "%d images of %s %s %s, %s: ",
                trial.images(),
                trial.service().text(),
                done(trial),
                how,
                trial.waiting().text());
        String failed = ", " + trial.failed() + " FAILED";
        String ratio = Samples.figure(trial.ratio().worst());
        if (trial.operation() == Operation.RENAME) {
            return new Goal(
                    what + "none deleted, all responses within " + LONGEST_CLEAN_UP.toMinutes() + " min",
                    Samples.figure(trial.totals().worst()) + " s at worst" + failed,
                    trial.failed() == 0 && trial.totals().worst() <= LONGEST_CLEAN_UP.toSeconds());
        }
        if (trial.operation() == Operation.DELETE && trial.service() == ServiceKind.APPSTREAM) {
            return new Goal(what + "all SUCCESS", ratio + " times the floor" + failed, trial.failed() == 0);
        }
        return new Goal(
                what + "all SUCCESS, in at most " + ScaleTrial.MOST + " times the floor",
                ratio + " at worst" + failed,
                trial.meetsTheGoal());
    }

    String markdown() {
        return """

                ### Created, updated and renamed, and a whole life

                The same with 500 images in one stack that are created at once; updated at once, each by a property that leaves the image as it
                is; and renamed at once, each to another logical id. A Create or an Update takes one call that is answered, so none ends sooner than
                (n - burst) / rate. After a rename, what counts are the 500 Deletes of the clean-up, which find out that the
                stack still declares their images, and leave them: ListStackResources tells of 1,000 resources in pages of 100, and CloudFormation takes
                20 calls a second for all of them together.

                """ + table(trials) + """

                One stack that is created, five minutes later updated, and five minutes later deleted, under the same limit from the beginning;
                each deletion takes a minute. One seed. A deletion of AppStream's takes a look right before it, so two calls in a row have to get through: how
                long that may take is no goal of its own, since quotas of images are far below 500.

                """ + table(lives);
    }

    private static Table table(List<ScaleTrial> trials) {
        Table table = new Table(
                "service",
                "images are",
                "waits",
                "floor (s)",
                "total, median (s)",
                "total, worst (s)",
                "FAILED",
                "answered calls per image",
                "throttled calls per image",
                "of CloudFormation",
                "throttled",
                "transitions per image");
        for (ScaleTrial trial : trials) {
            table.row(
                    trial.service().text(),
                    done(trial),
                    trial.waiting().text(),
                    trial.operation() == Operation.RENAME ? "–" : Samples.figure(trial.floor()),
                    Samples.figure(trial.totals().median()),
                    Samples.figure(trial.totals().worst()),
                    trial.failed(),
                    Samples.figure(trial.perImage(Usage::calls)),
                    Samples.figure(trial.perImage(Usage::throttled)),
                    Samples.figure(trial.perImage(Usage::stackCalls)),
                    Samples.figure(trial.perImage(Usage::stackThrottled)),
                    Samples.figure(trial.perImage(Usage::transitions)));
        }
        return table;
    }

    private static String done(ScaleTrial trial) {
        return switch (trial.operation()) {
            case CREATE -> "created";
            case UPDATE -> "updated";
            case RENAME -> "renamed";
            case DELETE -> "deleted";
            case LIFE -> throw new IllegalArgumentException("a life is several operations");
        };
    }
}
