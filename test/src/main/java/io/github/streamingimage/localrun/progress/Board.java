package io.github.streamingimage.localrun.progress;

import io.github.streamingimage.emulator.cloudformation.StackEvent;
import io.github.streamingimage.emulator.cloudformation.Violation;
import io.github.streamingimage.emulator.lambda.FunctionEvent;
import io.github.streamingimage.emulator.service.RequestEntry;
import io.github.streamingimage.emulator.service.StateChange;
import io.github.streamingimage.localrun.history.LogLine;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shows a run on a terminal, on lines that are written again and again: one for each image, or, when they are too many, one for
 * each state. Events change it; {@link #draw()} shows it. Safe for the threads of all emulators.
 */
public final class Board implements RunDisplay {

    private static final String STARTING = "Starting the emulators";
    private static final int MOST_ROWS = 20;

    /** Lines that are not images': what is above and below them, and one for the cursor. */
    private static final int OTHER_LINES = 5;

    private final Terminal terminal;
    private final Glyphs glyphs;
    private final Canvas canvas;
    private final InstantSource clock;
    private final Instant start;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final Map<String, Row> byLogicalId = new LinkedHashMap<>();
    private String phase = STARTING;
    private long frame;
    private int processes;
    private int killed;

    /** @param logicalIds of the images, by their ids */
    public Board(Terminal terminal, PrintWriter out, InstantSource clock, Map<String, String> logicalIds) {
        this.terminal = terminal;
        this.glyphs = Glyphs.of(terminal);
        this.canvas = new Canvas(out);
        this.clock = clock;
        this.start = clock.instant();
        logicalIds.forEach((id, logicalId) -> {
            Row row = new Row(id, glyphs);
            rows.put(id, row);
            byLogicalId.put(logicalId, row);
        });
    }

    /** Shows how things are now, in place of what it showed before. */
    public synchronized void draw() {
        frame++;
        canvas.draw(lines());
    }

    @Override
    public synchronized void phase(String text) {
        if (!phase.equals(STARTING)) {
            keep(new Line().add(glyphs.success + " ", Colour.GREEN).add(phase));
        }
        phase = text;
        draw();
    }

    @Override
    public synchronized void stateChanged(StateChange change) {
        row(rows, change.imageId()).ifPresent(row -> row.enter(change.to().orElse("GONE")));
    }

    @Override
    public synchronized void requestDecided(RequestEntry entry) {
        entry.imageId().flatMap(id -> row(rows, id)).ifPresent(row -> row.requested(entry));
    }

    @Override
    public synchronized void stackEvent(StackEvent event) {
        row(byLogicalId, event.logicalId()).ifPresent(row -> row.resource(event));
    }

    @Override
    public synchronized void functionEvent(FunctionEvent event) {
        if (event instanceof FunctionEvent.Logged logged) {
            LogLine.parse(logged.line())
                    .ifPresent(line -> row(byLogicalId, line.logicalId()).ifPresent(row -> row.logged(line)));
        } else if (event instanceof FunctionEvent.EnvironmentStarted) {
            processes++;
        } else if (event instanceof FunctionEvent.Exited exited
                && !exited.requestId().isEmpty()) {
            killed++;
        }
    }

    @Override
    public synchronized void violated(Violation violation) {
        keep(new Line().add(glyphs.failure + " PROTOCOL VIOLATION: " + violation.description(), Colour.RED));
    }

    private void keep(Line line) {
        canvas.keep(line.on(terminal), lines());
    }

    private List<String> lines() {
        Instant now = clock.instant();
        List<Line> lines = new ArrayList<>();
        Line heading = new Line().add(phase, Colour.BOLD).add("  ");
        lines.add(heading.add(Elapsed.tenths(Duration.between(start, now)), Colour.FAINT));
        if (rows.size() <= Math.min(MOST_ROWS, terminal.rows() - OTHER_LINES)) {
            rows.values().forEach(row -> lines.add(row.line(now, frame)));
        } else {
            lines.addAll(new Crowd(List.copyOf(rows.values()), glyphs).lines(terminal));
        }
        lines.add(footer());
        return lines.stream()
                .limit(terminal.rows() - 1)
                .map(line -> line.on(terminal))
                .toList();
    }

    private Line footer() {
        long done = rows.values().stream()
                .filter(row -> row.stage() == Row.Stage.COMPLETE)
                .count();
        int looks = rows.values().stream().mapToInt(Row::looks).sum();
        int setbacks = rows.values().stream().mapToInt(Row::setbacks).sum();
        String text = " %d of %d images done; looks: %d, setbacks: %d, processes: %d, killed: %d"
                .formatted(done, rows.size(), looks, setbacks, processes, killed);
        return new Line().add(text, Colour.FAINT);
    }

    private static Optional<Row> row(Map<String, Row> among, String key) {
        return Optional.ofNullable(among.get(key));
    }
}
