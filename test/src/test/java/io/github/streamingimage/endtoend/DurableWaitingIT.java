package io.github.streamingimage.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.emulator.EmulatedRegion;
import io.github.streamingimage.emulator.RegionListener;
import io.github.streamingimage.emulator.cloudformation.CloudFormation;
import io.github.streamingimage.emulator.cloudformation.CustomResource;
import io.github.streamingimage.emulator.cloudformation.Response;
import io.github.streamingimage.emulator.cloudformation.ResponseFault;
import io.github.streamingimage.emulator.cloudformation.StackOperation;
import io.github.streamingimage.emulator.cloudformation.StackStatus;
import io.github.streamingimage.emulator.cloudformation.StackTemplate;
import io.github.streamingimage.emulator.lambda.AsynchronousInvocation;
import io.github.streamingimage.emulator.lambda.FunctionConfiguration;
import io.github.streamingimage.emulator.lambda.FunctionEvent;
import io.github.streamingimage.emulator.nimblestudio.ImageScript;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The packaged function in real processes, and the state machine's own definition in an independent interpreter. That the
 * synthesized template holds this very definition is tested where it is synthesized.
 */
@Execution(ExecutionMode.CONCURRENT)
class DurableWaitingIT {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final FunctionConfiguration configuration = EmulatedRegion.functionConfiguration()
            .withTimeout(Duration.ofSeconds(60))
            .withReservedConcurrency(2)
            .withAsynchronous(AsynchronousInvocation.retryingAfter(Duration.ofMillis(200)));
    private volatile Consumer<FunctionEvent> onFunctionEvent = event -> {};
    private EmulatedRegion region;
    private CloudFormation cloudFormation;

    @BeforeEach
    void start() {
        region = EmulatedRegion.start(configuration, DeployedStateMachine.read(), new RegionListener() {
            @Override
            public void functionEvent(FunctionEvent event) {
                onFunctionEvent.accept(event);
            }
        });
        cloudFormation = region.cloudFormation();
    }

    @AfterEach
    void keepsTheProtocolAndTheSecret() {
        region.close();
        assertThat(region.leaks()).isEmpty();
        assertThat(cloudFormation.violations()).isEmpty();
    }

    @Test
    void deletesAnImageWithNoInvocationThatWaits() {
        Map<String, AtomicInteger> waitsByInvocation = new ConcurrentHashMap<>();
        onFunctionEvent = event -> {
            if (event instanceof FunctionEvent.Logged logged && logged.line().contains("\"decision\":\"WAIT\"")) {
                waitsByInvocation
                        .computeIfAbsent(logged.requestId(), unused -> new AtomicInteger())
                        .incrementAndGet();
                if (waitsByInvocation.size() == 4) {
                    // The image goes only now, so that there were looks enough.
                    region.images().retire();
                }
            }
        };
        create(ImageScript.ready("image-1").neverDeletes());
        assertThat(region.stepFunctions().started())
                .as("nothing to wait for yet")
                .isZero();
        assertThat(delete().await(LONG)).isEqualTo(StackStatus.DELETE_COMPLETE);
        assertThat(state()).isEqualTo("DELETED");
        assertThat(region.stepFunctions().started()).isEqualTo(1);
        assertThat(waitsByInvocation).as("looks that decided to wait").hasSizeGreaterThanOrEqualTo(4);
        assertThat(waitsByInvocation.values())
                .as("an invocation ends when there is something to wait for")
                .allMatch(waits -> waits.get() == 1);
    }

    @Test
    void deletesAnImageThatTakesLongerThanTheFunctionsTimeout() {
        create(ImageScript.ready("image-1").deletionTakes(Duration.ofSeconds(25)));
        region.configure(configuration.withTimeout(Duration.ofSeconds(15)));
        assertThat(delete().await(LONG)).isEqualTo(StackStatus.DELETE_COMPLETE);
        assertThat(state()).isEqualTo("DELETED");
    }

    @Test
    void killingTheFunctionInEverySecondLookDelaysTheAnswerButNeverLosesIt() {
        create(ImageScript.ready("image-1").neverDeletes());
        AtomicInteger attempts = new AtomicInteger();
        AtomicInteger kills = new AtomicInteger();
        onFunctionEvent = event -> {
            if (event instanceof FunctionEvent.Started) {
                attempts.incrementAndGet();
            }
            // Every second attempt dies in the middle.
            if (event instanceof FunctionEvent.Logged logged
                    && logged.line().contains("\"observed\"")
                    && attempts.get() % 2 == 1
                    && region.function().kill(logged.requestId())
                    && kills.incrementAndGet() == 3) {
                // The image goes only now, so that there were looks enough to kill.
                region.images().retire();
            }
        };
        assertThat(delete().await(LONG)).isEqualTo(StackStatus.DELETE_COMPLETE);
        assertThat(kills.get()).isGreaterThanOrEqualTo(3);
        assertThat(state()).isEqualTo("DELETED");
    }

    @Test
    void answersFailedThroughTheCatchWhenEveryLookCrashes() {
        create(ImageScript.ready("image-1").neverDeletes());
        StackOperation deletion = delete();
        Await.until(() -> region.stepFunctions().started() == 1);
        onFunctionEvent = event -> {
            if (event instanceof FunctionEvent.Logged logged && logged.line().contains("\"observed\"")) {
                region.function().kill(logged.requestId());
            }
        };
        assertThat(deletion.await(LONG)).isEqualTo(StackStatus.DELETE_FAILED);
        assertThat(lastAnswer().reason()).startsWith("[FUNCTION_FAILED]").contains("the state machine caught");
    }

    @Test
    void answersFailedWhenTheExecutionIsAborted() {
        create(ImageScript.ready("image-1").neverDeletes());
        StackOperation deletion = delete();
        Await.until(() -> region.stepFunctions().started() == 1);
        region.stepFunctions().abort(deleteRequestId());
        assertThat(deletion.await(LONG)).isEqualTo(StackStatus.DELETE_FAILED);
        assertThat(lastAnswer().reason()).startsWith("[FUNCTION_FAILED]").contains("the execution ABORTED");
    }

    @Test
    void answersBeforeServiceTimeoutFromInsideTheLoop() {
        create(ImageScript.ready("image-1").neverDeletes(), Map.of("ServiceTimeout", 60));
        assertThat(delete().await(LONG)).isEqualTo(StackStatus.DELETE_FAILED);
        assertThat(lastAnswer().reason()).startsWith("[DEADLINE_REACHED]").contains("DELETE_IN_PROGRESS");
    }

    @Test
    void waitsInlineWhenNoExecutionCanBeStarted() {
        create(ImageScript.ready("image-1").deletionTakes(Duration.ofSeconds(3)));
        region.stepFunctions().failStarts(400, 100);
        assertThat(delete().await(LONG)).isEqualTo(StackStatus.DELETE_COMPLETE);
        assertThat(region.stepFunctions().started()).isZero();
        assertThat(state()).isEqualTo("DELETED");
    }

    @Test
    void ridesOutAStartThatFailsForAMoment() {
        create(ImageScript.ready("image-1").deletionTakes(Duration.ofSeconds(3)));
        region.stepFunctions().failStarts(500, 2);
        assertThat(delete().await(LONG)).isEqualTo(StackStatus.DELETE_COMPLETE);
        assertThat(region.stepFunctions().started()).isEqualTo(1);
    }

    @Test
    void aDuplicateEventFindsTheRequestHandedOver() {
        create(ImageScript.ready("image-1").deletionTakes(Duration.ofSeconds(15)));
        StackOperation deletion = delete();
        Await.until(() -> region.stepFunctions().started() == 1);
        region.function()
                .invokeAsync(cloudFormation.requests().get(1).payload())
                .join();
        assertThat(deletion.await(LONG)).isEqualTo(StackStatus.DELETE_COMPLETE);
        assertThat(region.stepFunctions().started()).isEqualTo(1);
        assertThat(answers()).extracting(Response::status).containsOnly("SUCCESS");
    }

    @Test
    void aSuccessThatTheLoopCannotDeliverIsNeverTurnedAround() {
        create(ImageScript.ready("image-1").deletionTakes(Duration.ofSeconds(3)));
        // The look and its three retries are refused for good; the state machine's last task gets through.
        cloudFormation.failResponses(new ResponseFault.Status(403), 4);
        assertThat(delete().await(LONG)).isEqualTo(StackStatus.DELETE_COMPLETE);
        assertThat(answers()).extracting(Response::status).containsOnly("SUCCESS");
    }

    @Test
    void looksAgainWhenATaskReachesItsTimeout() {
        create(ImageScript.ready("image-1").deletionTakes(Duration.ofSeconds(3)));
        region.stepFunctions().failTasks("States.Timeout", 2);
        assertThat(delete().await(LONG)).isEqualTo(StackStatus.DELETE_COMPLETE);
        assertThat(answers()).extracting(Response::status).containsOnly("SUCCESS");
    }

    @Test
    void nobodyAnswersWhenTheEventOfAnAbortedExecutionIsLost() {
        create(ImageScript.ready("image-1").neverDeletes(), Map.of("ServiceTimeout", 20));
        StackOperation deletion = delete();
        Await.until(() -> region.stepFunctions().started() == 1);
        region.stepFunctions().loseEvents(1);
        region.stepFunctions().abort(deleteRequestId());
        assertThat(deletion.await(LONG)).isEqualTo(StackStatus.DELETE_FAILED);
        assertThat(answers()).as("that of the Create").hasSize(1);
    }

    @Test
    void nobodyAnswersWhenTheEventOfAnAbortedExecutionComesWithoutInput() {
        create(ImageScript.ready("image-1").neverDeletes(), Map.of("ServiceTimeout", 20));
        StackOperation deletion = delete();
        Await.until(() -> region.stepFunctions().started() == 1);
        region.stepFunctions().omitInputs(1);
        region.stepFunctions().abort(deleteRequestId());
        assertThat(deletion.await(LONG)).isEqualTo(StackStatus.DELETE_FAILED);
        assertThat(answers()).as("that of the Create").hasSize(1);
    }

    private void create(ImageScript script) {
        create(script, Map.of());
    }

    private void create(ImageScript script, Map<String, Object> options) {
        region.images().add("studio-1", script);
        Map<String, Object> properties = new HashMap<>(options);
        properties.put("StudioId", "studio-1");
        properties.put("StreamingImageId", "image-1");
        StackTemplate template = StackTemplate.of("Image", CustomResource.of(properties));
        assertThat(cloudFormation.createStack("images", template).await(LONG)).isEqualTo(StackStatus.CREATE_COMPLETE);
    }

    private StackOperation delete() {
        return cloudFormation.deleteStack("images");
    }

    private String state() {
        return region.images().state("studio-1", "image-1").orElse("");
    }

    private String deleteRequestId() {
        return cloudFormation.requests().get(1).requestId();
    }

    private List<Response> answers() {
        return cloudFormation.responses().stream()
                .flatMap(a -> a.response().stream())
                .toList();
    }

    private Response lastAnswer() {
        return answers().get(answers().size() - 1);
    }
}
