package io.github.streamingimage.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * A program that runs in a directory until it ends or its time is up.
 *
 * @param words the program, found as that directory would find it, and its arguments
 * @param environment variables beside those of this process
 */
public record ExternalCommand(Path directory, List<String> words, Map<String, String> environment) {

    public ExternalCommand {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    public ExternalCommand(Path directory, String... words) {
        this(directory, List.of(words), Map.of());
    }

    /**
     * Runs it to its end.
     *
     * @param log takes what it prints
     * @return the exit status; nothing when the time was up, and it was ended with all its children
     */
    public OptionalInt run(Path log, Duration limit) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return OptionalInt.of(process.exitValue());
            }
            return OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + words.get(0) + " runs", e);
        } finally {
            List<ProcessHandle> children = process.descendants().toList();
            process.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
