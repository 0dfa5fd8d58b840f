package io.github.streamingimage.deletion;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What a request has to remember between two passes. Losing it costs time, never correctness: a request that starts over with
 * {@link #start} does the same work with the same client tokens.
 *
 * @param passes how many passes have ended with a wait, 0 or more
 * @param due the act that comes first in the next pass
 * @param stack what was last seen of it; null before that
 */
public record Progress(
        TimeLimit time,
        int passes,
        Due due,
        ImageSeen image,
        Attempt attempt,
        StackSeen stack,
        Declarations declarations,
        Troubles troubles) {

    /** The acts that a pass can begin with. */
    public enum Due {
        /** To look at the image. */
        LOOK,
        /** To ask for the deletion, which was decided on and throttled: it did nothing, and needs no look to be repeated. */
        DELETE,
        /** To read the next page of the stack's resources. */
        DECLARATIONS
    }

    public Progress {
        Objects.requireNonNull(time);
        Objects.requireNonNull(due);
        Objects.requireNonNull(image);
        Objects.requireNonNull(attempt);
        Objects.requireNonNull(declarations);
        Objects.requireNonNull(troubles);
        if (passes < 0) {
            throw new IllegalArgumentException("passes is negative");
        }
    }

    /**
     * Of a request that nothing has been done about.
     *
     * @param startedAt when the request was issued
     * @param deadline from when on nothing but a verdict is decided
     */
    public static Progress start(Instant startedAt, Instant deadline) {
        return new Progress(
                new TimeLimit(startedAt, deadline),
                0,
                Due.LOOK,
                ImageSeen.NOTHING,
                Attempt.FIRST,
                null,
                Declarations.NOT_SEARCHED,
                Troubles.NONE);
    }

    /** The same, to be decided by this time. */
    public Progress withDeadline(Instant deadline) {
        return new Progress(
                new TimeLimit(time.startedAt(), deadline), passes, due, image, attempt, stack, declarations, troubles);
    }

    /** Whether the clean-up of an update was seen to delete the image: only then is the stack searched for other resources. */
    public boolean isOfCleanUp() {
        return !declarations.equals(Declarations.NOT_SEARCHED);
    }

    /** How long has been waited for the image: since a deletion was first accepted, or else since it is in its state. */
    Duration waited(Instant now) {
        return attempt.firstAcceptedAt() == null
                ? image.lasted(now)
                : TimeLimit.between(attempt.firstAcceptedAt(), now);
    }

    Progress passed() {
        return new Progress(time, passes + 1, due, image, attempt, stack, declarations, troubles);
    }

    Progress with(Due newDue) {
        return new Progress(time, passes, newDue, image, attempt, stack, declarations, troubles);
    }

    Progress with(ImageSeen newImage) {
        return new Progress(time, passes, due, newImage, attempt, stack, declarations, troubles);
    }

    Progress with(Attempt newAttempt) {
        return new Progress(time, passes, due, image, newAttempt, stack, declarations, troubles);
    }

    /** The stack has been looked at. */
    Progress saw(StackStanding standing, Instant now) {
        boolean same =
                stack != null && stack.standing() == standing && !stack.since().isAfter(now);
        StackSeen seen = new StackSeen(standing, same ? stack.since() : now, now);
        return new Progress(time, passes, due, image, attempt, seen, declarations, troubles);
    }

    Progress with(Declarations newDeclarations) {
        return new Progress(time, passes, due, image, attempt, stack, newDeclarations, troubles);
    }

    Progress with(Troubles newTroubles) {
        return new Progress(time, passes, due, image, attempt, stack, declarations, newTroubles);
    }
}
