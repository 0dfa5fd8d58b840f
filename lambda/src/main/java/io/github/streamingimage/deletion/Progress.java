package io.github.streamingimage.deletion;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What a request has to remember between two looks. Losing it costs time, never correctness: a request that starts over with
 * {@link #start} does the same work with the same client tokens.
 *
 * @param startedAt when the request was issued
 * @param deadline from when on nothing but an answer is decided
 * @param looks how often the image has been looked at, 0 or more
 * @param attempt the number of the client token in use, 1-based
 * @param acceptedAt when the service last accepted DeleteStreamingImage with this attempt's token; null before
 * @param stack what is known of the stack
 * @param setbacks how many passes in a row met a throttle, a failure or a stack that could not be read
 * @param denials how many passes in a row met an access denied
 * @param missing how many looks in a row found no endpoint
 * @param state the state last seen, as the service spelled it; null before
 * @param stateSince since when it has been seen; null before
 */
public record Progress(
        Instant startedAt,
        Instant deadline,
        int looks,
        int attempt,
        Instant acceptedAt,
        StackCondition stack,
        int setbacks,
        int denials,
        int missing,
        String state,
        Instant stateSince) {

    /** What is known of the stack and its ancestors. */
    public enum StackCondition {
        UNCHECKED,
        SETTLED,
        ROLLING_BACK
    }

    public Progress {
        Objects.requireNonNull(startedAt);
        Objects.requireNonNull(deadline);
        Objects.requireNonNull(stack);
        if (looks < 0 || attempt < 1 || setbacks < 0 || denials < 0 || missing < 0) {
            throw new IllegalArgumentException("a count is out of range");
        }
        if ((state == null) != (stateSince == null)) {
            throw new IllegalArgumentException("state and stateSince are known together or not at all");
        }
    }

    public static Progress start(Instant startedAt, Instant deadline) {
        return new Progress(startedAt, deadline, 0, 1, null, StackCondition.UNCHECKED, 0, 0, 0, null, null);
    }

    /** How long the state last seen has lasted; zero when none was seen. */
    public Duration inStateFor(Instant now) {
        return stateSince == null || now.isBefore(stateSince) ? Duration.ZERO : Duration.between(stateSince, now);
    }

    Progress looked() {
        return new Progress(
                startedAt,
                deadline,
                looks + 1,
                attempt,
                acceptedAt,
                stack,
                setbacks,
                denials,
                missing,
                state,
                stateSince);
    }

    Progress saw(String seen, Instant now) {
        Instant since = seen.equals(state) ? stateSince : now;
        return new Progress(startedAt, deadline, looks, attempt, acceptedAt, stack, setbacks, denials, 0, seen, since);
    }

    Progress accepted(Instant now) {
        return new Progress(
                startedAt, deadline, looks, attempt, now, stack, setbacks, denials, missing, state, stateSince);
    }

    /** The same, to be answered by this time at the latest. */
    public Progress notAfter(Instant time) {
        return time.isBefore(deadline)
                ? new Progress(
                        startedAt,
                        time,
                        looks,
                        attempt,
                        acceptedAt,
                        stack,
                        setbacks,
                        denials,
                        missing,
                        state,
                        stateSince)
                : this;
    }

    /** A further attempt, with a token that the service has not accepted yet. */
    Progress nextAttempt() {
        return new Progress(
                startedAt, deadline, looks, attempt + 1, null, stack, setbacks, denials, missing, state, stateSince);
    }

    Progress with(StackCondition condition) {
        return new Progress(
                startedAt,
                deadline,
                looks,
                attempt,
                acceptedAt,
                condition,
                setbacks,
                denials,
                missing,
                state,
                stateSince);
    }

    /** A pass ended without trouble. */
    Progress calm() {
        return new Progress(startedAt, deadline, looks, attempt, acceptedAt, stack, 0, 0, 0, state, stateSince);
    }

    Progress setback() {
        return new Progress(
                startedAt, deadline, looks, attempt, acceptedAt, stack, setbacks + 1, denials, 0, state, stateSince);
    }

    Progress denied() {
        return new Progress(
                startedAt, deadline, looks, attempt, acceptedAt, stack, setbacks, denials + 1, 0, state, stateSince);
    }

    Progress endpointMissing() {
        return new Progress(
                startedAt,
                deadline,
                looks,
                attempt,
                acceptedAt,
                stack,
                setbacks,
                denials,
                missing + 1,
                state,
                stateSince);
    }
}
