package io.github.streamingimage.emulator.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.streamingimage.emulator.http.DaemonThreads;
import io.github.streamingimage.emulator.http.LoopbackServer;
import io.github.streamingimage.emulator.lambda.LambdaFunction;
import io.github.streamingimage.emulator.sigv4.ReceivedRequest;
import io.github.streamingimage.emulator.sigv4.Refusal;
import io.github.streamingimage.emulator.sigv4.SigV4Verifier;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Step Functions with one state machine whose tasks invoke one function, over HTTP on a loopback port. */
public final class StepFunctions implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String TARGET = "AWSStepFunctions.StartExecution";

    private final StateMachine stateMachine;
    private final String functionArn;
    private final LambdaFunction function;
    private final SigV4Verifier verifier;
    private final Consumer<byte[]> eventBridgeTarget;
    private final Map<String, Execution> executions = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Integer> refusals = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> taskFailures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger lostEvents = new AtomicInteger();
    private final AtomicInteger eventsWithoutInput = new AtomicInteger();
    private final ExecutorService executor = Executors.newCachedThreadPool(DaemonThreads.named("step-functions"));
    private final HttpServer server;

    private StepFunctions(
            StateMachine stateMachine,
            String functionArn,
            LambdaFunction function,
            SigV4Verifier verifier,
            Consumer<byte[]> eventBridgeTarget) {
        this.stateMachine = stateMachine;
        this.functionArn = functionArn;
        this.function = function;
        this.verifier = verifier;
        this.eventBridgeTarget = eventBridgeTarget;
        server = LoopbackServer.create();
        server.setExecutor(executor);
        server.createContext("/", this::serve);
        server.start();
    }

    /**
     * A state machine.
     *
     * @param definition in the Amazon States Language, JSON, with all substitutions made
     * @param modules the {@code node_modules} that hold the interpreter
     */
    public record StateMachine(String arn, String definition, Path modules) {
        public StateMachine {
            if (!Files.isDirectory(modules.resolve("aws-local-stepfunctions"))) {
                throw new IllegalArgumentException(
                        "no aws-local-stepfunctions in " + modules + ": run the whole build, which installs it");
            }
        }
    }

    /**
     * Starts the service.
     *
     * @param eventBridgeTarget gets the events of executions that FAILED or were ABORTED
     */
    public static StepFunctions start(
            StateMachine stateMachine,
            String functionArn,
            LambdaFunction function,
            SigV4Verifier verifier,
            Consumer<byte[]> eventBridgeTarget) {
        return new StepFunctions(stateMachine, functionArn, function, verifier, eventBridgeTarget);
    }

    /** What {@code AWS_ENDPOINT_URL_SFN} has to be. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Lets the next calls of StartExecution fail with this status and without a type. */
    public void failStarts(int status, int times) {
        for (int i = 0; i < times; i++) {
            refusals.add(status);
        }
    }

    /** Lets the next tasks fail with this error, such as {@code States.Timeout}, without invoking the function. */
    public void failTasks(String error, int times) {
        for (int i = 0; i < times; i++) {
            taskFailures.add(error);
        }
    }

    /** Lets the next events of executions that ended badly be lost: EventBridge delivers them at best effort. */
    public void loseEvents(int times) {
        lostEvents.addAndGet(times);
    }

    /** Lets the next events of executions that ended badly come without the execution's input. */
    public void omitInputs(int times) {
        eventsWithoutInput.addAndGet(times);
    }

    /** How many executions were started. */
    public int started() {
        return executions.size();
    }

    /** Stops an execution, as an operator does. */
    public void abort(String name) {
        executions.get(name).abort();
    }

    /** Aborts what still runs, telling nobody. */
    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
        executions.values().forEach(Execution::abort);
    }

    private void serve(HttpExchange exchange) throws IOException {
        ReceivedRequest request = ReceivedRequest.of(exchange);
        Optional<Refusal> refusal = verifier.refusalOf(request);
        Integer fault = refusals.poll();
        if (refusal.isPresent()) {
            error(
                    exchange,
                    Refusal.STATUS,
                    refusal.get().reason().jsonErrorType(),
                    refusal.get().message());
        } else if (fault != null) {
            error(exchange, fault, "ScriptedFault", "scripted");
        } else if (!request.header("X-Amz-Target").equals(Optional.of(TARGET))) {
            error(exchange, 400, "UnknownOperationException", "only StartExecution is emulated");
        } else {
            startExecution(exchange, JSON.readTree(request.body()));
        }
    }

    private void startExecution(HttpExchange exchange, JsonNode call) throws IOException {
        String name = call.path("name").asText();
        String input = call.path("input").asText();
        if (!call.path("stateMachineArn").asText().equals(stateMachine.arn())) {
            error(exchange, 400, "StateMachineDoesNotExist", "State Machine Does Not Exist");
        } else if (!name.matches("[0-9A-Za-z_-]{1,80}")) {
            error(exchange, 400, "InvalidName", "Invalid Name");
        } else {
            Execution execution = executions.computeIfAbsent(name, unused -> execute(name, input));
            boolean same =
                    execution.input().equals(input) && !execution.outcome().isDone();
            if (same) {
                ObjectNode answer = JSON.createObjectNode()
                        .put("executionArn", executionArn(name))
                        .put("startDate", execution.startedAt().toEpochMilli() / 1000.0);
                send(exchange, 200, answer);
            } else {
                error(
                        exchange,
                        400,
                        "ExecutionAlreadyExists",
                        "Execution Already Exists: '" + executionArn(name) + "'");
            }
        }
    }

    private Execution execute(String name, String input) {
        Execution execution =
                Execution.start(stateMachine.modules(), stateMachine.definition(), name, input, this::invoke);
        execution.outcome().thenAccept(outcome -> {
            if (!outcome.status().equals("SUCCEEDED") && !executor.isShutdown() && !takeOne(lostEvents)) {
                eventBridgeTarget.accept(event(execution, outcome).json());
            }
        });
        return execution;
    }

    private ExecutionEvent event(Execution execution, Execution.Outcome outcome) {
        return new ExecutionEvent(
                stateMachine.arn(),
                execution.name(),
                outcome.status(),
                outcome.error(),
                outcome.cause(),
                execution.startedAt(),
                takeOne(eventsWithoutInput) ? Optional.empty() : Optional.of(execution.input()));
    }

    private static boolean takeOne(AtomicInteger left) {
        return left.getAndUpdate(some -> Math.max(0, some - 1)) > 0;
    }

    private CompletableFuture<TaskResult> invoke(String name, byte[] payload) {
        String failure = taskFailures.poll();
        if (failure != null) {
            return CompletableFuture.completedFuture(new TaskResult.Error(failure, "scripted"));
        }
        return name.equals(functionArn)
                ? function.invoke(payload).thenApply(TaskResult::of)
                : CompletableFuture.completedFuture(
                        new TaskResult.Error("Lambda.ResourceNotFoundException", "Function not found: " + name));
    }

    private String executionArn(String name) {
        return ExecutionEvent.executionArn(stateMachine.arn(), name);
    }

    private static void error(HttpExchange exchange, int status, String type, String message) throws IOException {
        send(exchange, status, JSON.createObjectNode().put("__type", type).put("message", message));
    }

    private static void send(HttpExchange exchange, int status, ObjectNode answer) throws IOException {
        byte[] body = answer.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
