package io.github.streamingimage.emulator.lambda;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The place for one invocation in an execution environment: an invocation is assigned, started, answered and taken off, in that
 * order. Only its first answer counts: a response, a timeout and an exit may race.
 */
final class InvocationSlot {

    /** An attempt with a result that was taken off; {@code took} counts from its start, zero when it never started. */
    record Settled(InvocationAttempt attempt, InvocationResult result, Duration took) {}

    private InvocationAttempt current;
    private Instant startedAt;
    private InvocationResult answer;
    private boolean closed;

    /** Puts an invocation into the free slot; {@code false} when it is closed. */
    synchronized boolean assign(InvocationAttempt attempt) {
        if (closed) {
            return false;
        }
        current = attempt;
        startedAt = null;
        return true;
    }

    synchronized void start(Instant now) {
        startedAt = now;
    }

    /** Answers the invocation that is in the slot, if it has this request id and no answer yet. */
    synchronized boolean answer(String requestId, InvocationResult result) {
        return current != null && current.requestId().equals(requestId) && answer(current, result);
    }

    /** Answers an invocation, if it is still in the slot and has no answer yet. */
    synchronized boolean answer(InvocationAttempt attempt, InvocationResult result) {
        if (current != attempt || answer != null) {
            return false;
        }
        answer = result;
        return true;
    }

    /** Takes an answered invocation off. */
    synchronized Optional<Settled> settle() {
        if (answer == null) {
            return Optional.empty();
        }
        Duration took = startedAt == null ? Duration.ZERO : Duration.between(startedAt, Instant.now());
        Settled settled = new Settled(current, answer, took);
        current = null;
        answer = null;
        return Optional.of(settled);
    }

    /** Takes no more invocations. */
    synchronized void close() {
        closed = true;
    }

    synchronized Optional<InvocationAttempt> current() {
        return Optional.ofNullable(current);
    }

    /** The request id of the invocation in the slot, empty when there is none. */
    synchronized String requestId() {
        return current == null ? "" : current.requestId();
    }

    synchronized boolean isRunning(String requestId) {
        return startedAt != null && requestId().equals(requestId);
    }
}
