package io.github.streamingimage.benchmark;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A table in Markdown that grows row by row; its first column is text, the others are set to the right. */
final class Table {

    private final int columns;
    private final StringBuilder text = new StringBuilder();

    Table(String... headers) {
        columns = headers.length;
        line(Arrays.asList(headers));
        text.append("| --- |")
                .append(String.join("", Collections.nCopies(columns - 1, " ---: |")))
                .append('\n');
    }

    /** Adds a row of as many cells as there are headers. */
    Table row(Object... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException(cells.length + " cells instead of " + columns);
        }
        line(Arrays.stream(cells).map(String::valueOf).toList());
        return this;
    }

    private void line(List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
