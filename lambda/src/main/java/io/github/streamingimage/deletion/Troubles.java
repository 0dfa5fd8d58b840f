package io.github.streamingimage.deletion;

import java.time.Instant;

/**
 * What is in the way of a request, counted in a row: what goes well ends it.
 *
 * @param failures how many passes in a row met a failure, or a stack that could not be read
 * @param denials how many passes in a row met an access denied
 * @param missing how many looks in a row found no endpoint
 * @param throttling since when, and until when, calls were throttled; null when none was, or long ago
 */
public record Troubles(int failures, int denials, int missing, Throttling throttling) {

    static final Troubles NONE = new Troubles(0, 0, 0, null);

    public Troubles {
        if (failures < 0 || denials < 0 || missing < 0) {
            throw new IllegalArgumentException("a count is negative");
        }
    }

    /** A pass went well. */
    Troubles over(Instant now) {
        return new Troubles(0, 0, 0, throttling == null || throttling.isOver(now) ? null : throttling);
    }

    Troubles throttled(Instant now) {
        return new Troubles(failures, denials, 0, throttling == null ? Throttling.at(now) : throttling.again(now));
    }

    Troubles failed() {
        return new Troubles(failures + 1, denials, 0, throttling);
    }

    Troubles denied() {
        return new Troubles(failures, denials + 1, 0, throttling);
    }

    Troubles endpointMissing() {
        return new Troubles(failures, denials, missing + 1, throttling);
    }

    /** The endpoint is there: whatever else it says. */
    Troubles endpointSeen() {
        return new Troubles(failures, denials, 0, throttling);
    }
}
