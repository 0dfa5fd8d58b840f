package io.github.streamingimage.emulator.lambda;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Lambda's queue of asynchronous events: each is tried until it succeeds or is given up, always with the same request id, and
 * an event that is given up becomes a record for the on-failure destination.
 */
final class EventQueue implements AutoCloseable {

    private record Event(
            String requestId, byte[] payload, Instant acceptedAt, CompletableFuture<AsyncOutcome> outcome) {}

    private final EnvironmentPool pool;
    private final ScheduledExecutorService timer;
    private final Consumer<FunctionEvent> listener;
    private final Consumer<byte[]> destination;
    private final Set<CompletableFuture<AsyncOutcome>> outstanding = ConcurrentHashMap.newKeySet();

    /** A queue whose failed events go to {@code destination}, as records. */
    EventQueue(
            EnvironmentPool pool,
            ScheduledExecutorService timer,
            Consumer<FunctionEvent> listener,
            Consumer<byte[]> destination) {
        this.pool = pool;
        this.timer = timer;
        this.listener = listener;
        this.destination = destination;
    }

    CompletableFuture<AsyncOutcome> accept(byte[] payload) {
        return accept(UUID.randomUUID().toString(), payload);
    }

    CompletableFuture<AsyncOutcome> accept(String requestId, byte[] payload) {
        Event event = new Event(requestId, payload, Instant.now(), new CompletableFuture<>());
        outstanding.add(event.outcome());
        event.outcome().whenComplete((outcome, failure) -> outstanding.remove(event.outcome()));
        attempt(event, 1);
        return event.outcome();
    }

    /** Gives up on every event without an outcome. */
    @Override
    public void close() {
        outstanding.forEach(outcome -> outcome.cancel(false));
    }

    private void attempt(Event event, int attempt) {
        pool.submit(new Invocation(event.requestId(), event.payload(), attempt)).whenComplete((result, failure) -> {
            if (failure != null) {
                event.outcome().completeExceptionally(failure);
            } else if (result instanceof InvocationResult.Response response) {
                event.outcome().complete(new AsyncOutcome.Succeeded(event.requestId(), attempt, response.payload()));
            } else {
                retryOrGiveUp(event, attempt, result);
            }
        });
    }

    private void retryOrGiveUp(Event event, int attempt, InvocationResult error) {
        AsynchronousInvocation settings = pool.configuration().asynchronous();
        if (attempt > settings.retryDelays().size()) {
            giveUp(event, attempt, DestinationRecord.RETRIES_EXHAUSTED, error);
            return;
        }
        Duration delay = settings.retryDelays().get(attempt - 1);
        Instant expiry = event.acceptedAt().plus(settings.maximumEventAge());
        if (Instant.now().plus(delay).isAfter(expiry)) {
            giveUp(event, attempt, DestinationRecord.EVENT_AGE_EXCEEDED, error);
            return;
        }
        listener.accept(new FunctionEvent.Retrying(Instant.now(), event.requestId(), attempt + 1, delay));
        timer.schedule(() -> attempt(event, attempt + 1), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void giveUp(Event event, int attempts, String condition, InvocationResult error) {
        listener.accept(new FunctionEvent.GivenUp(Instant.now(), event.requestId(), condition, attempts));
        byte[] record = DestinationRecord.of(pool.configuration().arn(), condition, attempts, event.payload(), error);
        destination.accept(record);
        event.outcome().complete(new AsyncOutcome.Exhausted(event.requestId(), attempts, record));
    }
}
