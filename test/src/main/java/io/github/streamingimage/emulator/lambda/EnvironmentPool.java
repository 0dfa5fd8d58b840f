package io.github.streamingimage.emulator.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The execution environments of one function. An invocation goes to a free one, else to a new one, else, when there are as
 * many as the reserved concurrency allows, it waits; a free one whose configuration is out of date is never used again.
 */
final class EnvironmentPool implements ExecutionEnvironment.Owner, AutoCloseable {

    private static final long KILL_SECONDS = 10;

    private final FunctionArtifacts artifacts;
    private final ScheduledExecutorService timer;
    private final Consumer<FunctionEvent> listener;
    private final Path directory;
    private final RuntimeClient client;

    private final Deque<InvocationAttempt> waiting = new ArrayDeque<>();
    private final Deque<ExecutionEnvironment> free = new ArrayDeque<>();
    private final Set<ExecutionEnvironment> current = new HashSet<>();
    private final Set<ExecutionEnvironment> all = new HashSet<>();
    private FunctionConfiguration configuration;
    private boolean closed;

    EnvironmentPool(
            FunctionArtifacts artifacts,
            FunctionConfiguration configuration,
            ScheduledExecutorService timer,
            Consumer<FunctionEvent> listener) {
        this.artifacts = artifacts;
        this.configuration = configuration;
        this.timer = timer;
        this.listener = listener;
        try {
            directory = Files.createTempDirectory("emulated-lambda");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a private directory", e);
        }
        client = RuntimeClient.choose(artifacts, configuration.runtime(), directory);
    }

    RuntimeClient client() {
        return client;
    }

    CompletableFuture<InvocationResult> submit(InvocationAttempt attempt) {
        synchronized (this) {
            if (closed) {
                attempt.result().cancel(false);
                return attempt.result();
            }
            waiting.add(attempt);
        }
        dispatch();
        return attempt.result();
    }

    synchronized FunctionConfiguration configuration() {
        return configuration;
    }

    /** Uses a configuration from now on: free environments are retired at once, busy ones when they become free. */
    void configure(FunctionConfiguration changed) {
        List<ExecutionEnvironment> retired;
        synchronized (this) {
            configuration = changed;
            current.clear();
            retired = List.copyOf(free);
            free.clear();
        }
        retired.forEach(ExecutionEnvironment::kill);
    }

    /** Kills the processes that run a request; {@code false} when none does. */
    boolean kill(String requestId) {
        List<ExecutionEnvironment> running;
        synchronized (this) {
            running = all.stream()
                    .filter(environment -> environment.isRunning(requestId))
                    .toList();
        }
        running.forEach(ExecutionEnvironment::kill);
        return !running.isEmpty();
    }

    @Override
    public void free(ExecutionEnvironment environment) {
        boolean retired;
        synchronized (this) {
            retired = !current.contains(environment);
            if (!retired) {
                free.push(environment);
            }
        }
        if (retired) {
            environment.kill();
        }
        dispatch();
    }

    @Override
    public void gone(ExecutionEnvironment environment) {
        synchronized (this) {
            all.remove(environment);
            current.remove(environment);
            free.remove(environment);
        }
        dispatch();
    }

    /** Kills every process, cancels what waits, and returns when all that the processes wrote has been read. */
    @Override
    public void close() {
        List<ExecutionEnvironment> environments;
        synchronized (this) {
            closed = true;
            waiting.forEach(attempt -> attempt.result().cancel(false));
            waiting.clear();
            environments = List.copyOf(all);
        }
        environments.forEach(ExecutionEnvironment::abandon);
        CompletableFuture.allOf(
                        environments.stream().map(ExecutionEnvironment::ended).toArray(CompletableFuture[]::new))
                .orTimeout(KILL_SECONDS, TimeUnit.SECONDS)
                .join();
        deleteDirectory();
    }

    private synchronized void dispatch() {
        while (!waiting.isEmpty() && !closed) {
            if (!free.isEmpty()) {
                if (free.pop().assign(waiting.peek())) {
                    waiting.remove();
                }
            } else if (all.size() < configuration.reservedConcurrency()) {
                startFor(waiting.remove());
            } else {
                return;
            }
        }
    }

    private void startFor(InvocationAttempt attempt) {
        try {
            ExecutionEnvironment environment = new ExecutionEnvironment(
                    artifacts, configuration, directory, client, this, timer, listener, attempt);
            all.add(environment);
            current.add(environment);
            environment.watch();
        } catch (UncheckedIOException e) {
            attempt.result().completeExceptionally(e);
        }
    }

    private void deleteDirectory() {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + directory, e);
        }
    }
}
