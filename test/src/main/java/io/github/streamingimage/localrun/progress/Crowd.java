package io.github.streamingimage.localrun.progress;

import io.github.streamingimage.localrun.history.StateKind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** More images than the board has lines for: how many are in which state. */
record Crowd(List<Row> rows, Glyphs glyphs) {

    private static final int BAR_COLUMN = 27;

    List<Line> lines(Terminal terminal) {
        Map<String, Long> counts =
                rows.stream().collect(Collectors.groupingBy(Row::state, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue(), terminal.columns() - BAR_COLUMN - 1))
                .toList();
    }

    private Line line(String state, long count, int longest) {
        Colour colour = Colour.of(StateKind.of(state));
        int length = (int) Math.max(count * longest / rows.size(), 1);
        return new Line()
                .add(" %-20s%4d".formatted(state, count), colour)
                .tab(BAR_COLUMN)
                .add(glyphs.bar.repeat(length), colour);
    }
}
