package io.github.streamingimage.benchmark;

import io.github.streamingimage.benchmark.Section.Goal;
import io.github.streamingimage.emulator.service.RateLimit;
import io.github.streamingimage.simulation.Scenario;
import io.github.streamingimage.simulation.Scenario.Operation;
import io.github.streamingimage.simulation.Usage;
import io.github.streamingimage.simulation.WaitingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is done with a full stack under rate limits beside deleting it: it is created, it is updated, its logical ids are renamed. */
record OtherOperations(List<ScaleTrial> trials) {

    /** What CloudFormation's Query API takes while logical ids are renamed. */
    static final RateLimit STACK_LIMIT = new RateLimit(20, 20);

    /** By when the clean-up after a rename has its last response: half of what CloudFormation waits. */
    static final Duration LONGEST_CLEAN_UP = Duration.ofMinutes(30);

    private static final int FULL_STACK = Scenario.IMAGES_PER_STACK;

    static OtherOperations measure(int seeds) {
        List<ScaleTrial> trials = new ArrayList<>();
        for (WaitingMode waiting : WaitingMode.values()) {
            trials.add(ScaleTrial.run(Operation.CREATE, FULL_STACK, waiting, seeds));
            trials.add(ScaleTrial.run(Operation.UPDATE, FULL_STACK, waiting, seeds));
            trials.add(renamed(waiting, seeds));
        }
        return new OtherOperations(trials);
    }

    static ScaleTrial renamed(WaitingMode waiting, int seeds) {
        return ScaleTrial.run(Operation.RENAME, FULL_STACK, Duration.ZERO, Optional.of(STACK_LIMIT), waiting, seeds);
    }

    List<Goal> goals() {
        return trials.stream().map(OtherOperations::goal).toList();
    }

    private static Goal goal(ScaleTrial trial) {
        boolean renamed = trial.operation() == Operation.RENAME;
        return new Goal(
                String.format(
                        Locale.ROOT,
                        "%d images %s at once, %s: %s",
                        trial.images(),
                        done(trial),
                        trial.waiting().text(),
                        renamed
                                ? "none deleted, all responses within " + LONGEST_CLEAN_UP.toMinutes() + " min"
                                : String.format(
                                        Locale.ROOT, "all SUCCESS, in at most %.2f times the floor", ScaleTrial.MOST)),
                String.format(
                        Locale.ROOT,
                        renamed ? "%.0f s at worst, %d FAILED" : "%.2f at worst, %d FAILED",
                        renamed ? trial.totals().worst() : trial.ratio().worst(),
                        trial.failed()),
                renamed
                        ? trial.failed() == 0 && trial.totals().worst() <= LONGEST_CLEAN_UP.toSeconds()
                        : trial.meetsTheGoal());
    }

    String markdown() {
        Table table = new Table(
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
        return """

                ### Created, updated and renamed

                The same with 500 images in one stack that are created at once; updated at once, each by a property that leaves the image as it
                is; and renamed at once, each to another logical id. A Create or an Update takes one call that is answered, so none ends sooner than
                (n - burst) / rate. After a rename, what counts are the 500 Deletes of the clean-up, which find out that the
                stack still declares their images, and leave them: ListStackResources tells of 1,000 resources in pages of 100, and CloudFormation takes
                20 calls a second for all of them together. Images of Nimble Studio.

                """ + table;
    }

    private static String done(ScaleTrial trial) {
        return switch (trial.operation()) {
            case CREATE -> "created";
            case UPDATE -> "updated";
            case RENAME -> "renamed";
            case DELETE -> "deleted";
        };
    }
}
