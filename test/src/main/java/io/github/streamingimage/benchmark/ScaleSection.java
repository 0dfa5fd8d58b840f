package io.github.streamingimage.benchmark;

import io.github.streamingimage.simulation.Scenario;
import io.github.streamingimage.simulation.Scenario.Operation;
import io.github.streamingimage.simulation.ScenarioResult;
import io.github.streamingimage.simulation.Usage;
import io.github.streamingimage.simulation.WaitingMode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Whole stacks deleted, created, updated or renamed at once while the service takes 10 requests a second, on the virtual clock. */
final class ScaleSection implements Section {

    static final List<Duration> DELETIONS =
            List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5));
    private static final int FULL_STACK = Scenario.IMAGES_PER_STACK;
    private static final int NESTED_STACKS = 2500;
    private static final int SEEDS = 5;

    @Override
    public String title() {
        return "Scale";
    }

    @Override
    public Outcome run(Path directory) throws IOException {
        List<ScaleTrial> trials = new ArrayList<>();
        for (WaitingMode waiting : WaitingMode.values()) {
            DELETIONS.forEach(deletion -> trials.add(ScaleTrial.deletions(FULL_STACK, deletion, waiting, SEEDS)));
        }
        plot(trials).write(directory.resolve("performance-scale.svg"));
        for (WaitingMode waiting : WaitingMode.values()) {
            DELETIONS.forEach(deletion -> trials.add(ScaleTrial.deletions(NESTED_STACKS, deletion, waiting, 1)));
        }
        OtherOperations others = OtherOperations.measure(SEEDS);
        List<Goal> goals = new ArrayList<>(goals(trials));
        goals.addAll(others.goals());
        return new Outcome(goals, markdown(trials) + others.markdown());
    }

    private static List<Goal> goals(List<ScaleTrial> trials) {
        List<Goal> goals = new ArrayList<>();
        for (int images : List.of(FULL_STACK, NESTED_STACKS)) {
            for (WaitingMode waiting : WaitingMode.values()) {
                List<ScaleTrial> those = trials.stream()
                        .filter(trial -> trial.images() == images && trial.waiting() == waiting)
                        .toList();
                double worst = those.stream()
                        .mapToDouble(trial -> trial.ratio().worst())
                        .max()
                        .orElseThrow();
                int undeleted =
                        those.stream().mapToInt(ScaleTrial::failed).max().orElseThrow();
                goals.add(new Goal(
                        String.format(
                                "%,d images deleted at once, %s: all deleted, in at most %.2f times the floor",
                                images, waiting.text(), ScaleTrial.MOST),
                        String.format(Locale.ROOT, "%.2f at worst, %d not deleted", worst, undeleted),
                        those.stream().allMatch(ScaleTrial::meetsTheGoal)));
            }
        }
        return goals;
    }

    private static String markdown(List<ScaleTrial> trials) {
        Table table = new Table(
                "images",
                "waits",
                "a deletion takes (s)",
                "floor (s)",
                "total, median (s)",
                "ratio, median",
                "ratio, worst",
                "not deleted",
                "answered calls per image",
                "throttled calls per image",
                "transitions per image");
        for (ScaleTrial trial : trials) {
            double floor = trial.floor();
            table.row(
                    trial.images(),
                    trial.waiting().text(),
                    trial.deletion().toSeconds(),
                    Samples.figure(floor),
                    Samples.figure(floor * trial.ratio().median()),
                    Samples.figure(trial.ratio().median()),
                    Samples.figure(trial.ratio().worst()),
                    trial.failed(),
                    Samples.figure(trial.perImage(Usage::calls)),
                    Samples.figure(trial.perImage(Usage::throttled)),
                    Samples.figure(trial.perImage(Usage::transitions)));
        }
        return """
                Images of Nimble Studio; all Deletes are issued at the same moment. The service takes 10 requests a second with a burst of 20, and refuses the rest,
                which uses up nothing. Calls take 30 to 70 ms, starts of invocations 5 to 50 ms, the transitions between two looks of the state machine 30 to 150 ms.
                500 images are one stack (CloudFormation's limit), %d seeds; 2,500 are five nested stacks of one parent, one seed.

                **The floor.** Each image takes three calls that are answered: the look that finds it READY, DeleteStreamingImage, and the look that
                finds it gone. So n images end no sooner than (3n - burst) / rate, and no sooner than (2n - burst) / rate plus the
                time of one deletion.

                ![Images answered over time, 500 images](performance-scale.svg)

                %s
                How it is done is said in `CrowdedSchedule`: what a request cannot go on without it tries about every second, and a throttled
                DeleteStreamingImage is repeated without another look; an image that is only waited for is looked at rarely, after a
                part of the time for which the throttling has lasted. The price is throttled calls, and with the state machine their transitions.

                **2,500 images inline** end with the invocation, after 15 minutes less the margin: what is not deleted by then is answered
                with FAILED. 2,500 invocations at the same time are also more than the 1,000 that an account may have by default. Waiting inline is for small stacks.
                """.formatted(SEEDS, table);
    }

    private static Plot plot(List<ScaleTrial> trials) {
        return new Plot(DELETIONS.stream()
                .map(deletion -> new Plot.Panel(
                        "500 images, deletions of " + deletion.toSeconds() + " s",
                        Plot.Axis.linear("time since the stack's deletion began (seconds)"),
                        Plot.Axis.linear("images answered"),
                        trials.stream()
                                .filter(trial -> trial.deletion().equals(deletion))
                                .map(trial -> new Plot.Series(
                                        trial.waiting().text(),
                                        done(trial.runs().get(0))))
                                .toList(),
                        List.of(
                                new Plot.Mark("floor", floor(deletion)),
                                new Plot.Mark("", ScaleTrial.MOST * floor(deletion)))))
                .toList());
    }

    private static double floor(Duration deletion) {
        return ScaleTrial.floor(Operation.DELETE, FULL_STACK, deletion);
    }

    private static List<Plot.Point> done(ScenarioResult run) {
        return IntStream.range(0, run.respondedAt().size())
                .mapToObj(i -> new Plot.Point(Samples.seconds(run.respondedAt().get(i)), i + 1))
                .toList();
    }
}
