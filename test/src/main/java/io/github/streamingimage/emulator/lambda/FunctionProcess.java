package io.github.streamingimage.emulator.lambda;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A Java process that runs a function's code in a runtime client. Its standard output and error are one
 * stream of lines, and it counts as ended only when the last line has been read.
 */
final class FunctionProcess {

    private final Process process;
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();

    private FunctionProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts a process.
     *
     * @param directory the working directory
     * @param variables the whole environment of the process
     * @param lines is told of every line
     */
    static FunctionProcess start(
            FunctionArtifacts artifacts,
            FunctionConfiguration configuration,
            Path directory,
            RuntimeClient client,
            Map<String, String> variables,
            Consumer<String> lines) {
        List<String> command = new ArrayList<>();
        command.add(configuration.runtime().java().toString());
        command.addAll(configuration.allJvmOptions());
        command.addAll(client.jvmOptions());
        command.add("-cp");
        command.add(classPath(artifacts, client));
        command.add(client.mainClass());
        command.add(configuration.handler());
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(variables);
        try {
            FunctionProcess started = new FunctionProcess(builder.start());
            Thread reader = new Thread(() -> started.readAll(lines), "function-output-" + started.pid());
            reader.setDaemon(true);
            reader.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a Java process for the function", e);
        }
    }

    long pid() {
        return process.pid();
    }

    void kill() {
        process.destroyForcibly();
    }

    /** Completes with the exit status when the process has ended and all it wrote has been read. */
    CompletableFuture<Integer> ended() {
        return ended;
    }

    private void readAll(Consumer<String> lines) {
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.accept(line);
            }
        } catch (IOException e) {
            // The stream of a killed process may break instead of ending.
        }
        process.onExit().thenAccept(exited -> ended.complete(exited.exitValue()));
    }

    private static String classPath(FunctionArtifacts artifacts, RuntimeClient client) {
        List<String> entries = new ArrayList<>();
        entries.add(artifacts.functionJar().toAbsolutePath().toString());
        client.classPath().forEach(jar -> entries.add(jar.toAbsolutePath().toString()));
        return String.join(File.pathSeparator, entries);
    }
}
