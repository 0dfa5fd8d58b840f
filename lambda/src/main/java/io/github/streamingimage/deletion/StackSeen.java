package io.github.streamingimage.deletion;

import java.time.Instant;
import java.util.Objects;

/**
 * What was last seen of the stack.
 *
 * @param since since when it has been seen with this standing
 * @param at when it was last looked at
 */
public record StackSeen(StackStanding standing, Instant since, Instant at) {

    public StackSeen {
        Objects.requireNonNull(standing);
        Objects.requireNonNull(since);
        Objects.requireNonNull(at);
    }
}
