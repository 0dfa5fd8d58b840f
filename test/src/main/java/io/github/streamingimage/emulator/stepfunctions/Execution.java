package io.github.streamingimage.emulator.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;

/** One execution, in a process of its own; ends by itself, or is aborted. */
final class Execution {

    private static final JsonMapper JSON = new JsonMapper();

    private final String name;
    private final String input;
    private final Instant startedAt = Instant.now();
    private final Process process;
    private final BufferedWriter toInterpreter;
    private final AtomicBoolean aborted = new AtomicBoolean();
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

    /** How it ended. */
    record Outcome(String status, String error, String cause) {}

    private Execution(String name, String input, Process process) {
        this.name = name;
        this.input = input;
        this.process = process;
        this.toInterpreter = process.outputWriter(StandardCharsets.UTF_8);
    }

    /**
     * Starts an execution.
     *
     * @param modules the {@code node_modules} that hold the interpreter
     * @param invoke invokes the function of that name with a payload
     */
    static Execution start(
            Path modules,
            String definition,
            String name,
            String input,
            BiFunction<String, byte[], CompletableFuture<TaskResult>> invoke) {
        try {
            Process process = new ProcessBuilder("node", interpreter().toString(), modules.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            Execution execution = new Execution(name, input, process);
            ObjectNode beginning = JSON.createObjectNode();
            beginning.set("definition", JSON.readTree(definition));
            beginning.set("input", JSON.readTree(input));
            execution.tell(beginning);
            Thread reader = new Thread(() -> execution.read(invoke), "execution-" + name);
            reader.setDaemon(true);
            reader.start();
            return execution;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the interpreter; is Node.js on the PATH?", e);
        }
    }

    String name() {
        return name;
    }

    String input() {
        return input;
    }

    Instant startedAt() {
        return startedAt;
    }

    CompletableFuture<Outcome> outcome() {
        return outcome;
    }

    void abort() {
        aborted.set(true);
        process.destroyForcibly();
    }

    private void read(BiFunction<String, byte[], CompletableFuture<TaskResult>> invoke) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode said = JSON.readTree(line);
                if (said.has("status")) {
                    outcome.complete(new Outcome(
                            said.get("status").asText(),
                            said.path("error").asText(),
                            said.path("cause").asText()));
                } else {
                    byte[] payload = said.get("payload").toString().getBytes(StandardCharsets.UTF_8);
                    invoke.apply(said.get("functionName").asText(), payload)
                            .thenAccept(result ->
                                    tell(result.asAnswerTo(said.get("invoke").asInt())));
                }
            }
        } catch (IOException e) {
            // The process was killed in the middle of a line.
        }
        outcome.complete(
                aborted.get()
                        ? new Outcome("ABORTED", "", "")
                        : new Outcome("FAILED", "States.Runtime", "the interpreter ended without a result"));
    }

    private synchronized void tell(JsonNode message) {
        try {
            toInterpreter.write(message.toString());
            toInterpreter.newLine();
            toInterpreter.flush();
        } catch (IOException e) {
            // The execution was aborted while its task ran: nobody waits for the result.
        }
    }

    private static Path interpreter() throws IOException {
        Path script = Files.createTempFile("interpreter", ".mjs");
        script.toFile().deleteOnExit();
        try (InputStream resource = Execution.class.getResourceAsStream("interpreter.mjs")) {
            Files.write(script, resource.readAllBytes());
        }
        return script;
    }
}
