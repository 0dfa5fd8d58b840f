package io.github.streamingimage.benchmark;

import io.github.streamingimage.simulation.WaitingMode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Lateness and calls while one image is waited for, against other ways to wait. */
final class WaitingSection implements Section {

    static final List<Duration> DELETIONS = List.of(
            Duration.ofSeconds(2),
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(55));
    static final int MOST_CALLS = 320;
    private static final List<Rival> RIVALS = List.of(Rival.SDK_WAITER, Rival.CDK, Rival.CLOUDFORMATION, Rival.POLLER);
    private static final int SEEDS = 200;
    private static final double DOLLARS_PER_TRANSITION = 0.000025;

    /** CloudFormation's hour less the function's margin is less than 15 minutes inline can reach. */
    private static final Duration LONGEST_INLINE = Duration.ofMinutes(13);

    @Override
    public String title() {
        return "Waiting";
    }

    @Override
    public Outcome run(Path directory) throws IOException {
        Map<Duration, List<WaitingTrial>> trials = new LinkedHashMap<>();
        DELETIONS.forEach(duration -> trials.put(duration, trials(duration)));
        plot(trials).write(directory.resolve("performance-waiting.svg"));
        return new Outcome(goals(trials), markdown(trials));
    }

    private static List<WaitingTrial> trials(Duration duration) {
        List<WaitingTrial> trials = new ArrayList<>();
        trials.add(WaitingTrial.ofTheFunction(WaitingMode.DURABLE, duration, SEEDS));
        if (duration.compareTo(LONGEST_INLINE) <= 0) {
            trials.add(WaitingTrial.ofTheFunction(WaitingMode.INLINE, duration, SEEDS));
        }
        RIVALS.forEach(rival -> trials.add(WaitingTrial.of(rival, duration, SEEDS)));
        return trials;
    }

    private static List<Goal> goals(Map<Duration, List<WaitingTrial>> trials) {
        double beyond = trials.values().stream()
                .flatMap(List::stream)
                .filter(trial -> trial.who().startsWith("this function"))
                .mapToDouble(trial -> trial.lateBeyond().worst())
                .max()
                .orElseThrow();
        double beyondFramework = trials.values().stream()
                .mapToDouble(rows -> rows.get(0).lateBeyond(framework(rows)).worst())
                .max()
                .orElseThrow();
        Samples calls = WaitingTrial.callsInUsualTime(Duration.ofMinutes(55), SEEDS);
        return List.of(
                new Goal(
                        "a response is late by at most a tenth of the deletion (1 s), and by at most 5 s or a hundredth of it",
                        String.format("the worst of all: %.3f s beyond that", Math.max(0, beyond)),
                        beyond <= 0),
                new Goal(
                        "a response is late by no more than with CDK's provider framework, or by a hundredth of the wait",
                        String.format("the worst of all: %.3f s beyond that", Math.max(0, beyondFramework)),
                        beyondFramework <= 0),
                new Goal(
                        "at most " + MOST_CALLS
                                + " calls for a deletion of 55 minutes, when they take their usual time",
                        "median " + Samples.figure(calls.median()) + ", worst " + Samples.figure(calls.worst()),
                        calls.worst() <= MOST_CALLS));
    }

    private static String markdown(Map<Duration, List<WaitingTrial>> trials) {
        Table table = new Table(
                "deletion of about",
                "who waits",
                "late, median (s)",
                "late, worst (s)",
                "calls, median",
                "calls, worst",
                "lateness × calls",
                "its ratio to this function");
        trials.forEach((duration, rows) -> rows.forEach(trial -> table.row(
                text(duration),
                trial.who(),
                Samples.figure(trial.late().median()),
                Samples.figure(trial.late().worst()),
                Samples.figure(trial.calls().median()),
                Samples.figure(trial.calls().worst()),
                Samples.figure(trial.product()),
                Samples.figure(trial.product() / rows.get(0).product()))));
        StringBuilder text = new StringBuilder();
        text.append("""
                One image is deleted by the real code on the virtual clock, %d times for each duration with other seeds; the durations
                differ by up to a quarter (at most 2 minutes). Calls are those of Nimble Studio. Nothing takes any time but the waits, for all alike:
                what calls and transitions take comes on top (about 0.1 s inline, 0.3 s durable). Inline, an invocation ends after 15 minutes. A ratio above 1 means that this function is ahead.

                ![Lateness and calls by the duration of the deletion](performance-waiting.svg)

                """.formatted(SEEDS));
        text.append(table).append("\nThe other ways are models:\n\n");
        RIVALS.forEach(rival -> text.append("- ")
                .append(rival.name())
                .append(": ")
                .append(rival.manner())
                .append('\n'));
        return text.append(WHY).append(besideTheFramework(trials)).toString();
    }

    private static String besideTheFramework(Map<Duration, List<WaitingTrial>> trials) {
        Table table = new Table(
                "deletion of about",
                "late at the worst (s)",
                "the framework's (s)",
                "calls, median",
                "the framework's",
                "transitions, median",
                "the framework's",
                "dollars for 1,000 deletions",
                "the framework's");
        trials.forEach((duration, rows) -> {
            WaitingTrial framework = framework(rows);
            table.row(
                    text(duration),
                    Samples.figure(rows.get(0).late().worst()),
                    Samples.figure(framework.late().worst()),
                    Samples.figure(rows.get(0).calls().median()),
                    Samples.figure(framework.calls().median()),
                    Samples.figure(rows.get(0).transitions().median()),
                    Samples.figure(framework.transitions().median()),
                    Samples.figure(dollars(rows.get(0))),
                    Samples.figure(dollars(framework)));
        });
        return """

                **Beside the provider framework.** This function, durable, and the model of CDK's framework. The framework's state machine
                enters one state for each look (a retry of its task), this one's three (Wait, the function, Choice). Dollars are those of the
                transitions alone, 0.025 for 1,000 of a standard workflow in us-west-2; compute has a section of its own, and the
                framework invokes two functions for each look.

                %s""".formatted(table);
    }

    private static WaitingTrial framework(List<WaitingTrial> trials) {
        return trials.stream()
                .filter(trial -> trial.who().equals(Rival.CDK.name()))
                .findFirst()
                .orElseThrow();
    }

    private static double dollars(WaitingTrial trial) {
        return 1000 * DOLLARS_PER_TRANSITION * trial.transitions().median();
    }

    private static final String WHY = """

            **How it was chosen.** Who looks every *i* seconds is late by *i*/2 and needs *D*/*i* looks: lateness times calls is about *D*/2 for
            every interval, and no schedule is ahead of all others at every duration. This one is late in proportion to the wait while people
            watch, then by 5 s like the provider framework, and after that by a hundredth, which nobody notices; what it takes more of is calls,
            and their price is in the table below.
            """;

    private static String text(Duration duration) {
        return duration.toMinutes() > 0 ? duration.toMinutes() + " min" : duration.toSeconds() + " s";
    }

    private static Plot plot(Map<Duration, List<WaitingTrial>> trials) {
        return new Plot(List.of(
                panel(
                        trials,
                        "Lateness of the answer, median",
                        "seconds",
                        trial -> trial.late().median()),
                panel(
                        trials,
                        "Calls of Nimble Studio, median",
                        "calls",
                        trial -> trial.calls().median())));
    }

    private static Plot.Panel panel(
            Map<Duration, List<WaitingTrial>> trials,
            String title,
            String unit,
            ToDoubleFunction<WaitingTrial> measure) {
        Map<String, List<Plot.Point>> series = new LinkedHashMap<>();
        trials.forEach((duration, rows) -> rows.forEach(trial -> {
            double value = measure.applyAsDouble(trial);
            if (Double.isFinite(value) && trial.late().median() < Double.POSITIVE_INFINITY) {
                series.computeIfAbsent(trial.who(), who -> new ArrayList<>())
                        .add(new Plot.Point(duration.toSeconds(), value));
            }
        }));
        List<Plot.Series> lines = Stream.concat(
                        series.entrySet().stream().map(entry -> new Plot.Series(entry.getKey(), entry.getValue())),
                        Stream.empty())
                .toList();
        return new Plot.Panel(
                title, Plot.Axis.logarithmic("deletion (seconds)"), Plot.Axis.logarithmic(unit), lines, List.of());
    }
}
