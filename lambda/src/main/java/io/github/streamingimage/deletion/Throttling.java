package io.github.streamingimage.deletion;

import java.time.Duration;
import java.time.Instant;

/**
 * A time in which the service throttled a request's calls, with calls in between that got through. It is over, and forgotten, when
 * no call has been throttled for as long as it lasted.
 *
 * @param since when a call was first throttled
 * @param last when one was last throttled
 * @param calls how many were throttled, at least 1
 */
public record Throttling(Instant since, Instant last, int calls) {

    /** How long calls get through, at the least, before the throttling is over. */
    static final Duration QUIET = Duration.ofSeconds(30);

    public Throttling {
        if (last.isBefore(since)) {
            throw new IllegalArgumentException("last is before since");
        }
        if (calls < 1) {
            throw new IllegalArgumentException("calls is less than 1");
        }
    }

    static Throttling at(Instant now) {
        return new Throttling(now, now, 1);
    }

    /** A call has been throttled again: it goes on, or begins anew. */
    Throttling again(Instant now) {
        return isOver(now) ? at(now) : new Throttling(since, now, calls + 1);
    }

    /** Whether a single call was throttled: that is no crowd yet. */
    boolean isIsolated() {
        return calls == 1;
    }

    boolean isOver(Instant now) {
        Duration lasted = Duration.between(since, last);
        Duration quiet = Duration.between(last, now);
        return quiet.isNegative() || quiet.compareTo(QUIET) > 0 && quiet.compareTo(lasted) > 0;
    }

    /** How long it has been going on, or zero by a clock that is behind. */
    Duration age(Instant now) {
        return TimeLimit.between(since, now);
    }
}
