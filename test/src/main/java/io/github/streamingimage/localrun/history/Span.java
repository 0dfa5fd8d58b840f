package io.github.streamingimage.localrun.history;

import java.time.Duration;
import java.util.Objects;

/**
 * A time that an image or a stack spent in one state.
 *
 * @param state as the service spells it, or {@value #GONE}
 * @param from since the start of the run
 * @param until since the start of the run, not before {@code from}
 */
public record Span(String state, Duration from, Duration until) {

    /** Stands for an image that is not there any more. */
    public static final String GONE = "GONE";

    public Span {
        Objects.requireNonNull(state, "state");
        if (from.isNegative() || until.compareTo(from) < 0) {
            throw new IllegalArgumentException("until must not be before from: " + from + " to " + until);
        }
    }

    /** How long it was. */
    public Duration length() {
        return until.minus(from);
    }

    /** What the state amounts to. */
    public StateKind kind() {
        return StateKind.of(state);
    }
}
