package io.github.streamingimage.localrun.progress;

import io.github.streamingimage.emulator.cloudformation.StackEvent;
import io.github.streamingimage.emulator.service.RequestEntry;
import io.github.streamingimage.emulator.service.ServiceOperation;
import io.github.streamingimage.localrun.history.ImageRequest;
import io.github.streamingimage.localrun.history.LogLine;
import io.github.streamingimage.localrun.history.StateKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One image on the board: how it is, what the function thinks of it, and a trail with a sign for each request. */
final class Row {

    /** What became of the operation that CloudFormation is at. */
    enum Stage {
        IDLE,
        UNDER_WAY,
        COMPLETE,
        FAILED
    }

    private record Sign(String glyph, Colour colour) {}

    private static final int STATE_COLUMN = 14;
    private static final int LOOKS_COLUMN = 34;
    private static final int TRAIL_COLUMN = 54;
    private static final int TRAIL_LENGTH = 12;

    private final String id;
    private final Glyphs glyphs;
    private final List<Sign> trail = new ArrayList<>();
    private String state = "";
    private String note = "";
    private Stage stage = Stage.IDLE;
    private Instant since = Instant.EPOCH;
    private Instant until = Instant.EPOCH;
    private int looks;
    private int setbacks;

    Row(String id, Glyphs glyphs) {
        this.id = id;
        this.glyphs = glyphs;
    }

    String state() {
        return state;
    }

    Stage stage() {
        return stage;
    }

    int looks() {
        return looks;
    }

    int setbacks() {
        return setbacks;
    }

    void enter(String newState) {
        state = newState;
    }

    void requested(RequestEntry entry) {
        boolean isSetback = entry.fault().isPresent() || entry.errorType().isPresent();
        String operation = entry.operation().map(ServiceOperation::name).orElse("");
        boolean isDelete = ImageRequest.isDelete(operation);
        looks += ImageRequest.isLook(operation) ? 1 : 0;
        setbacks += isSetback ? 1 : 0;
        String glyph = isSetback ? glyphs.failure : isDelete ? glyphs.delete : glyphs.look;
        trail.add(new Sign(glyph, isSetback ? Colour.RED : Colour.of(StateKind.of(state))));
    }

    void resource(StackEvent event) {
        if (event.status().endsWith("_IN_PROGRESS")) {
            stage = Stage.UNDER_WAY;
            since = event.timestamp();
            note = "";
        } else {
            stage = event.status().endsWith("_FAILED") ? Stage.FAILED : Stage.COMPLETE;
            until = event.timestamp();
            note = event.reason();
        }
    }

    void logged(LogLine line) {
        if (stage == Stage.UNDER_WAY) {
            line.intention().ifPresent(intention -> note = intention);
        }
    }

    Line line(Instant now, long frame) {
        Duration took = Duration.between(since, stage == Stage.UNDER_WAY ? now : until);
        Line line = new Line();
        line.add(" ").add(sign(frame), colour()).add(" ").add(id).tab(STATE_COLUMN);
        line.add(state, Colour.of(StateKind.of(state))).tab(LOOKS_COLUMN);
        line.add("%3d %-5s".formatted(looks, looks == 1 ? "look" : "looks"));
        line.add(stage == Stage.IDLE ? "" : " %7s".formatted(Elapsed.tenths(took)), Colour.FAINT);
        line.tab(TRAIL_COLUMN);
        List<Sign> latest = trail.subList(Math.max(trail.size() - TRAIL_LENGTH, 0), trail.size());
        latest.forEach(each -> line.add(each.glyph(), each.colour()));
        return line.tab(TRAIL_COLUMN + TRAIL_LENGTH + 1).add(note, stage == Stage.FAILED ? Colour.RED : Colour.FAINT);
    }

    private String sign(long frame) {
        return switch (stage) {
            case IDLE -> " ";
            case UNDER_WAY -> glyphs.spinner(frame);
            case COMPLETE -> glyphs.success;
            case FAILED -> glyphs.failure;
        };
    }

    private Colour colour() {
        return switch (stage) {
            case IDLE -> Colour.NONE;
            case UNDER_WAY -> Colour.of(StateKind.of(state));
            case COMPLETE -> Colour.GREEN;
            case FAILED -> Colour.RED;
        };
    }
}
