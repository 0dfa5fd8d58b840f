package io.github.streamingimage.deletion;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What a request has to remember between two looks. Losing it costs time, never correctness: a request that starts over with
 * {@link #start} does the same work with the same client tokens.
 *
 * @param startedAt when the request was issued
 * @param deadline from when on nothing but an answer is decided
 * @param looks how often the image has been looked at, 0 or more
 * @param attempt the number of the client token in use, 1-based
 * @param call the call that comes next, or whose answer is to be decided on
 * @param acceptedAt when the service last accepted DeleteStreamingImage with this attempt's token; null before
 * @param stack what is known of the stack
 * @param stackSeenAt when that was seen; null before
 * @param throttling since when, and until when, calls were throttled; null when none was, or long ago
 * @param setbacks how many passes in a row met a failure or a stack that could not be read
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
        Call call,
        Instant acceptedAt,
        StackCondition stack,
        Instant stackSeenAt,
        Throttling throttling,
        int setbacks,
        int denials,
        int missing,
        String state,
        Instant stateSince) {

    /** The calls of the service that a pass can begin with. */
    public enum Call {
        /** GetStreamingImage. */
        LOOK,
        /** DeleteStreamingImage, decided on from the look just before. */
        DELETE,
        /** DeleteStreamingImage, decided on before, and throttled since: it did nothing, and needs no look to be repeated. */
        DELETE_AGAIN
    }

    /** What is known of the stack and its ancestors. */
    public enum StackCondition {
        UNCHECKED,
        SETTLED,
        ROLLING_BACK
    }

    public Progress {
        Objects.requireNonNull(startedAt);
        Objects.requireNonNull(deadline);
        Objects.requireNonNull(call);
        Objects.requireNonNull(stack);
        if (looks < 0 || attempt < 1 || setbacks < 0 || denials < 0 || missing < 0) {
            throw new IllegalArgumentException("a count is out of range");
        }
        if ((stack == StackCondition.UNCHECKED) != (stackSeenAt == null)) {
            throw new IllegalArgumentException("stack and stackSeenAt are known together or not at all");
        }
        if ((state == null) != (stateSince == null)) {
            throw new IllegalArgumentException("state and stateSince are known together or not at all");
        }
    }

    public static Progress start(Instant startedAt, Instant deadline) {
        return new Progress(
                startedAt, deadline, 0, 1, Call.LOOK, null, StackCondition.UNCHECKED, null, null, 0, 0, 0, null, null);
    }

    /** How long the state last seen has lasted; zero when none was seen. */
    public Duration inStateFor(Instant now) {
        return stateSince == null ? Duration.ZERO : between(stateSince, now);
    }

    /** How long has been waited for the image: since its deletion was accepted, or else since it is in its state. */
    Duration waitedFor(Instant now) {
        return acceptedAt == null ? inStateFor(now) : between(acceptedAt, now);
    }

    /** The same, to be answered by this time at the latest. */
    public Progress notAfter(Instant time) {
        return time.isBefore(deadline) ? change(draft -> draft.deadline = time) : this;
    }

    Progress looked() {
        return change(draft -> draft.looks++);
    }

    Progress saw(String seen, Instant now) {
        return change(draft -> {
            draft.stateSince = seen.equals(state) ? stateSince : now;
            draft.state = seen;
            draft.missing = 0;
        });
    }

    Progress accepted(Instant now) {
        return change(draft -> draft.acceptedAt = now);
    }

    /** A further attempt, with a token that the service has not accepted yet. */
    Progress nextAttempt() {
        return change(draft -> {
            draft.attempt++;
            draft.acceptedAt = null;
        });
    }

    Progress with(Call next) {
        return change(draft -> draft.call = next);
    }

    /** The stack has been looked at. */
    Progress with(StackCondition condition, Instant now) {
        return change(draft -> {
            draft.stack = condition;
            draft.stackSeenAt = now;
        });
    }

    /** What was seen of the stack counts no longer. */
    Progress stackUnchecked() {
        return change(draft -> {
            draft.stack = StackCondition.UNCHECKED;
            draft.stackSeenAt = null;
        });
    }

    /** Whether the stack was seen, not long ago, not to roll back. */
    boolean stackSettledSince(Instant time) {
        return stack == StackCondition.SETTLED && !stackSeenAt.isBefore(time);
    }

    /** A pass ended without trouble. */
    Progress calm(Instant now) {
        return change(draft -> {
            draft.throttling = throttling == null || throttling.isOver(now) ? null : throttling;
            draft.setbacks = 0;
            draft.denials = 0;
            draft.missing = 0;
        });
    }

    Progress throttled(Instant now) {
        return change(draft -> {
            draft.throttling = throttling == null ? Throttling.at(now) : throttling.again(now);
            draft.missing = 0;
        });
    }

    Progress setback() {
        return change(draft -> {
            draft.setbacks++;
            draft.missing = 0;
        });
    }

    Progress denied() {
        return change(draft -> {
            draft.denials++;
            draft.missing = 0;
        });
    }

    Progress endpointMissing() {
        return change(draft -> draft.missing++);
    }

    private Progress change(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.progress();
    }

    /** Never negative: clocks differ between two invocations. */
    static Duration between(Instant from, Instant to) {
        return to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
    }

    /** A progress while it changes. */
    private static final class Draft {
        private final Instant startedAt;
        private Instant deadline;
        private int looks;
        private int attempt;
        private Call call;
        private Instant acceptedAt;
        private StackCondition stack;
        private Instant stackSeenAt;
        private Throttling throttling;
        private int setbacks;
        private int denials;
        private int missing;
        private String state;
        private Instant stateSince;

        Draft(Progress from) {
            startedAt = from.startedAt;
            deadline = from.deadline;
            looks = from.looks;
            attempt = from.attempt;
            call = from.call;
            acceptedAt = from.acceptedAt;
            stack = from.stack;
            stackSeenAt = from.stackSeenAt;
            throttling = from.throttling;
            setbacks = from.setbacks;
            denials = from.denials;
            missing = from.missing;
            state = from.state;
            stateSince = from.stateSince;
        }

        Progress progress() {
            return new Progress(
                    startedAt,
                    deadline,
                    looks,
                    attempt,
                    call,
                    acceptedAt,
                    stack,
                    stackSeenAt,
                    throttling,
                    setbacks,
                    denials,
                    missing,
                    state,
                    stateSince);
        }
    }
}
