package io.github.streamingimage.emulator.service;

import io.github.streamingimage.emulator.http.DaemonThreads;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Advances the model in real time whenever a transition is due, so that its listeners hear of it without a request. */
final class Ticker implements ServiceListener, AutoCloseable {
    private final ServiceModel<?, ?> model;
    private final ScheduledThreadPoolExecutor executor;
    private Optional<Future<?>> pending = Optional.empty();

    Ticker(ServiceModel<?, ?> model) {
        this.model = model;
        this.executor = new ScheduledThreadPoolExecutor(
                1, DaemonThreads.named("service-ticker"), new ThreadPoolExecutor.DiscardPolicy());
        executor.setRemoveOnCancelPolicy(true);
    }

    /** Comes under the model's lock, which alone guards {@code pending}. */
    @Override
    public void nextTransition(Optional<Instant> due) {
        pending.ifPresent(task -> task.cancel(false));
        // One millisecond more, so that the clock has really come as far when the task runs.
        pending = due.map(at -> executor.schedule(
                model::advance, Duration.between(model.clock().instant(), at).toMillis() + 1, TimeUnit.MILLISECONDS));
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
