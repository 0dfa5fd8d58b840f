package io.github.streamingimage.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.emulator.EmulatedRegion;
import io.github.streamingimage.emulator.RegionListener;
import io.github.streamingimage.emulator.cloudformation.CloudFormation;
import io.github.streamingimage.emulator.cloudformation.CustomResource;
import io.github.streamingimage.emulator.cloudformation.NestedStack;
import io.github.streamingimage.emulator.cloudformation.OtherResource;
import io.github.streamingimage.emulator.cloudformation.QueryError;
import io.github.streamingimage.emulator.cloudformation.ReceivedResponse;
import io.github.streamingimage.emulator.cloudformation.ReceivedResponse.Disposition;
import io.github.streamingimage.emulator.cloudformation.Response;
import io.github.streamingimage.emulator.cloudformation.ResponseFault;
import io.github.streamingimage.emulator.cloudformation.SentRequest;
import io.github.streamingimage.emulator.cloudformation.StackStatus;
import io.github.streamingimage.emulator.cloudformation.StackTemplate;
import io.github.streamingimage.emulator.lambda.AsyncOutcome;
import io.github.streamingimage.emulator.lambda.AsynchronousInvocation;
import io.github.streamingimage.emulator.lambda.FunctionConfiguration;
import io.github.streamingimage.emulator.lambda.FunctionEvent;
import io.github.streamingimage.emulator.lambda.InvocationResult;
import io.github.streamingimage.emulator.nimblestudio.Call;
import io.github.streamingimage.emulator.nimblestudio.ErrorType;
import io.github.streamingimage.emulator.nimblestudio.ImageScript;
import io.github.streamingimage.emulator.nimblestudio.Operation;
import io.github.streamingimage.emulator.nimblestudio.StatusCode;
import io.github.streamingimage.emulator.service.FaultScript;
import io.github.streamingimage.emulator.service.ServiceFault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The packaged function in AWS's runtime client, in real processes, against the emulated region. */
@Execution(ExecutionMode.CONCURRENT)
class EndToEndIT {

    private static final String STUDIO = "studio-1";
    private static final Duration LONG = Duration.ofMinutes(5);

    private final FunctionConfiguration configuration = EmulatedRegion.functionConfiguration()
            .withTimeout(Duration.ofSeconds(120))
            .withReservedConcurrency(3)
            .withAsynchronous(AsynchronousInvocation.retryingAfter(Duration.ofMillis(200)));
    private volatile Consumer<FunctionEvent> onFunctionEvent = event -> {};
    private EmulatedRegion region;
    private CloudFormation cloudFormation;

    @BeforeEach
    void start() {
        region = EmulatedRegion.start(configuration, new RegionListener() {
            @Override
            public void functionEvent(FunctionEvent event) {
                onFunctionEvent.accept(event);
            }
        });
        cloudFormation = region.cloudFormation();
        region.images().addStudio(STUDIO);
    }

    @AfterEach
    void keepsTheProtocolAndTheSecret() {
        region.close();
        assertThat(cloudFormation.requests()).isNotEmpty();
        assertThat(region.leaks()).isEmpty();
        assertThat(cloudFormation.violations()).isEmpty();
    }

    @Test
    void handsOutTheAttributesOfAnAdoptedImage() {
        add(ImageScript.ready("image-1").name("Workstation"));
        assertThat(create(image("image-1"))).isEqualTo(StackStatus.CREATE_COMPLETE);
        assertThat(cloudFormation.ref("images", "Image")).isEqualTo("studio-1|image-1");
        assertThat(cloudFormation.attribute("images", "Image", "Name")).isEqualTo("Workstation");
        assertThat(cloudFormation.attribute("images", "Image", "State")).isEqualTo("READY");
        assertThat(cloudFormation.attribute("images", "Image", "Owner")).isEqualTo("studio-1");
        assertThat(cloudFormation.attribute("images", "Image", "StudioId")).isEqualTo("studio-1");
        assertThat((String) cloudFormation.attribute("images", "Image", "Arn")).endsWith(":streaming-image/image-1");
    }

    @Test
    void aCreateOfNoImageFailsAndTheRollbackDeletesNothing() {
        assertThat(create(image("image-1"))).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        assertThat(answers()).extracting(Response::status).containsExactly("FAILED", "SUCCESS");
        assertThat(answers().get(0).reason()).startsWith("[IMAGE_NOT_FOUND]");
        assertThat(deleteCalls()).isZero();
    }

    @Test
    void aMalformedPropertyFailsTheCreateAndIsNamed() {
        assertThat(create(CustomResource.of(Map.of("StudioId", STUDIO)))).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        assertThat(answers().get(0).reason()).startsWith("[INVALID_PROPERTY]").contains("StreamingImageId");
        assertThat(region.images().requests()).isEmpty();
    }

    @Test
    void replacingAnImageDeletesTheOldOneInTheCleanUp() {
        add(ImageScript.ready("image-1"), ImageScript.ready("image-2"));
        create(image("image-1"));
        assertThat(update(image("image-2"))).isEqualTo(StackStatus.UPDATE_COMPLETE);
        assertThat(state("image-1")).contains("DELETED");
        assertThat(state("image-2")).contains("READY");
        assertThat(delete()).isEqualTo(StackStatus.DELETE_COMPLETE);
        assertThat(state("image-2")).contains("DELETED");
    }

    @Test
    void aFailedUpdateIsUndoneAndBothImagesStay() {
        add(ImageScript.ready("image-1"), ImageScript.ready("image-2"));
        create(image("image-1"));
        StackTemplate failing =
                StackTemplate.of("Image", image("image-2")).with("Broken", OtherResource.failing("Image"));
        assertThat(cloudFormation.updateStack("images", failing).await(LONG))
                .isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
        assertThat(state("image-1")).contains("READY");
        assertThat(state("image-2")).contains("READY");
        assertThat(cloudFormation.ref("images", "Image")).isEqualTo("studio-1|image-1");
        assertThat(deleteCalls()).isZero();
    }

    @Test
    void aRollbackIsNotWedgedByAnImageThatHasGone() {
        add(ImageScript.ready("image-1").showsDeletedFor(Duration.ZERO), ImageScript.ready("image-2"));
        create(image("image-1"));
        deleteByHand("image-1");
        StackTemplate failing =
                StackTemplate.of("Image", image("image-2")).with("Broken", OtherResource.failing("Image"));
        assertThat(cloudFormation.updateStack("images", failing).await(LONG))
                .isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
        assertThat(cloudFormation.attribute("images", "Image", "State")).isEqualTo("DELETED");
    }

    @Test
    void anUpdateOfOptionsSucceedsThoughTheServiceIsRetired() {
        add(ImageScript.ready("image-1"));
        create(image("image-1"));
        region.retireNimbleStudio();
        assertThat(update(image("image-1", Map.of("OnServiceRetired", "Fail")))).isEqualTo(StackStatus.UPDATE_COMPLETE);
    }

    @Test
    void aDeleteFailsWhenTheServiceIsRetiredAndThatIsNotToSucceed() {
        add(ImageScript.ready("image-1"));
        create(image("image-1", Map.of("OnServiceRetired", "Fail")));
        region.retireNimbleStudio();
        assertThat(delete()).isEqualTo(StackStatus.DELETE_FAILED);
        assertThat(lastAnswer().reason()).startsWith("[SERVICE_RETIRED]");
    }

    @Test
    void aRollbackInTheParentRetainsTheImageOfAFinishedChild() {
        add(ImageScript.ready("image-1"));
        StackTemplate parent = StackTemplate.of("Child", NestedStack.of(StackTemplate.of("Image", image("image-1"))))
                .with("Broken", OtherResource.failing("Child"));
        assertThat(cloudFormation.createStack("parent", parent).await(LONG)).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        assertThat(answers()).extracting(Response::status).containsExactly("SUCCESS", "SUCCESS");
        assertThat(state("image-1")).contains("READY");
        assertThat(deleteCalls()).isZero();
    }

    @Test
    void aRollbackDeletesWhenAskedTo() {
        add(ImageScript.ready("image-1"));
        StackTemplate failing = StackTemplate.of("Image", image("image-1", Map.of("OnRollback", "Delete")))
                .with("Broken", OtherResource.failing("Image"));
        assertThat(cloudFormation.createStack("images", failing).await(LONG)).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        assertThat(state("image-1")).contains("DELETED");
    }

    @Test
    void failsRatherThanGuessesWhenTheStackMayNotBeRead() {
        add(ImageScript.ready("image-1"));
        create(image("image-1"));
        cloudFormation.failDescribeStacks(QueryError.accessDenied("DescribeStacks"), 100);
        assertThat(delete()).isEqualTo(StackStatus.DELETE_FAILED);
        assertThat(lastAnswer().reason())
                .startsWith("[STACK_STATUS_UNREADABLE]")
                .contains("AccessDenied");
        assertThat(deleteCalls()).isZero();
    }

    @Test
    void ridesOutAStackThatCannotBeReadJustNow() {
        add(ImageScript.ready("image-1"));
        create(image("image-1"));
        cloudFormation.failDescribeStacks(QueryError.throttling(), 1);
        cloudFormation.failDescribeStacks(QueryError.internalFailure(), 1);
        assertThat(delete()).isEqualTo(StackStatus.DELETE_COMPLETE);
    }

    @Test
    void aDeletionThatFailsIsToldWithStateCodeAndMessageAndCanBeTriedAgain() {
        add(ImageScript.ready("image-1").deletionFails(1, StatusCode.ACCESS_DENIED, "the AMI is shared"));
        create(image("image-1"));
        assertThat(delete()).isEqualTo(StackStatus.DELETE_FAILED);
        assertThat(lastAnswer().reason())
                .startsWith("[DELETE_FAILED]")
                .contains("DELETE_FAILED (ACCESS_DENIED)", "the AMI is shared");
        assertThat(delete()).isEqualTo(StackStatus.DELETE_COMPLETE);
        assertThat(state("image-1")).contains("DELETED");
    }

    @Test
    void waitsForADeletionThatSomebodyElseBegan() {
        add(ImageScript.ready("image-1").deletionTakes(Duration.ofSeconds(3)));
        create(image("image-1"));
        deleteByHand("image-1");
        assertThat(delete()).isEqualTo(StackStatus.DELETE_COMPLETE);
        assertThat(state("image-1")).contains("DELETED");
        assertThat(deleteCalls()).as("that of somebody else").isEqualTo(1);
    }

    @Test
    void answersBeforeServiceTimeout() {
        add(ImageScript.ready("image-1").neverDeletes());
        create(image("image-1", Map.of("ServiceTimeout", 60)));
        assertThat(delete()).isEqualTo(StackStatus.DELETE_FAILED);
        assertThat(lastAnswer().reason()).startsWith("[DEADLINE_REACHED]").contains("DELETE_IN_PROGRESS");
        assertThat(dispositions()).doesNotContain(Disposition.LATE);
    }

    @Test
    void theDeleteAfterACreateThatWasCutShortIsAboutNoImage() {
        // Three attempts of the event and three of the last resort: no answer to the Create is taken.
        cloudFormation.failResponses(new ResponseFault.Status(403), 6);
        StackTemplate template = StackTemplate.of("Image", image("image-1", Map.of("ServiceTimeout", 20)));
        assertThat(cloudFormation.createStack("images", template).await(LONG)).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        assertThat(cloudFormation.requests().get(1).physicalId()).startsWith("images-Image-");
        assertThat(deleteCalls()).isZero();
    }

    @Test
    void finishesTheWorkAfterItsProcessWasKilledBetweenTheCallAndTheAnswer() {
        add(ImageScript.ready("image-1").deletionTakes(Duration.ofSeconds(2)));
        create(image("image-1"));
        AtomicInteger kills = new AtomicInteger();
        onFunctionEvent = event -> {
            if (event instanceof FunctionEvent.Logged logged
                    && logged.line().contains("DELETE_ACCEPTED")
                    && kills.getAndIncrement() == 0) {
                region.function().kill(logged.requestId());
            }
        };
        assertThat(delete()).isEqualTo(StackStatus.DELETE_COMPLETE);
        assertThat(kills.get()).isPositive();
        assertThat(state("image-1")).contains("DELETED");
        assertThat(tokens()).hasSize(1);
    }

    @Test
    void answersFailedFromTheRecordWhenEveryAttemptIsKilled() {
        add(ImageScript.ready("image-1").neverDeletes());
        create(image("image-1"));
        onFunctionEvent = event -> {
            if (event instanceof FunctionEvent.Logged logged && logged.line().contains("DELETE_IN_PROGRESS")) {
                region.function().kill(logged.requestId());
            }
        };
        assertThat(delete()).isEqualTo(StackStatus.DELETE_FAILED);
        assertThat(lastAnswer().reason()).startsWith("[FUNCTION_FAILED]").contains("RetriesExhausted");
    }

    @Test
    void answersFailedWhenTheHeapIsTooSmallAndDeletesWhenItNoLongerIs() {
        add(ImageScript.ready("image-1"));
        create(image("image-1"));
        region.configure(configuration.withJvmOptions(List.of("-Xmx2m")));
        assertThat(delete()).isEqualTo(StackStatus.DELETE_FAILED);
        assertThat(lastAnswer().reason()).startsWith("[FUNCTION_FAILED]").contains("RetriesExhausted");
        region.configure(configuration);
        assertThat(delete()).isEqualTo(StackStatus.DELETE_COMPLETE);
        assertThat(state("image-1")).contains("DELETED");
    }

    @Test
    void answersFailedWhenTheHandlerCannotInitialise() {
        add(ImageScript.ready("image-1"));
        create(image("image-1"));
        region.configure(configuration.withHandler("io.github.streamingimage.NoSuchHandler::handleRequest"));
        assertThat(delete()).isEqualTo(StackStatus.DELETE_FAILED);
        assertThat(lastAnswer().reason()).startsWith("[FUNCTION_FAILED]").contains("RetriesExhausted");
        assertThat(deleteCalls()).isZero();
    }

    @Test
    void answersFailedWhenAClassThatItNeedsCannotBeLoaded() {
        add(ImageScript.ready("image-1"));
        create(image("image-1"));
        // Without the module java.xml no answer of DescribeStacks can be read: an error, not an exception.
        region.configure(configuration.withJvmOptions(
                List.of("--limit-modules", "java.base,java.logging,java.management,jdk.unsupported")));
        assertThat(delete()).isEqualTo(StackStatus.DELETE_FAILED);
        assertThat(lastAnswer().reason()).startsWith("[FUNCTION_FAILED]").contains("RetriesExhausted");
        assertThat(deleteCalls()).isZero();
    }

    @Test
    void deliversItsAnswerThroughFaultsOfTheResponseUrl() {
        add(ImageScript.ready("image-1"));
        create(image("image-1"));
        cloudFormation.failResponses(new ResponseFault.Status(503), 1);
        cloudFormation.failResponses(new ResponseFault.Redirect("https://example.com/"), 1);
        cloudFormation.failResponses(new ResponseFault.CloseUnanswered(), 1);
        cloudFormation.failResponses(new ResponseFault.Stall(Duration.ofSeconds(15)), 1);
        // The last, since it takes the answer.
        cloudFormation.failResponses(new ResponseFault.LoseReply(), 1);
        AtomicInteger invocations = new AtomicInteger();
        onFunctionEvent = event -> invocations.addAndGet(event instanceof FunctionEvent.Started ? 1 : 0);
        assertThat(delete()).isEqualTo(StackStatus.DELETE_COMPLETE);
        assertThat(invocations).as("one invocation went through all of them").hasValue(1);
        assertThat(cloudFormation.responses())
                .extracting(ReceivedResponse::httpStatus)
                .as("of the Create and the Delete, until the stalled one is in the way")
                .startsWith(200, 503, 302, 0);
    }

    @Test
    void aSuccessThatCouldNotBeDeliveredIsTriedAgainAndNeverTurnedAround() {
        add(ImageScript.ready("image-1"));
        create(image("image-1"));
        // Every attempt of the event is refused for good; only the record of its failure gets through.
        cloudFormation.failResponses(new ResponseFault.Status(403), 3);
        assertThat(delete()).isEqualTo(StackStatus.DELETE_COMPLETE);
        assertThat(answers()).extracting(Response::status).containsOnly("SUCCESS");
    }

    @Test
    void twoDeliveriesOfOneEventAreOneDeletion() {
        add(ImageScript.ready("image-1").deletionTakes(Duration.ofSeconds(2)));
        create(image("image-1"));
        AtomicInteger deliveries = new AtomicInteger();
        onFunctionEvent = event -> {
            if (event instanceof FunctionEvent.Started && deliveries.getAndIncrement() == 0) {
                region.function().invokeAsync(cloudFormation.requests().get(1).payload());
            }
        };
        assertThat(delete()).isEqualTo(StackStatus.DELETE_COMPLETE);
        Await.until(() -> cloudFormation.responses().size() == 3);
        assertThat(dispositions()).containsExactly(Disposition.COUNTED, Disposition.COUNTED, Disposition.DUPLICATE);
        assertThat(tokens()).hasSize(1);
    }

    @Test
    void aRollbacksDeleteThatComesAgainAfterTheRollbackDeletesNothing() {
        add(ImageScript.ready("image-1"));
        StackTemplate failing =
                StackTemplate.of("Image", image("image-1")).with("Broken", OtherResource.failing("Image"));
        cloudFormation.createStack("images", failing).await(LONG);
        SentRequest rollback = cloudFormation.requests().get(1);
        // Long enough for an operation that began later to be told from that of the request.
        Await.until(() -> Instant.now().isAfter(rollback.at().plusSeconds(4)));
        delete();
        region.function().invokeAsync(rollback.payload()).join();
        assertThat(state("image-1")).contains("READY");
        assertThat(lastAnswer().reason()).startsWith("[REQUEST_OVERTAKEN]");
        assertThat(deleteCalls()).isZero();
    }

    @Test
    void ridesOutWhatAnOutageAnswers() {
        add(ImageScript.ready("image-1"));
        create(image("image-1"));
        for (ServiceFault fault : List.of(
                ServiceFault.RawResponse.html(503),
                ServiceFault.RawResponse.nonsense(),
                new ServiceFault.Truncated(),
                new ServiceFault.Error(ErrorType.INTERNAL_SERVER_ERROR, "scripted"))) {
            region.images().inject(FaultScript.on(Operation.GET, fault));
        }
        region.images().inject(FaultScript.on(Operation.DELETE, ServiceFault.RawResponse.html(502)));
        assertThat(delete()).isEqualTo(StackStatus.DELETE_COMPLETE);
        assertThat(tokens()).hasSize(1);
    }

    @Test
    void namesTheVariableThatIsMisconfigured() {
        add(ImageScript.ready("image-1"));
        create(image("image-1"));
        region.configure(configuration.withEnvironment(Map.of("AWS_ENDPOINT_URL", "not a url")));
        assertThat(delete()).isEqualTo(StackStatus.DELETE_FAILED);
        assertThat(lastAnswer().reason()).startsWith("[INVALID_CONFIGURATION]").contains("AWS_ENDPOINT_URL");
    }

    @Test
    void anEventThatNobodyCanBeToldAboutFailsTheInvocation() {
        create(image("image-1"));
        String event = new String(cloudFormation.requests().get(0).payload(), StandardCharsets.UTF_8)
                .replace("http://127.0.0.1", "http://example.com");
        InvocationResult result =
                region.function().invoke(event.getBytes(StandardCharsets.UTF_8)).join();
        assertThat(result).isInstanceOf(InvocationResult.FunctionError.class);
        assertThat(new String(result.payload(), StandardCharsets.UTF_8))
                .contains("ResponseURL")
                .doesNotContain("X-Amz");
    }

    @Test
    void anUndeliveredAnswerFailsTheInvocation() {
        add(ImageScript.ready("image-1"));
        create(image("image-1"));
        byte[] event = cloudFormation.requests().get(0).payload();
        cloudFormation.failResponses(new ResponseFault.Status(403), 3);
        AsyncOutcome outcome = region.function().invokeAsync(event).join();
        assertThat(outcome).isInstanceOf(AsyncOutcome.Exhausted.class);
        assertThat(outcome.attempts()).isEqualTo(3);
    }

    private void add(ImageScript... scripts) {
        for (ImageScript script : scripts) {
            region.images().add(STUDIO, script);
        }
    }

    private void deleteByHand(String imageId) {
        region.images().handle(new Call.Delete(STUDIO, imageId, Optional.empty()));
    }

    private static CustomResource image(String imageId) {
        return image(imageId, Map.of());
    }

    private static CustomResource image(String imageId, Map<String, Object> options) {
        Map<String, Object> properties = new HashMap<>(options);
        properties.put("StudioId", STUDIO);
        properties.put("StreamingImageId", imageId);
        return CustomResource.of(properties);
    }

    private StackStatus create(CustomResource image) {
        return cloudFormation
                .createStack("images", StackTemplate.of("Image", image))
                .await(LONG);
    }

    private StackStatus update(CustomResource image) {
        return cloudFormation
                .updateStack("images", StackTemplate.of("Image", image))
                .await(LONG);
    }

    private StackStatus delete() {
        return cloudFormation.deleteStack("images").await(LONG);
    }

    private Optional<String> state(String imageId) {
        return region.images().state(STUDIO, imageId);
    }

    private List<Response> answers() {
        return cloudFormation.responses().stream()
                .flatMap(a -> a.response().stream())
                .toList();
    }

    private Response lastAnswer() {
        return answers().get(answers().size() - 1);
    }

    private List<Disposition> dispositions() {
        return cloudFormation.responses().stream()
                .map(ReceivedResponse::disposition)
                .toList();
    }

    private long deleteCalls() {
        return region.images().requests().stream()
                .filter(entry -> entry.operation().equals(Optional.of(Operation.DELETE)))
                .count();
    }

    private List<String> tokens() {
        return region.images().requests().stream()
                .flatMap(entry -> entry.clientToken().stream())
                .distinct()
                .toList();
    }
}
