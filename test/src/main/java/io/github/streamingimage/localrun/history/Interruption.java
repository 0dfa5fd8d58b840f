package io.github.streamingimage.localrun.history;

import java.time.Duration;
import java.util.Objects;

/**
 * The end of a process of the function in the middle of an invocation.
 *
 * @param at since the start of the run
 * @param cause in a few words
 */
public record Interruption(Duration at, String cause) {
    public Interruption {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(cause, "cause");
    }
}
