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
    private final BlockingQueue<Invocation> inbox = new LinkedBlockingQueue<>();
    private final RuntimeApi api = new RuntimeApi(this);
    private final FunctionProcess process;

    private Invocation current;
    private InvocationResult answer;
    private Instant startedAt;
    private Future<?> timeout;
    private boolean ended;

    ExecutionEnvironment(
            FunctionArtifacts artifacts,
            FunctionConfiguration configuration,
            Path directory,
            Path nativeLibrary,
            Owner owner,
            ScheduledExecutorService timer,
            Consumer<FunctionEvent> listener,
            Invocation first) {
        this.configuration = configuration;
        this.owner = owner;
        this.timer = timer;
        this.listener = listener;
        // Before the process starts: it may ask for its invocation before this constructor has returned.
        assign(first);
        timeoutAfter(first, INIT.plus(configuration.timeout()));
        String taskRoot = artifacts.functionJar().toAbsolutePath().getParent().toString();
        Map<String, String> variables = EnvironmentVariables.of(configuration, name, api.address(), taskRoot);
        process = FunctionProcess.start(artifacts, configuration, directory, nativeLibrary, variables, this::logged);
        listener.accept(new FunctionEvent.EnvironmentStarted(Instant.now(), name, process.pid()));
    }

    /** Tells the owner when the process has ended; to be called once the owner knows this environment. */
    void watch() {
        process.ended().thenAccept(this::exited);
    }

    /** Gives a free environment an invocation; {@code false} when its process has ended meanwhile. */
    synchronized boolean assign(Invocation invocation) {
        if (ended) {
            return false;
        }
        current = invocation;
        startedAt = null;
        inbox.add(invocation);
        return true;
    }

    synchronized boolean isRunning(String requestId) {
        return startedAt != null && current != null && current.requestId().equals(requestId);
    }

    /** Kills the process at once, as SIGKILL does, whatever it is doing. */
    void kill() {
        process.kill();
    }

    /** Kills the process without an answer to the invocation it runs. */
    void abandon() {
        Invocation running;
        synchronized (this) {
            running = current;
        }
        if (running != null) {
            running.result().cancel(false);
        }
        kill();
    }

    CompletableFuture<Integer> ended() {
        return process.ended();
    }

    @Override
    public RuntimeApi.Delivery next() throws InterruptedException {
        // The invocation ends only here, so that whoever waited for it finds this environment free.
        Optional<Runnable> settlement = settle();
        if (settlement.isPresent()) {
            owner.free(this);
            settlement.get().run();
        }
        Invocation invocation = inbox.take();
        Instant now = Instant.now();
        timeoutAfter(invocation, configuration.timeout());
        synchronized (this) {
            startedAt = now;
        }
        listener.accept(new FunctionEvent.Started(now, name, invocation.requestId(), invocation.attempt()));
        return new RuntimeApi.Delivery(headers(invocation, now), invocation.payload());
    }

    @Override
    public boolean responded(String requestId, byte[] body) {
        return answered(
                requestId,
                new FunctionEvent.Responded(Instant.now(), requestId, new String(body, StandardCharsets.UTF_8)),
                new InvocationResult.Response(requestId, body));
    }

    @Override
    public boolean failed(String requestId, byte[] body) {
        return answered(
                requestId,
                new FunctionEvent.Failed(Instant.now(), requestId, new String(body, StandardCharsets.UTF_8)),
                new InvocationResult.FunctionError(requestId, body));
    }

    @Override
    public boolean initFailed(byte[] body) {
        String requestId = requestId();
        return !requestId.isEmpty() && failed(requestId, body);
    }

    private boolean answered(String requestId, FunctionEvent event, InvocationResult result) {
        synchronized (this) {
            if (current == null || !current.requestId().equals(requestId) || !answer(current, result)) {
                return false;
            }
        }
        listener.accept(event);
        return true;
    }

    /** Keeps the first answer to an invocation: a response, a timeout and an exit may race. */
    private synchronized boolean answer(Invocation invocation, InvocationResult result) {
        if (current != invocation || answer != null) {
            return false;
        }
        answer = result;
        return true;
    }

    private synchronized void timeoutAfter(Invocation invocation, Duration duration) {
        if (timeout != null) {
            timeout.cancel(false);
        }
        timeout = timer.schedule(() -> timedOut(invocation), duration.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void timedOut(Invocation invocation) {
        byte[] payload = InvocationError.timedOut(invocation.requestId(), configuration.timeout());
        if (answer(invocation, new InvocationResult.FunctionError(invocation.requestId(), payload))) {
            listener.accept(new FunctionEvent.TimedOut(Instant.now(), invocation.requestId(), configuration.timeout()));
            kill();
        }
    }

    private void exited(int status) {
        String requestId;
        synchronized (this) {
            ended = true;
            requestId = requestId();
            if (current != null) {
                byte[] payload = InvocationError.exited(requestId, status);
                answer(current, new InvocationResult.FunctionError(requestId, payload));
            }
        }
        api.close();
        listener.accept(new FunctionEvent.Exited(Instant.now(), name, requestId, status));
        owner.gone(this);
        settle().ifPresent(Runnable::run);
    }

    /** Takes an invocation that was answered off this environment; the result is what remains to be done for it. */
    private synchronized Optional<Runnable> settle() {
        if (answer == null) {
            return Optional.empty();
        }
        Invocation settled = current;
        InvocationResult result = answer;
        Instant now = Instant.now();
        Duration took = startedAt == null ? Duration.ZERO : Duration.between(startedAt, now);
        current = null;
        answer = null;
        timeout.cancel(false);
        return Optional.of(() -> {
            listener.accept(new FunctionEvent.Ended(now, settled.requestId(), took));
            settled.result().complete(result);
        });
    }

    private void logged(String line) {
        listener.accept(new FunctionEvent.Logged(Instant.now(), name, requestId(), line));
    }

    private synchronized String requestId() {
        return current == null ? "" : current.requestId();
    }

    private Map<String, String> headers(Invocation invocation, Instant now) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Lambda-Runtime-Aws-Request-Id", invocation.requestId());
        headers.put(
                "Lambda-Runtime-Deadline-Ms",
                Long.toString(now.plus(configuration.timeout()).toEpochMilli()));
        headers.put("Lambda-Runtime-Invoked-Function-Arn", configuration.arn());
        headers.put("Lambda-Runtime-Trace-Id", TraceId.of(invocation.requestId(), now));
        return headers;
    }
}
