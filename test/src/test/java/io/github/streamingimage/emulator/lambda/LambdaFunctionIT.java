package io.github.streamingimage.emulator.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A function in processes of its own, in AWS's runtime client. */
class LambdaFunctionIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final FunctionConfiguration CONFIGURATION = FunctionConfiguration.of(
                    "scripted", ScriptedHandler.class.getName())
            .withTimeout(Duration.ofSeconds(60))
            .withAsynchronous(AsynchronousInvocation.retryingAfter(Duration.ofMillis(10)));

    private final EventRecorder events = new EventRecorder();
    private final List<LambdaFunction> started = new ArrayList<>();

    @TempDir
    private Path directory;

    @AfterEach
    void closesTheFunctions() {
        started.forEach(LambdaFunction::close);
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "AWS's runtime client has native libraries for Linux only")
    void runsInAwssClientWhereThatCanRun() {
        assertThat(start(CONFIGURATION).runtimeClient().told()).isEqualTo("AWS's own runtime client");
    }

    @Test
    void answersWithTheResponseOfTheFunction() throws Exception {
        InvocationResult result = get(start(CONFIGURATION).invoke(event("\"hello\"")));

        assertThat(result).isInstanceOf(InvocationResult.Response.class);
        assertThat(text(result.payload())).isEqualTo("\"hello\"");
        assertThat(events.all(FunctionEvent.Responded.class))
                .singleElement()
                .satisfies(event -> assertThat(event.body()).isEqualTo("\"hello\""));
        assertThat(events.all(FunctionEvent.Ended.class)).hasSize(1);
    }

    @Test
    void answersWithTheErrorThatTheFunctionThrew() throws Exception {
        InvocationResult result = get(start(CONFIGURATION).invoke(event("\"throw\"")));

        assertThat(result).isInstanceOf(InvocationResult.FunctionError.class);
        JsonNode error = JSON.readTree(result.payload());
        assertThat(error.path("errorMessage").asText()).isEqualTo("thrown on request");
        assertThat(error.path("errorType").asText()).isEqualTo("java.lang.IllegalStateException");
        assertThat(error.path("stackTrace").isArray()).isTrue();
    }

    @Test
    void answersWithTheInitErrorOfAFunctionThatCannotStart() throws Exception {
        FunctionConfiguration broken = FunctionConfiguration.of("broken", BrokenHandler.class.getName());

        InvocationResult result = get(start(broken).invoke(event("{}")));

        assertThat(result).isInstanceOf(InvocationResult.FunctionError.class);
        assertThat(text(result.payload())).contains("broken from the start");
        assertThat(events.await(FunctionEvent.StartFailed.class, 1).get(0).reason())
                .startsWith("its process ended with 1: ")
                .contains("broken from the start");
    }

    @Test
    void saysThatAProcessCannotStartWhenItEndsBeforeItAsksForAnInvocation() throws Exception {
        InvocationResult result =
                get(start(CONFIGURATION.withJvmOptions(List.of("-Xmx1k"))).invoke(event("{}")));

        assertThat(text(result.payload())).contains("Runtime.ExitError");
        assertThat(events.await(FunctionEvent.StartFailed.class, 1).get(0).reason())
                .startsWith("its process ended with 1: ")
                .hasLineCount(1);
    }

    @Test
    void aProcessThatEndsLaterCouldStart() throws Exception {
        LambdaFunction function = start(CONFIGURATION);
        get(function.invoke(event("\"exit:3\"")));
        events.await(FunctionEvent.Exited.class, 1);
        function.close();
        assertThat(events.all(FunctionEvent.StartFailed.class)).isEmpty();
    }

    @Test
    void reusesAWarmEnvironment() throws Exception {
        LambdaFunction function = start(CONFIGURATION);

        String first = text(get(function.invoke(event("\"pid\""))).payload());
        String second = text(get(function.invoke(event("\"pid\""))).payload());

        assertThat(second).isEqualTo(first);
        assertThat(events.all(FunctionEvent.EnvironmentStarted.class)).hasSize(1);
    }

    @Test
    void startsOneProcessForEachInvocationThatRunsAtTheSameTime() throws Exception {
        LambdaFunction function = start(CONFIGURATION.withReservedConcurrency(3));

        List<CompletableFuture<InvocationResult>> hanging = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            hanging.add(function.invoke(event("\"hang\"")));
        }
        List<FunctionEvent.Started> running = events.await(FunctionEvent.Started.class, 3);

        assertThat(running).extracting(FunctionEvent.Started::environment).doesNotHaveDuplicates();
        assertThat(events.all(FunctionEvent.EnvironmentStarted.class)).hasSize(3);

        running.forEach(each -> function.kill(each.requestId()));
        assertThat(events.await(FunctionEvent.Started.class, 4)).hasSize(4);
    }

    @Test
    void killsAnInvocationAtItsTimeoutAndTriesTheEventAgain() throws Exception {
        LambdaFunction function = start(CONFIGURATION.withTimeout(Duration.ofMillis(500)));

        AsyncOutcome.Exhausted outcome = exhausted(function.invokeAsync(event("\"hang\"")));

        assertThat(outcome.attempts()).isEqualTo(3);
        assertThat(JSON.readTree(outcome.record())
                        .at("/responsePayload/errorType")
                        .asText())
                .isEqualTo("Sandbox.Timedout");
        assertThat(events.await(FunctionEvent.TimedOut.class, 3)).hasSize(3);
        assertThat(events.await(FunctionEvent.Exited.class, 3)).hasSize(3);
    }

    @Test
    void triesAnEventAgainWithTheSameRequestIdUntilItSucceeds() throws Exception {
        Path marker = directory.resolve("marker");

        AsyncOutcome outcome = start(CONFIGURATION)
                .invokeAsync(event("\"throwOnce:" + marker + "\""))
                .get(60, TimeUnit.SECONDS);

        assertThat(outcome).isInstanceOf(AsyncOutcome.Succeeded.class);
        assertThat(outcome.attempts()).isEqualTo(2);
        assertThat(events.all(FunctionEvent.Started.class))
                .extracting(FunctionEvent.Started::requestId)
                .containsExactly(outcome.requestId(), outcome.requestId());
    }

    @Test
    void triesAnEventAgainWhenItsProcessIsKilled() throws Exception {
        List<byte[]> records = new ArrayList<>();
        LambdaFunction function = started(LambdaFunction.start(artifacts(), CONFIGURATION, events, records::add));

        CompletableFuture<AsyncOutcome> outcome = function.invokeAsync(event("\"hang\""));
        for (int attempt = 1; attempt <= 3; attempt++) {
            FunctionEvent.Started running =
                    events.await(FunctionEvent.Started.class, attempt).get(attempt - 1);
            assertThat(running.attempt()).isEqualTo(attempt);
            assertThat(function.kill(running.requestId())).isTrue();
        }

        JsonNode error = JSON.readTree(exhausted(outcome).record()).path("responsePayload");
        assertThat(error.path("errorType").asText()).isEqualTo("Runtime.ExitError");
        assertThat(error.path("errorMessage").asText()).endsWith("Runtime exited with error: signal: killed");
        assertThat(records).hasSize(1);
    }

    @Test
    void reportsTheStatusOfAFunctionThatExits() throws Exception {
        InvocationResult result = get(start(CONFIGURATION).invoke(event("\"exit:3\"")));

        assertThat(text(result.payload())).contains("Runtime.ExitError", "exit status 3");
    }

    @Test
    void sendsARecordOfAnExhaustedEventToItsDestination() throws Exception {
        CompletableFuture<byte[]> received = new CompletableFuture<>();
        LambdaFunction function = started(LambdaFunction.start(artifacts(), CONFIGURATION, events, received::complete));

        AsyncOutcome.Exhausted outcome = exhausted(function.invokeAsync(event("\"throw\"")));

        JsonNode record = JSON.readTree(received.get(60, TimeUnit.SECONDS));
        assertThat(record.path("version").asText()).isEqualTo("1.0");
        assertThat(record.at("/requestContext/requestId").asText()).isEqualTo(outcome.requestId());
        assertThat(record.at("/requestContext/functionArn").asText())
                .isEqualTo("arn:aws:lambda:us-west-2:123456789012:function:scripted:$LATEST");
        assertThat(record.at("/requestContext/condition").asText()).isEqualTo("RetriesExhausted");
        assertThat(record.at("/requestContext/approximateInvokeCount").asInt()).isEqualTo(3);
        assertThat(record.path("requestPayload").asText()).isEqualTo("throw");
        assertThat(record.at("/responseContext/functionError").asText()).isEqualTo("Unhandled");
        assertThat(record.at("/responsePayload/errorMessage").asText()).isEqualTo("thrown on request");
    }

    @Test
    void givesUpAnEventThatIsTooOldWhenItsRetryIsDueAndTellsTheDestination() throws Exception {
        AsynchronousInvocation impatient =
                new AsynchronousInvocation(List.of(Duration.ofSeconds(2)), Duration.ofSeconds(1));
        CompletableFuture<byte[]> received = new CompletableFuture<>();
        LambdaFunction function = started(LambdaFunction.start(
                artifacts(), CONFIGURATION.withAsynchronous(impatient), events, received::complete));

        AsyncOutcome.Exhausted outcome = exhausted(function.invokeAsync(event("\"throw\"")));

        assertThat(outcome.attempts()).isEqualTo(1);
        assertThat(events.all(FunctionEvent.Retrying.class)).hasSize(1);
        assertThat(events.all(FunctionEvent.Started.class)).hasSize(1);
        JsonNode record = JSON.readTree(received.get(60, TimeUnit.SECONDS));
        assertThat(record.at("/requestContext/condition").asText()).isEqualTo("EventAgeExceeded");
        assertThat(record.at("/requestContext/approximateInvokeCount").asInt()).isEqualTo(1);
        assertThat(record.at("/responsePayload/errorMessage").asText()).isEqualTo("thrown on request");
    }

    @Test
    void deliversAnEventTwiceWithOneRequestId() throws Exception {
        for (CompletableFuture<AsyncOutcome> outcome : start(CONFIGURATION).invokeAsyncTwice(event("\"hello\""))) {
            assertThat(outcome.get(60, TimeUnit.SECONDS)).isInstanceOf(AsyncOutcome.Succeeded.class);
        }

        List<FunctionEvent.Started> deliveries = events.all(FunctionEvent.Started.class);
        assertThat(deliveries).hasSize(2);
        assertThat(deliveries.get(0).requestId()).isEqualTo(deliveries.get(1).requestId());
    }

    @Test
    void givesTheFunctionOnlyTheEnvironmentThatLambdaGives() throws Exception {
        FunctionConfiguration configured = CONFIGURATION.withEnvironment(Map.of("COLOUR", "blue"));

        JsonNode variables = JSON.readTree(
                get(start(configured).invoke(event("\"environment\""))).payload());

        assertThat(variables.path("COLOUR").asText()).isEqualTo("blue");
        assertThat(variables.path("AWS_LAMBDA_FUNCTION_NAME").asText()).isEqualTo("scripted");
        assertThat(variables.path("AWS_LAMBDA_LOG_GROUP_NAME").asText()).isEqualTo("/aws/lambda/scripted");
        assertThat(variables.path("AWS_REGION").asText()).isEqualTo("us-west-2");
        assertThat(variables.path("AWS_SESSION_TOKEN").asText()).isEqualTo("emulated-session-token");
        List<String> names = new ArrayList<>();
        variables.fieldNames().forEachRemaining(names::add);
        names.removeAll(EnvironmentVariables.RESERVED);
        assertThat(names).containsExactlyInAnyOrder("PATH", "LANG", "TZ", "AWS_LAMBDA_LOG_FORMAT", "COLOUR");
    }

    @Test
    void givesTheFunctionItsContext() throws Exception {
        InvocationResult result = get(start(CONFIGURATION).invoke(event("\"context\"")));

        JsonNode context = JSON.readTree(result.payload());
        assertThat(context.path("requestId").asText()).isEqualTo(result.requestId());
        assertThat(context.path("arn").asText()).isEqualTo("arn:aws:lambda:us-west-2:123456789012:function:scripted");
        assertThat(context.path("memory").asText()).isEqualTo("512");
        assertThat(context.path("remaining").asInt()).isBetween(1, 60_000);
    }

    @Test
    void meetsAChangedConfigurationInANewEnvironment() throws Exception {
        LambdaFunction function = start(CONFIGURATION);
        get(function.invoke(event("\"hello\"")));

        function.configure(CONFIGURATION.withEnvironment(Map.of("COLOUR", "red")));
        InvocationResult result = get(function.invoke(event("\"environment\"")));

        assertThat(JSON.readTree(result.payload()).path("COLOUR").asText()).isEqualTo("red");
        assertThat(events.await(FunctionEvent.Exited.class, 1)).hasSize(1);
    }

    @Test
    void limitsTheHeapByTheOptionsOfTheConfiguration() throws Exception {
        LambdaFunction function = start(CONFIGURATION.withJvmOptions(List.of("-Xmx16m")));

        InvocationResult result = get(function.invoke(event("\"allocate:64000000\"")));

        assertThat(text(result.payload())).contains("OutOfMemoryError");
    }

    @Test
    void keepsATranscriptOfAllThatLeftTheFunction() throws Exception {
        LambdaFunction function = start(CONFIGURATION);
        get(function.invoke(event("\"print:secret-one\"")));
        get(function.invoke(event("\"secret-two\"")));
        get(function.invoke(event("\"throw\"")));
        function.close();

        assertThat(function.transcript()).contains("secret-one", "SECRET-ONE", "secret-two", "thrown on request");
    }

    @Test
    void leavesNoProcessBehindWhenItIsClosed() throws Exception {
        LambdaFunction function = start(CONFIGURATION);
        CompletableFuture<AsyncOutcome> unfinished = function.invokeAsync(event("\"hang\""));
        events.await(FunctionEvent.Started.class, 1);

        function.close();

        assertThat(events.all(FunctionEvent.EnvironmentStarted.class))
                .singleElement()
                .satisfies(event -> assertThat(ProcessHandle.of(event.pid()).filter(ProcessHandle::isAlive))
                        .isEmpty());
        assertThatThrownBy(() -> unfinished.get(1, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
    }

    @Test
    void refusesAPayloadThatIsNotJson() {
        LambdaFunction function = start(CONFIGURATION);

        assertThatThrownBy(() -> function.invokeAsync(event("hello")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("payload: must be JSON");
    }

    private LambdaFunction start(FunctionConfiguration configuration) {
        return started(LambdaFunction.start(artifacts(), configuration, events, record -> {}));
    }

    private LambdaFunction started(LambdaFunction function) {
        started.add(function);
        return function;
    }

    /** What the functions run from. */
    FunctionArtifacts artifacts() {
        return FunctionArtifacts.find().withFunction(FunctionArtifacts.codeOf(ScriptedHandler.class));
    }

    private static InvocationResult get(CompletableFuture<InvocationResult> result) throws Exception {
        return result.get(60, TimeUnit.SECONDS);
    }

    private static AsyncOutcome.Exhausted exhausted(CompletableFuture<AsyncOutcome> outcome) throws Exception {
        AsyncOutcome finished = outcome.get(60, TimeUnit.SECONDS);
        assertThat(finished).isInstanceOf(AsyncOutcome.Exhausted.class);
        return (AsyncOutcome.Exhausted) finished;
    }

    private static byte[] event(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] payload) {
        return new String(payload, StandardCharsets.UTF_8);
    }
}
