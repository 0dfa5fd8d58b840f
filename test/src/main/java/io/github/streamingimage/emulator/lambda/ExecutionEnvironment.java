package io.github.streamingimage.emulator.lambda;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One process of a function and the Runtime API it talks to. It runs one invocation at a time; it is free again only when the
 * runtime asks for the next one, and it is of no more use once its process has ended.
 */
final class ExecutionEnvironment implements RuntimeApi.Listener {

    /** The longest a runtime may take to initialize, as in Lambda; the emulator adds the function's timeout to it. */
    private static final Duration INIT = Duration.ofSeconds(10);

    /** Whoever hands out invocations; called without any lock of the environment. */
    interface Owner {

        /** The runtime waits for an invocation. */
        void free(ExecutionEnvironment environment);

        /** The process has ended. */
        void gone(ExecutionEnvironment environment);
    }

    private final String name = Instant.now().toString().substring(0, 10).replace('-', '/') + "/[$LATEST]"
            + UUID.randomUUID().toString().replace("-", "");
    private final FunctionConfiguration configuration;
    private final Owner owner;
    private final ScheduledExecutorService timer;
    private final Consumer<FunctionEvent> listener;
    // Holds the invocation between its assignment and the moment at which the runtime fetches it.
    private final BlockingQueue<InvocationAttempt> inbox = new LinkedBlockingQueue<>();
    private final InvocationSlot slot = new InvocationSlot();
    private final RuntimeApi api = new RuntimeApi(this);
    private final FunctionProcess process;

    private Future<?> timeout;

    /** The runtime has asked for an invocation. */
    private volatile boolean isInitialized;

    /** The last line before that, or else the error in which initializing ended. */
    private volatile String startProblem = "";

    private volatile boolean isInitError;

    ExecutionEnvironment(
            FunctionArtifacts artifacts,
            FunctionConfiguration configuration,
            Path directory,
            RuntimeClient client,
            Owner owner,
            ScheduledExecutorService timer,
            Consumer<FunctionEvent> listener,
            InvocationAttempt first) {
        this.configuration = configuration;
        this.owner = owner;
        this.timer = timer;
        this.listener = listener;
        // Before the process starts: it may ask for its invocation before this constructor has returned.
        assign(first);
        timeoutAfter(first, INIT.plus(configuration.timeout()));
        String taskRoot = artifacts.functionJar().toAbsolutePath().getParent().toString();
        Map<String, String> variables = EnvironmentVariables.of(configuration, name, api.address(), taskRoot);
        process = FunctionProcess.start(artifacts, configuration, directory, client, variables, this::logged);
        listener.accept(new FunctionEvent.EnvironmentStarted(Instant.now(), name, process.pid()));
    }

    /** Tells the owner when the process has ended; to be called once the owner knows this environment. */
    void watch() {
        process.ended().thenAccept(this::exited);
    }

    /** Gives a free environment an invocation; {@code false} when its process has ended meanwhile. */
    boolean assign(InvocationAttempt attempt) {
        return slot.assign(attempt) && inbox.add(attempt);
    }

    boolean isRunning(String requestId) {
        return slot.isRunning(requestId);
    }

    /** Kills the process at once, as SIGKILL does, whatever it is doing. */
    void kill() {
        process.kill();
    }

    /** Kills the process without an answer to the invocation it runs. */
    void abandon() {
        slot.current().ifPresent(running -> running.result().cancel(false));
        kill();
    }

    CompletableFuture<Integer> ended() {
        return process.ended();
    }

    @Override
    public RuntimeApi.Delivery next() throws InterruptedException {
        isInitialized = true;
        // An invocation ends only here, so that whoever waited for it finds this environment free.
        Optional<InvocationSlot.Settled> settled = slot.settle();
        if (settled.isPresent()) {
            cancelTimeout();
            owner.free(this);
            complete(settled.get());
        }
        InvocationAttempt attempt = inbox.take();
        Instant now = Instant.now();
        timeoutAfter(attempt, configuration.timeout());
        slot.start(now);
        listener.accept(new FunctionEvent.Started(now, name, attempt.requestId(), attempt.attempt()));
        return new RuntimeApi.Delivery(headers(attempt, now), attempt.payload());
    }

    @Override
    public boolean responded(String requestId, byte[] body) {
        return answered(
                new InvocationResult.Response(requestId, body),
                new FunctionEvent.Responded(Instant.now(), requestId, new String(body, StandardCharsets.UTF_8)));
    }

    @Override
    public boolean failed(String requestId, byte[] body) {
        return answered(
                new InvocationResult.FunctionError(requestId, body),
                new FunctionEvent.Failed(Instant.now(), requestId, new String(body, StandardCharsets.UTF_8)));
    }

    @Override
    public boolean initFailed(byte[] body) {
        startProblem = InvocationError.told(new String(body, StandardCharsets.UTF_8));
        isInitError = true;
        return failed(slot.requestId(), body);
    }

    private boolean answered(InvocationResult result, FunctionEvent event) {
        boolean counts = slot.answer(result.requestId(), result);
        if (counts) {
            listener.accept(event);
        }
        return counts;
    }

    private synchronized void timeoutAfter(InvocationAttempt attempt, Duration duration) {
        cancelTimeout();
        timeout = timer.schedule(() -> timedOut(attempt), duration.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void cancelTimeout() {
        if (timeout != null) {
            timeout.cancel(false);
        }
    }

    private void timedOut(InvocationAttempt attempt) {
        byte[] payload = InvocationError.timedOut(attempt.requestId(), configuration.timeout());
        if (slot.answer(attempt, new InvocationResult.FunctionError(attempt.requestId(), payload))) {
            listener.accept(new FunctionEvent.TimedOut(Instant.now(), attempt.requestId(), configuration.timeout()));
            kill();
        }
    }

    private void exited(int status) {
        slot.close();
        cancelTimeout();
        api.close();
        String requestId = slot.requestId();
        listener.accept(new FunctionEvent.Exited(Instant.now(), name, requestId, status));
        if (!isInitialized) {
            String reason = "its process ended with " + status + (startProblem.isEmpty() ? "" : ": " + startProblem);
            listener.accept(new FunctionEvent.StartFailed(Instant.now(), name, reason));
        }
        byte[] payload = InvocationError.exited(requestId, status);
        slot.answer(requestId, new InvocationResult.FunctionError(requestId, payload));
        owner.gone(this);
        slot.settle().ifPresent(this::complete);
    }

    private void complete(InvocationSlot.Settled settled) {
        InvocationAttempt attempt = settled.attempt();
        listener.accept(new FunctionEvent.Ended(Instant.now(), attempt.requestId(), settled.took()));
        attempt.result().complete(settled.result());
    }

    private void logged(String line) {
        if (!isInitialized && !isInitError && !line.isBlank()) {
            startProblem = line;
        }
        listener.accept(new FunctionEvent.Logged(Instant.now(), name, slot.requestId(), line));
    }

    private Map<String, String> headers(InvocationAttempt attempt, Instant now) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Lambda-Runtime-Aws-Request-Id", attempt.requestId());
        headers.put(
                "Lambda-Runtime-Deadline-Ms",
                Long.toString(now.plus(configuration.timeout()).toEpochMilli()));
        headers.put("Lambda-Runtime-Invoked-Function-Arn", configuration.arn());
        headers.put("Lambda-Runtime-Trace-Id", TraceId.of(attempt.requestId(), now));
        return headers;
    }
}
