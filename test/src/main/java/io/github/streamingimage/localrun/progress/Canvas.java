package io.github.streamingimage.localrun.progress;

import java.io.PrintWriter;
import java.util.List;

/**
 * The last lines of a terminal, written over and over again, below text that stays: with carriage returns, "Cursor Up", "Erase in
 * Line" and "Erase in Page" of ECMA-48 and nothing else. There must never be more lines than the terminal has.
 */
final class Canvas {

    private static final String UP = "\u001b[%dA";
    private static final String ERASE_REST_OF_LINE = "\u001b[K";
    private static final String ERASE_BELOW = "\u001b[J";

    private final PrintWriter out;
    private int drawn;

    Canvas(PrintWriter out) {
        this.out = out;
    }

    /** Replaces the lines drawn before. */
    void draw(List<String> lines) {
        show("", lines);
    }

    /** Writes a line that stays, above the others. */
    void keep(String line, List<String> lines) {
        show(line + ERASE_REST_OF_LINE + "\n", lines);
    }

    /** In one piece, so that nobody sees half of it. */
    private void show(String above, List<String> lines) {
        StringBuilder text = new StringBuilder("\r");
        if (drawn > 0) {
            text.append(UP.formatted(drawn));
        }
        text.append(above);
        lines.forEach(line -> text.append(line).append(ERASE_REST_OF_LINE).append('\n'));
        out.print(text.append(ERASE_BELOW));
        out.flush();
        drawn = lines.size();
    }
}
