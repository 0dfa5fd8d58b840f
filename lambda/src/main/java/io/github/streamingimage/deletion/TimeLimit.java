package io.github.streamingimage.deletion;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * The time that a request has.
 *
 * @param startedAt when the request was issued
 * @param deadline from when on nothing but a verdict is decided
 */
public record TimeLimit(Instant startedAt, Instant deadline) {

    public TimeLimit {
        Objects.requireNonNull(startedAt);
        Objects.requireNonNull(deadline);
    }

    boolean isReached(Instant now) {
        return !now.isBefore(deadline);
    }

    /** What is left of it: zero or less when it is reached. */
    Duration left(Instant now) {
        return Duration.between(now, deadline);
    }

    /** Half of the whole time, and no more than that. */
    Duration halfUpTo(Duration most) {
        Duration half = Duration.between(startedAt, deadline).dividedBy(2);
        return half.compareTo(most) < 0 ? half : most;
    }

    /** Never negative: clocks differ between two invocations. */
    static Duration between(Instant from, Instant to) {
        return to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
    }
}
