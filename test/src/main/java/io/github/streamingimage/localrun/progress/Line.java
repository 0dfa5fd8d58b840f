package io.github.streamingimage.localrun.progress;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of coloured text that knows how many columns it takes: one for each character, so that only such characters may be
 * used. Control and format characters become spaces.
 */
final class Line {

    private final List<String> texts = new ArrayList<>();
    private final List<Colour> colours = new ArrayList<>();
    private int columns;

    Line add(String text) {
        return add(text, Colour.NONE);
    }

    Line add(String text, Colour colour) {
        texts.add(text.replaceAll("[\\p{Cc}\\p{Cf}]", " "));
        colours.add(colour);
        columns += text.length();
        return this;
    }

    /** Goes on at this column; past it already, with one space. */
    Line tab(int column) {
        return add(" ".repeat(Math.max(column - columns, 1)));
    }

    /** The whole text without colours. */
    String plain() {
        return String.join("", texts);
    }

    /** The line, cut off where the terminal ends. */
    String on(Terminal terminal) {
        StringBuilder line = new StringBuilder();
        // One column is left free: after a character in the last one, terminals disagree where the cursor is.
        int left = terminal.columns() - 1;
        for (int i = 0; i < texts.size() && left > 0; i++) {
            String text = texts.get(i).substring(0, Math.min(left, texts.get(i).length()));
            line.append(terminal.hasColour() ? colours.get(i).paint(text) : text);
            left -= text.length();
        }
        return line.toString();
    }
}
