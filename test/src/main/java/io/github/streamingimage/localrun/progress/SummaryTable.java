package io.github.streamingimage.localrun.progress;

import io.github.streamingimage.localrun.history.ImageAnswer;
import io.github.streamingimage.localrun.history.ImageHistory;
import io.github.streamingimage.localrun.history.Run;
import io.github.streamingimage.localrun.history.StateKind;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** What became of every image of a run, a line each, and the verdict in the last line. */
public record SummaryTable(Run run) {

    private static final int STATE_COLUMN = 11;
    private static final int ANSWER_COLUMN = 31;
    private static final int OUTCOME_COLUMN = 40;

    /** Prints it plain, or for a terminal in colour, with reasons on lines of their own. */
    public void print(PrintWriter out, Optional<Terminal> terminal) {
        out.println();
        out.println(header(terminal));
        for (ImageHistory image : run.images()) {
            String reason = image.deleteAnswer().map(ImageAnswer::reason).orElse("");
            if (terminal.isEmpty()) {
                out.println(row(image).add("  " + reason).plain().stripTrailing());
                continue;
            }
            out.println(row(image).on(terminal.get()));
            Wrapped.lines(reason, terminal.get().columns() - STATE_COLUMN - 1)
                    .forEach(part -> out.println(
                            new Line().tab(STATE_COLUMN).add(part, Colour.RED).on(terminal.get())));
        }
        Colour colour = run.endedWell() ? Colour.GREEN : Colour.RED;
        out.println();
        out.println(
                terminal.filter(Terminal::hasColour).isPresent()
                        ? colour.paint(new Line().add(run.verdict()).plain())
                        : new Line().add(run.verdict()).plain());
        out.flush();
    }

    private static String header(Optional<Terminal> terminal) {
        String columns = "%-9s  %-18s  %-8s %-15s  %9s  %8s"
                .formatted("image", "state", "response", "outcome", "after", "requests");
        return terminal.map(known -> new Line().add(columns, Colour.BOLD).on(known))
                .orElse(columns + "  reason");
    }

    private static Line row(ImageHistory image) {
        Optional<ImageAnswer> answer = image.deleteAnswer();
        Duration took = answer.map(ImageAnswer::took).orElse(Duration.ZERO);
        return new Line()
                .add("%-9s".formatted(image.id()))
                .tab(STATE_COLUMN)
                .add("%-18s".formatted(image.finalState()), Colour.of(StateKind.of(image.finalState())))
                .tab(ANSWER_COLUMN)
                .add(
                        "%-8s".formatted(answer.map(ImageAnswer::status).orElse("none")),
                        image.isDeleted() ? Colour.GREEN : Colour.RED)
                .tab(OUTCOME_COLUMN)
                .add("%-15s".formatted(answer.map(ImageAnswer::outcome).orElse("")))
                .add(String.format(
                        Locale.ROOT,
                        "  %7.3f s  %8d",
                        took.toMillis() / 1000.0,
                        image.requests().size()));
    }
}
