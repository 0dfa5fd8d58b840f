package io.github.streamingimage.emulator.cloudformation;

import io.github.streamingimage.emulator.http.DaemonThreads;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Drives the engine in real time, from whatever thread, one thing at a time. */
final class RealTime implements Scheduler, AutoCloseable {

    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("cloudformation-timer"));
    private volatile Duration skew = Duration.ZERO;
    private boolean closed;

    /** From now on, CloudFormation's clock is ahead of everybody else's by this, or behind when it is negative. */
    void skew(Duration ahead) {
        skew = ahead;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(skew);
    }

    @Override
    public void after(Duration delay, Runnable action) {
        timer.schedule(() -> run(action), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Lets the action happen now, or not at all once this is closed. */
    synchronized void run(Runnable action) {
        if (!closed) {
            action.run();
        }
    }

    synchronized <T> T get(Supplier<T> question) {
        return question.get();
    }

    /** Lets nothing happen any more. */
    @Override
    public synchronized void close() {
        closed = true;
        timer.shutdownNow();
    }
}
