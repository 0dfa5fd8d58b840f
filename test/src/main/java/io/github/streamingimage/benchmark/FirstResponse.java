package io.github.streamingimage.benchmark;

import io.github.streamingimage.emulator.lambda.FunctionEvent;
import io.github.streamingimage.emulator.lambda.FunctionEvent.EnvironmentStarted;
import io.github.streamingimage.emulator.lambda.FunctionEvent.Responded;
import io.github.streamingimage.emulator.lambda.FunctionEvent.Started;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Waits for the first response of the newest process of a function, and then has its time and its memory. */
final class FirstResponse {

    private final Map<String, EnvironmentStarted> environments = new ConcurrentHashMap<>();
    private final Map<String, String> environmentOf = new ConcurrentHashMap<>();
    private final Instant notBefore = Instant.now();
    private final CompletableFuture<ProcessStart> response = new CompletableFuture<>();

    /**
     * One start of a process.
     *
     * @param took from the start of the process to its first response
     * @param cpu what the process had used of all processors until then
     * @param peakMemory the largest resident set until then, in bytes
     */
    record ProcessStart(Duration took, Duration cpu, long peakMemory) {}

    void happened(FunctionEvent event) {
        if (event instanceof EnvironmentStarted started && !started.at().isBefore(notBefore)) {
            environments.put(started.environment(), started);
        } else if (event instanceof Started started) {
            environmentOf.put(started.requestId(), started.environment());
        } else if (event instanceof Responded responded) {
            EnvironmentStarted started = environments.get(environmentOf.get(responded.requestId()));
            if (started != null) {
                response.complete(new ProcessStart(
                        Duration.between(started.at(), responded.at()), cpu(started.pid()), peakMemory(started.pid())));
            }
        }
    }

    ProcessStart await() {
        return response.orTimeout(2, TimeUnit.MINUTES).join();
    }

    private static Duration cpu(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow();
    }

    /** Linux keeps it as VmHWM, in KiB, in {@code /proc/<pid>/status}. */
    private static long peakMemory(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
