package io.github.streamingimage.deletion;

import java.time.Instant;

/**
 * What is in the way of a request, counted in a row: whatever else a pass ends with begins another row.
 *
 * @param failures how many passes in a row met a transient error
 * @param denials how many passes in a row met an access denied
 * @param missing how many passes in a row were told that the endpoint's name does not exist
 * @param missingSince when the first of these was; null when there is none
 * @param throttling since when, and until when, calls were throttled; null when none was, or long ago
 */
public record Troubles(int failures, int denials, int missing, Instant missingSince, Throttling throttling) {

    static final Troubles NONE = new Troubles(0, 0, 0, null, null);

    public Troubles {
        if (failures < 0 || denials < 0 || missing < 0) {
            throw new IllegalArgumentException("a count is negative");
        }
        if ((missing == 0) != (missingSince == null)) {
            throw new IllegalArgumentException("missing and missingSince are known together or not at all");
        }
    }

    /** A pass went well. */
    Troubles over(Instant now) {
        return new Troubles(0, 0, 0, null, throttling == null || throttling.isOver(now) ? null : throttling);
    }

    Troubles throttled(Instant now) {
        return new Troubles(0, 0, 0, null, throttling == null ? Throttling.at(now) : throttling.again(now));
    }

    Troubles failed() {
        return new Troubles(failures + 1, 0, 0, null, throttling);
    }

    Troubles denied() {
        return new Troubles(0, denials + 1, 0, null, throttling);
    }

    Troubles endpointMissing(Instant now) {
        return new Troubles(0, 0, missing + 1, missing == 0 ? now : missingSince, throttling);
    }
}
