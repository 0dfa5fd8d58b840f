package io.github.streamingimage.deletion;

import java.time.Duration;
import java.time.Instant;

/**
 * The attempt to delete the image, with a client token of its own.
 *
 * @param number 1-based; the client token is derived from it
 * @param failures how many attempts have failed, this one included, 0 or more
 * @param firstAcceptedAt when the service first accepted a deletion for this request; null before
 * @param acceptedAt when the service last accepted the deletion with this attempt's token; null before
 * @param failedAt when this attempt was first seen to have failed; null before
 * @param conflict what was in the way when the service last refused to begin; null when nothing was, or is no more
 */
public record Attempt(
        int number, int failures, Instant firstAcceptedAt, Instant acceptedAt, Instant failedAt, String conflict) {

    static final Attempt FIRST = new Attempt(1, 0, null, null, null, null);

    /** How much of what was in the way is remembered: it travels with the request. */
    private static final int LONGEST_CONFLICT = 1000;

    public Attempt {
        if (number < 1) {
            throw new IllegalArgumentException("number is less than 1");
        }
        if (failures < 0) {
            throw new IllegalArgumentException("failures is negative");
        }
        if (firstAcceptedAt == null && (acceptedAt != null || failedAt != null)) {
            throw new IllegalArgumentException("nothing was accepted before firstAcceptedAt");
        }
    }

    Attempt accepted(Instant now) {
        return new Attempt(number, failures, firstAcceptedAt == null ? now : firstAcceptedAt, now, null, null);
    }

    Attempt failed(Instant now) {
        return failedAt == null ? new Attempt(number, failures + 1, firstAcceptedAt, acceptedAt, now, conflict) : this;
    }

    /** A further attempt, with a token that the service has not accepted yet. */
    Attempt next() {
        return new Attempt(number + 1, failures, firstAcceptedAt, null, null, conflict);
    }

    /** The service refuses to begin because of something that is in the way. */
    Attempt refused(String why) {
        String clipped = why.length() <= LONGEST_CONFLICT ? why : why.substring(0, LONGEST_CONFLICT);
        return new Attempt(number, failures, firstAcceptedAt, acceptedAt, failedAt, clipped);
    }

    boolean wasAccepted() {
        return acceptedAt != null;
    }

    /** How long ago the deletion was accepted with this attempt's token. */
    Duration acceptedFor(Instant now) {
        return TimeLimit.between(acceptedAt, now);
    }
}
