package io.github.streamingimage.deletion;

import java.time.Instant;

/**
 * The attempt to delete the image, with a client token of its own.
 *
 * @param number 1-based; the client token is derived from it
 * @param acceptedAt when the service last accepted the deletion with this attempt's token; null before
 * @param due whether the deletion was decided on and throttled since: it did nothing, and needs no look to be repeated
 */
public record Attempt(int number, Instant acceptedAt, boolean due) {

    static final Attempt FIRST = new Attempt(1, null, false);

    public Attempt {
        if (number < 1) {
            throw new IllegalArgumentException("number is less than 1");
        }
    }

    Attempt accepted(Instant now) {
        return new Attempt(number, now, false);
    }

    /** A further attempt, with a token that the service has not accepted yet. */
    Attempt next() {
        return new Attempt(number + 1, null, false);
    }

    Attempt due(boolean nowDue) {
        return new Attempt(number, acceptedAt, nowDue);
    }
}
