package io.github.streamingimage.deletion;

import java.time.Instant;
import java.util.Objects;

/**
 * What was last seen of the stack and its ancestors.
 *
 * @param rollingBack whether any of them was undoing a failed operation
 */
public record StackSeen(boolean rollingBack, Instant at) {

    public StackSeen {
        Objects.requireNonNull(at);
    }
}
