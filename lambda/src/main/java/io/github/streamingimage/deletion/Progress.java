package io.github.streamingimage.deletion;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What a request has to remember between two passes. Losing it costs time, never correctness: a request that starts over with
 * {@link #start} does the same work with the same client tokens.
 *
 * @param stack null before it was seen, and when what was seen counts no longer
 */
public record Progress(TimeLimit time, ImageSeen image, Attempt attempt, StackSeen stack, Troubles troubles) {

    public Progress {
        Objects.requireNonNull(time);
        Objects.requireNonNull(image);
        Objects.requireNonNull(attempt);
        Objects.requireNonNull(troubles);
    }

    /**
     * Of a request that nothing has been done about.
     *
     * @param startedAt when the request was issued
     * @param deadline from when on nothing but a verdict is decided
     */
    public static Progress start(Instant startedAt, Instant deadline) {
        return new Progress(new TimeLimit(startedAt, deadline), ImageSeen.NOTHING, Attempt.FIRST, null, Troubles.NONE);
    }

    /** The same, to be decided by this time at the latest. */
    public Progress notAfter(Instant deadline) {
        return deadline.isBefore(time.deadline())
                ? new Progress(new TimeLimit(time.startedAt(), deadline), image, attempt, stack, troubles)
                : this;
    }

    /** How long has been waited for the image: since its deletion was accepted, or else since it is in its state. */
    Duration waited(Instant now) {
        return attempt.acceptedAt() == null ? image.lasted(now) : TimeLimit.between(attempt.acceptedAt(), now);
    }

    /** A look that showed no image. */
    Progress looked() {
        return with(image.looked());
    }

    /** A look that showed the image in that state. */
    Progress saw(String state, Instant now) {
        return with(image.saw(state, now)).with(troubles.endpointSeen());
    }

    Progress with(ImageSeen newImage) {
        return new Progress(time, newImage, attempt, stack, troubles);
    }

    Progress with(Attempt newAttempt) {
        return new Progress(time, image, newAttempt, stack, troubles);
    }

    /** @param newStack null when what was seen counts no longer */
    Progress with(StackSeen newStack) {
        return new Progress(time, image, attempt, newStack, troubles);
    }

    Progress with(Troubles newTroubles) {
        return new Progress(time, image, attempt, stack, newTroubles);
    }
}
