package io.github.streamingimage.emulator.lambda;

import io.github.streamingimage.emulator.lambda.DestinationRecord.Condition;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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
        attempt(event, 1, Optional.empty());
        return event.outcome();
    }

    /** Gives up on every event without an outcome. */
    @Override
    public void close() {
        outstanding.forEach(outcome -> outcome.cancel(false));
    }

    /** Sends the event, unless it has become too old. A wait for a free environment does not count: it is not modelled. */
    private void attempt(Event event, int attempt, Optional<byte[]> lastError) {
        AsynchronousInvocation policy = pool.configuration().asynchronous();
        if (policy.isExpired(Duration.between(event.acceptedAt(), Instant.now()))) {
            giveUp(event, attempt - 1, Condition.EVENT_AGE_EXCEEDED, lastError);
            return;
        }
        pool.submit(new InvocationAttempt(event.requestId(), event.payload(), attempt))
                .whenComplete((result, failure) -> {
                    if (failure != null) {
                        event.outcome().completeExceptionally(failure);
                    } else if (result instanceof InvocationResult.Response response) {
                        event.outcome()
                                .complete(new AsyncOutcome.Succeeded(event.requestId(), attempt, response.payload()));
                    } else {
                        retryOrGiveUp(event, attempt, result.payload());
                    }
                });
    }

    private void retryOrGiveUp(Event event, int attempt, byte[] error) {
        Optional<Duration> delay = pool.configuration().asynchronous().delayAfter(attempt);
        if (delay.isEmpty()) {
            giveUp(event, attempt, Condition.RETRIES_EXHAUSTED, Optional.of(error));
            return;
        }
        listener.accept(new FunctionEvent.Retrying(Instant.now(), event.requestId(), attempt + 1, delay.get()));
        timer.schedule(
                () -> attempt(event, attempt + 1, Optional.of(error)),
                delay.get().toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void giveUp(Event event, int attempts, Condition condition, Optional<byte[]> error) {
        Instant now = Instant.now();
        listener.accept(new FunctionEvent.GivenUp(now, event.requestId(), condition.wireName(), attempts));
        String arn = pool.configuration().arn();
        byte[] record =
                new DestinationRecord(arn, event.requestId(), condition, attempts, event.payload(), error).json(now);
        destination.accept(record);
        event.outcome().complete(new AsyncOutcome.Exhausted(event.requestId(), attempts, record));
    }
}
