package io.github.streamingimage.simulation;

import java.util.Comparator;
import java.util.Map;

/** The outcome of many schedules as a section of Markdown. */
record Report(Tally tally, long firstSeed, long schedules) {

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("## Simulation\n\n");
        text.append(String.format(
                "%,d schedules with the seeds from %d on: %s.%n",
                schedules,
                firstSeed,
                tally.breaches().isEmpty()
                        ? "no breach"
                        : "**" + tally.breaches().size() + " breaches**"));
        tally.breaches().stream()
                .sorted(Comparator.comparingLong(Breach::seed))
                .limit(20)
                .forEach(breach -> text.append("- ").append(breach).append('\n'));
        table(text, "what happened", tally.counts());
        table(text, "answers sent", tally.answers());
        text.append("\n| excuses | times |\n| --- | ---: |\n");
        tally.excuses().forEach((excuse, times) -> row(text, excuse.description(), times));
        tally.excessiveExcuses()
                .forEach(excuse -> text.append(String.format(
                        "%n**More than %s of the requests: %s**%n", excuse.most(), excuse.description())));
        text.append("\n| faults | times |\n| --- | ---: |\n");
        tally.faults().forEach((fault, times) -> row(text, fault.description(), times));
        text.append("\n| invariant | breaches |\n| --- | ---: |\n");
        for (Invariant invariant : Invariant.values()) {
            row(
                    text,
                    invariant.description(),
                    tally.breaches().stream()
                            .filter(breach -> breach.invariant() == invariant)
                            .count());
        }
        return text.toString();
    }

    private static void table(StringBuilder text, String title, Map<String, Long> counts) {
        text.append("\n| ").append(title).append(" | times |\n| --- | ---: |\n");
        counts.forEach((what, times) -> row(text, what, times));
    }

    private static void row(StringBuilder text, String what, long times) {
        text.append(String.format("| %s | %,d |%n", what, times));
    }
}
