package io.github.streamingimage.deletion;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What was last seen of the stack.
 *
 * @param since since when it has been seen with this standing
 * @param at when it was last looked at
 */
public record StackSeen(StackStanding standing, Instant since, Instant at) {

    /** DescribeStacks may lag behind: for how long a standing must be seen, if it is to be true since the first time. */
    private static final Duration SETTLES_IN = Duration.ofSeconds(5);

    public StackSeen {
        Objects.requireNonNull(standing);
        Objects.requireNonNull(since);
        Objects.requireNonNull(at);
    }

    Instant settlesAt() {
        return since.plus(SETTLES_IN);
    }

    /** Whether the stack had this standing also when it was first seen with it: no read lags behind for so long. */
    boolean isSettled() {
        return !at.isBefore(settlesAt());
    }

    /** Whether it is settled, or there is no time to wait until it is. */
    boolean isSettledOrNeverIn(TimeLimit time) {
        return isSettled() || !settlesAt().isBefore(time.deadline());
    }
}
