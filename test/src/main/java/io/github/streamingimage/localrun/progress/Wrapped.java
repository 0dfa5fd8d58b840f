package io.github.streamingimage.localrun.progress;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines between its words, and a word that is longer than a line within it. */
final class Wrapped {

    private Wrapped() {}

    static List<String> lines(String text, int columns) {
        List<String> lines = new ArrayList<>();
        String rest = text.strip();
        while (rest.length() > columns) {
            int space = rest.lastIndexOf(' ', columns);
            int end = space > 0 ? space : columns;
            lines.add(rest.substring(0, end));
            rest = rest.substring(end).strip();
        }
        if (!rest.isEmpty()) {
            lines.add(rest);
        }
        return lines;
    }
}
