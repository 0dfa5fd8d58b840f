package io.github.streamingimage.deletion;

import java.time.Duration;
import java.time.Instant;

/**
 * The attempt to delete the image, with a client token of its own.
 *
 * @param number 1-based; the client token is derived from it
 * @param firstAcceptedAt when the service first accepted a deletion for this request; null before
 * @param acceptedAt when the service last accepted the deletion with this attempt's token; null before
 * @param failedAt when this attempt was first seen to have failed; null before
 */
public record Attempt(int number, Instant firstAcceptedAt, Instant acceptedAt, Instant failedAt) {

    static final Attempt FIRST = new Attempt(1, null, null, null);

    public Attempt {
        if (number < 1) {
            throw new IllegalArgumentException("number is less than 1");
        }
        if (firstAcceptedAt == null && (acceptedAt != null || failedAt != null)) {
            throw new IllegalArgumentException("nothing was accepted before firstAcceptedAt");
        }
    }

    Attempt accepted(Instant now) {
        return new Attempt(number, firstAcceptedAt == null ? now : firstAcceptedAt, now, null);
    }

    Attempt failed(Instant now) {
        return new Attempt(number, firstAcceptedAt, acceptedAt, failedAt == null ? now : failedAt);
    }

    /** A further attempt, with a token that the service has not accepted yet. */
    Attempt next() {
        return new Attempt(number + 1, firstAcceptedAt, null, null);
    }

    boolean wasAccepted() {
        return acceptedAt != null;
    }

    /** How long ago the deletion was accepted with this attempt's token. */
    Duration acceptedFor(Instant now) {
        return TimeLimit.between(acceptedAt, now);
    }
}
