package io.github.streamingimage.emulator.lambda;

import io.github.streamingimage.emulator.http.DaemonThreads;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The Lambda service for one function, which runs in AWS's own Java runtime interface client wherever that can run, in processes of
 * its own. No process outlives {@link #close()} or the normal end of this JVM.
 */
public final class LambdaFunction implements AutoCloseable {

    private final ScheduledExecutorService timer =
            Executors.newScheduledThreadPool(2, DaemonThreads.named("lambda-timer"));
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final EnvironmentPool pool;
    private final EventQueue queue;
    private final Thread shutdownHook;
    private final AtomicBoolean closed = new AtomicBoolean();

    private LambdaFunction(
            FunctionArtifacts artifacts,
            FunctionConfiguration configuration,
            Consumer<FunctionEvent> listener,
            Consumer<byte[]> destination) {
        Consumer<FunctionEvent> observer = event -> {
            event.said().ifPresent(said::add);
            listener.accept(event);
        };
        pool = new EnvironmentPool(artifacts, configuration, timer, observer);
        queue = new EventQueue(pool, timer, observer, destination);
        shutdownHook = new Thread(this::close, "lambda-shutdown");
        Runtime.getRuntime().addShutdownHook(shutdownHook);
    }

    /**
     * A function whose events, when they are given up, go to {@code destination} as records in Lambda's format. That is never the
     * function itself: Lambda refuses a function as its own destination. Processes start with the first invocation.
     *
     * @param listener is told of everything that happens, on the emulator's threads; it must not block
     */
    public static LambdaFunction start(
            FunctionArtifacts artifacts,
            FunctionConfiguration configuration,
            Consumer<FunctionEvent> listener,
            Consumer<byte[]> destination) {
        return new LambdaFunction(artifacts, configuration, listener, destination);
    }

    /** Invokes the function once and gives its answer (invocation type RequestResponse); the payload is JSON. */
    public CompletableFuture<InvocationResult> invoke(byte[] payload) {
        requireJson(payload);
        return pool.submit(new InvocationAttempt(UUID.randomUUID().toString(), payload, 1));
    }

    /** Accepts an event (invocation type Event) and gives what became of it in the end; the payload is JSON. */
    public CompletableFuture<AsyncOutcome> invokeAsync(byte[] payload) {
        requireJson(payload);
        return queue.accept(payload);
    }

    /** Accepts an event and delivers it twice with the same request id, as Lambda's queue may. */
    public List<CompletableFuture<AsyncOutcome>> invokeAsyncTwice(byte[] payload) {
        requireJson(payload);
        String requestId = UUID.randomUUID().toString();
        return List.of(queue.accept(requestId, payload), queue.accept(requestId, payload));
    }

    /** Kills the processes that run a request, as SIGKILL does; {@code false} when none runs it. */
    public boolean kill(String requestId) {
        return pool.kill(requestId);
    }

    /** What the function's processes run in. */
    public RuntimeClient runtimeClient() {
        return pool.client();
    }

    /** Changes the configuration: no invocation that starts from now on meets the old one. */
    public void configure(FunctionConfiguration configuration) {
        pool.configure(configuration);
    }

    /**
     * All text that ever left the function: log lines, responses and errors, one after the other. The last lines of a running
     * process may be still on their way; after {@link #close()} it is complete.
     */
    public String transcript() {
        return said.stream().collect(Collectors.joining("\n"));
    }

    /** Kills all processes and waits for their end; what was not finished is cancelled. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        queue.close();
        pool.close();
        timer.shutdownNow();
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException e) {
            // The JVM is going down, and this may be the hook itself.
        }
    }

    private static void requireJson(byte[] payload) {
        if (!DestinationRecord.isJson(payload)) {
            throw new IllegalArgumentException("payload: must be JSON");
        }
    }
}
