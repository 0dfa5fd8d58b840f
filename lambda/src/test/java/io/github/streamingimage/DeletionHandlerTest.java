package io.github.streamingimage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.amazonaws.services.lambda.runtime.Context;
import io.github.streamingimage.aws.Environment;
import io.github.streamingimage.aws.ServiceRequest;
import io.github.streamingimage.aws.ServiceResponse;
import io.github.streamingimage.customresource.Events;
import io.github.streamingimage.customresource.HttpPut;
import io.github.streamingimage.customresource.ResponseServer;
import io.github.streamingimage.customresource.UndeliveredResponseException;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.Observation.StackProblem;
import io.github.streamingimage.deletion.Observation.StackResources;
import io.github.streamingimage.deletion.StackStanding;
import io.github.streamingimage.http.NoSuchHostException;
import io.github.streamingimage.http.Resolver.Word;
import io.github.streamingimage.invocation.MalformedInvocationException;
import io.github.streamingimage.json.JsonReader;
import io.github.streamingimage.nimble.NimbleStudio;
import io.github.streamingimage.stack.CloudFormationStacks;
import io.github.streamingimage.stack.Stacks;
import io.github.streamingimage.stepfunctions.Executions;
import io.github.streamingimage.stepfunctions.StepFunctionsExecutions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole function against scripted services and a real response server, on a virtual clock. */
class DeletionHandlerTest {

    private static final String FUNCTION_ARN = "arn:aws:lambda:us-west-2:123456789012:function:deletion";
    private static final Look NOT_FOUND = () -> response(404, "ResourceNotFoundException", "{}");
    private static final Duration TIMEOUT = Duration.ofMinutes(15);

    private final Map<String, String> environment =
            new HashMap<>(Map.of("AWS_REGION", "us-west-2", "AWS_ACCESS_KEY_ID", "AKID", "AWS_SECRET_ACCESS_KEY", "s"));
    private final VirtualTime time = new VirtualTime();
    private final List<String> logLines = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private Map<String, Object> output = Map.of();
    private final Deque<Look> looks = new ArrayDeque<>();
    private Observation stack = new Observation.Stack(StackStanding.DELETING, Optional.empty(), "DELETE_IN_PROGRESS");
    private final Deque<Observation> pages = new ArrayDeque<>(List.of(new StackResources("", "")));
    private Word otherNames = Word.EXISTS;
    private Optional<Executions> executions = Optional.empty();
    private ResponseServer server = new ResponseServer();

    @AfterEach
    void nothingThatLeftTheFunctionTellsTheUrl() {
        server.close();
        assertThat(logLines).noneMatch(line -> line.contains(Events.QUERY));
        assertThat(server.received()).noneMatch(response -> response.body().contains(Events.QUERY));
    }

    @Test
    void deletesTheImageAndRespondsWhenItIsGone() {
        looks.addAll(List.of(image("READY"), image("DELETE_IN_PROGRESS"), NOT_FOUND));
        assertThat(invoke(Events.delete(server.url())))
                .isEqualTo(Map.of(
                        "Status", "SUCCESS",
                        "RequestId", "3b0a7c1e-2f7d-4b55-9d0e-0f5f2a1c9b11",
                        "StackId", Events.STACK_ID,
                        "LogicalResourceId", "Image",
                        "PhysicalResourceId", "studio-1|image-1"));
        assertThat(calls)
                .containsExactly(
                        "look studio-1|image-1",
                        "stack " + Events.STACK_ID,
                        "delete studio-1|image-1 3b0a7c1e-2f7d-4b55-9d0e-0f5f2a1c9b11-1",
                        "look studio-1|image-1",
                        "look studio-1|image-1");
        assertThat(events()).containsSubsequence("received", "observed", "decided", "delivered");
    }

    @Test
    void thePhysicalResourceIdAloneDecidesWhatIsDeleted() {
        Map<String, Object> event = Events.delete(server.url());
        event.put("ResourceProperties", Map.of("StudioId", "another", "StreamingImageId", "another"));
        looks.add(NOT_FOUND);
        assertThat(invoke(event)).containsEntry("Status", "SUCCESS");
        assertThat(calls).containsExactly("look studio-1|image-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"images-Image-1ABCDEFGHIJK", "not-adopted-1"})
    void callsNothingForAnIdThatNamesNoImage(String physicalResourceId) {
        environment.clear();
        Map<String, Object> event = Events.delete(server.url());
        event.put("PhysicalResourceId", physicalResourceId);
        assertThat(invoke(event))
                .containsEntry("Status", "SUCCESS")
                .containsEntry("PhysicalResourceId", physicalResourceId);
        assertThat(calls).isEmpty();
    }

    @Test
    void retainsTheImageInARollback() {
        stack = new Observation.Stack(StackStanding.ROLLING_BACK, Optional.empty(), "ROLLBACK_IN_PROGRESS");
        looks.add(image("READY"));
        assertThat(invoke(Events.delete(server.url()))).containsEntry("Status", "SUCCESS");
        assertThat(calls).noneMatch(call -> call.startsWith("delete"));
        assertThat(logLines).anyMatch(line -> line.contains("\"outcome\":\"RETAINED\""));
    }

    @Test
    void deletesInARollbackWhenAskedTo() {
        stack = new Observation.Stack(StackStanding.ROLLING_BACK, Optional.empty(), "ROLLBACK_IN_PROGRESS");
        Map<String, Object> event = Events.delete(server.url());
        event.put("ResourceProperties", Map.of("OnRollback", "Delete"));
        looks.addAll(List.of(image("READY"), NOT_FOUND));
        assertThat(invoke(event)).containsEntry("Status", "SUCCESS");
        assertThat(calls).anyMatch(call -> call.startsWith("delete"));
    }

    @Test
    void leavesAnImageWhoseResourceWasOnlyRenamed() {
        stack = new Observation.Stack(
                StackStanding.CLEANING_UP, Optional.empty(), "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS");
        pages.clear();
        pages.addAll(List.of(
                new StackResources("", "2"), new StackProblem(false, "Throttling"), new StackResources("Renamed", "")));
        looks.add(image("READY"));
        assertThat(invoke(Events.delete(server.url()))).containsEntry("Status", "SUCCESS");
        assertThat(calls)
                .containsExactly(
                        "look studio-1|image-1",
                        "stack " + Events.STACK_ID,
                        "look studio-1|image-1",
                        "stack " + Events.STACK_ID,
                        "resources beside Image with studio-1|image-1 on page ",
                        "resources beside Image with studio-1|image-1 on page 2",
                        "resources beside Image with studio-1|image-1 on page 2");
        assertThat(lastLine()).containsEntry("outcome", "STILL_DECLARED");
    }

    @ParameterizedTest
    @ValueSource(longs = {-600, 600})
    void aClockThatIsWrongNeitherOvertakesNorMissesWhatDoes(long ahead) {
        String issued = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
                .withZone(ZoneOffset.UTC)
                .format(time.now().minusSeconds(ahead));
        Instant byCloudFormation = time.now().minusSeconds(ahead);
        Map<String, Object> event = Events.delete(server.url().replace("20260101T000000Z", issued));
        stack = new Observation.Stack(
                StackStanding.DELETING, Optional.of(byCloudFormation.minusSeconds(5)), "DELETE_IN_PROGRESS");
        looks.addAll(List.of(image("READY"), NOT_FOUND));
        assertThat(invoke(event)).containsEntry("Status", "SUCCESS");
        assertThat(calls).anyMatch(call -> call.startsWith("delete"));

        calls.clear();
        looks.add(image("READY"));
        looks.remove();
        stack = new Observation.Stack(
                StackStanding.DELETING, Optional.of(byCloudFormation.plusSeconds(5)), "DELETE_IN_PROGRESS");
        assertThat((String) invoke(event).get("Reason")).startsWith("[REQUEST_OVERTAKEN]");
        assertThat(calls).noneMatch(call -> call.startsWith("delete"));
    }

    @ParameterizedTest
    @CsvSource({"Succeed, SUCCESS", "Fail, FAILED", ", SUCCESS", "nonsense, SUCCESS"})
    void respondsForARetiredServiceAsAskedTo(String onServiceRetired, String status) {
        Map<String, Object> event = Events.delete(server.url());
        if (onServiceRetired != null) {
            event.put("ResourceProperties", Map.of("OnServiceRetired", onServiceRetired));
        }
        looks.add(() -> {
            throw new NoSuchHostException("nimble.us-west-2.amazonaws.com");
        });
        assertThat(invoke(event)).containsEntry("Status", status);
    }

    @Test
    void aServiceIsNotRetiredWhileNoOtherNameResolvesEither() {
        otherNames = Word.NO_SUCH_NAME;
        looks.add(() -> {
            throw new NoSuchHostException("nimble.us-west-2.amazonaws.com");
        });
        Map<String, Object> response = invoke(Events.delete(server.url()));
        assertThat(response).containsEntry("Status", "FAILED");
        assertThat((String) response.get("Reason"))
                .startsWith("[DEADLINE_REACHED]")
                .contains("nor does any other");
    }

    @Test
    void respondsBeforeLambdaEndsTheInvocationAndNamesTheStateLastSeen() {
        looks.add(image("DELETE_IN_PROGRESS"));
        Map<String, Object> response = invoke(Events.delete(server.url()));
        assertThat(response).containsEntry("Status", "FAILED");
        assertThat((String) response.get("Reason"))
                .startsWith("[DEADLINE_REACHED]")
                .contains("DELETE_IN_PROGRESS");
        assertThat(time.slept()).isBetween(Duration.ofMinutes(14), TIMEOUT.minusSeconds(10));
    }

    @Test
    void respondsBeforeServiceTimeoutCountedFromWhenTheRequestWasIssued() {
        looks.add(image("DELETE_IN_PROGRESS"));
        Map<String, Object> event = Events.delete(server.url().replace("20260101T000000Z", "20251231T235900Z"));
        event.put("ServiceTimeout", "100");
        assertThat(invoke(event)).containsEntry("Status", "FAILED");
        assertThat(time.slept()).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(39));
    }

    @Test
    void createAdoptsTheImageAndHandsOutItsAttributes() {
        looks.add(image("READY"));
        assertThat(invoke(Events.create(server.url())))
                .containsEntry("Status", "SUCCESS")
                .containsEntry("PhysicalResourceId", "studio-1|image-1")
                .containsEntry(
                        "Data",
                        Map.of(
                                "Arn", "arn:aws:nimble:us-west-2:123456789012:streaming-image/image-1",
                                "Name", "name",
                                "Ec2ImageId", "ami-1",
                                "Owner", "studio-1",
                                "Platform", "LINUX",
                                "State", "READY",
                                "StudioId", "studio-1",
                                "StreamingImageId", "image-1"));
    }

    @Test
    void aCreateThatFailsRespondsWithAnIdThatNamesNoImage() {
        looks.add(NOT_FOUND);
        Map<String, Object> response = invoke(Events.create(server.url()));
        assertThat(response).containsEntry("Status", "FAILED");
        assertThat(new NimbleStudio(this::nimbleStudio).identified((String) response.get("PhysicalResourceId")))
                .isEmpty();
        assertThat((String) response.get("Reason")).startsWith("[IMAGE_NOT_FOUND]");
    }

    @ParameterizedTest
    @CsvSource({
        "StudioId,",
        "StudioId, a/b",
        "StreamingImageId,",
        "StreamingImageId, a|b",
        "OnRollback, retain",
        "OnServiceRetired, x"
    })
    void createAndUpdateNameThePropertyThatIsMissingOrMalformed(String property, String value) {
        Map<String, Object> event = Events.create(server.url());
        Map<String, Object> properties = new HashMap<>(Map.of("StudioId", "studio-1", "StreamingImageId", "image-1"));
        properties.put(property, value);
        event.put("ResourceProperties", properties);
        assertThat((String) invoke(event).get("Reason"))
                .startsWith("[INVALID_PROPERTY]")
                .contains(property);
        event.put("RequestType", "Update");
        event.put("PhysicalResourceId", "studio-1|old");
        assertThat(invoke(event)).containsEntry("Status", "FAILED").containsEntry("PhysicalResourceId", "studio-1|old");
        event.put("RequestType", "Delete");
        looks.add(NOT_FOUND);
        assertThat(invoke(event)).containsEntry("Status", "SUCCESS");
    }

    @Test
    void aPropertyThatLooksMisspelledIsIgnoredAndNamedInAWarning() {
        Map<String, Object> event = Events.create(server.url());
        event.put(
                "ResourceProperties",
                Map.of(
                        "StudioId", "studio-1",
                        "StreamingImageId", "image-1",
                        "OnRolback", "Delete",
                        "Description", "unknown too"));
        looks.add(image("READY"));
        assertThat(invoke(event)).containsEntry("Status", "SUCCESS");
        assertThat(logLines)
                .filteredOn(line -> line.contains("\"level\":\"WARN\""))
                .singleElement()
                .asString()
                .contains("\"event\":\"unknownProperty\"", "\"property\":\"OnRolback\"")
                .contains("\"similarTo\":\"OnRollback\"");
    }

    @Test
    void theReasonNamesAPropertyThatLooksMisspelledWhenAnotherIsWrong() {
        Map<String, Object> event = Events.create(server.url());
        event.put("ResourceProperties", Map.of("studioId", "studio-1", "StreamingImageId", "image-1"));
        assertThat((String) invoke(event).get("Reason"))
                .startsWith("[INVALID_PROPERTY] Property StudioId is missing. "
                        + "Property studioId is unknown; did you mean StudioId? Correct ");
    }

    @Test
    void anUpdateToAnotherImageRespondsWithItsId() {
        Map<String, Object> event = Events.delete(server.url());
        event.put("RequestType", "Update");
        event.put("ResourceProperties", Map.of("StudioId", "studio-1", "StreamingImageId", "image-2"));
        looks.add(image("READY"));
        assertThat(invoke(event))
                .containsEntry("Status", "SUCCESS")
                .containsEntry("PhysicalResourceId", "studio-1|image-2");
        assertThat(calls).containsExactly("look studio-1|image-2");
    }

    @Test
    void anUpdateOfAnImageThatIsGoneSucceedsWithEveryAttribute() {
        Map<String, Object> event = Events.delete(server.url());
        event.put("RequestType", "Update");
        event.put(
                "ResourceProperties",
                Map.of("StudioId", "studio-1", "StreamingImageId", "image-1", "OnRollback", "Delete"));
        looks.add(NOT_FOUND);
        assertThat(invoke(event))
                .containsEntry("Status", "SUCCESS")
                .containsEntry(
                        "Data",
                        Map.of(
                                "Arn", "arn:aws:nimble:us-west-2:123456789012:streaming-image/image-1",
                                "Name", "",
                                "Ec2ImageId", "",
                                "Owner", "",
                                "Platform", "",
                                "State", "DELETED",
                                "StudioId", "studio-1",
                                "StreamingImageId", "image-1"));
    }

    @Test
    void namesTheVariableThatIsMisconfigured() {
        environment.put("AWS_ENDPOINT_URL_NIMBLE", "nonsense");
        Map<String, Object> response = invoke(Events.delete(server.url()));
        assertThat((String) response.get("Reason"))
                .startsWith("[INVALID_CONFIGURATION]")
                .contains("AWS_ENDPOINT_URL_NIMBLE");
        assertThat(calls).isEmpty();
    }

    @Test
    void tellsCloudFormationWhichFieldIsMalformed() {
        Map<String, Object> event = Events.delete(server.url());
        event.remove("PhysicalResourceId");
        Map<String, Object> response = invoke(event);
        assertThat(response).containsEntry("Status", "FAILED");
        assertThat((String) response.get("Reason"))
                .startsWith("[INVALID_REQUEST]")
                .contains("PhysicalResourceId");
    }

    @Test
    void failsTheInvocationWhenNobodyCanBeTold() {
        Map<String, Object> event = Events.delete("http://example.com/?" + Events.QUERY);
        assertThatThrownBy(() -> invoke(event))
                .isInstanceOf(MalformedInvocationException.class)
                .hasMessageContaining("ResponseURL")
                .hasMessageNotContaining(Events.QUERY);
    }

    @Test
    void respondsFailedWhenTheFunctionItselfIsBroken() {
        looks.add(() -> {
            throw new IllegalStateException("a bug");
        });
        Map<String, Object> response = invoke(Events.create(server.url()));
        assertThat((String) response.get("Reason"))
                .startsWith("[FUNCTION_FAILED]")
                .contains("java.lang.IllegalStateException");
        assertThat(events()).contains("bug");
    }

    @Test
    void failsTheInvocationWhenTheResponseIsNotTaken() {
        server.close();
        server = new ResponseServer(403);
        looks.add(NOT_FOUND);
        assertThatThrownBy(() -> invoke(Events.delete(server.url())))
                .isInstanceOf(UndeliveredResponseException.class)
                .hasMessage("SUCCESS could not be delivered in 1 attempts; last: HTTP 403");
        assertThat(events()).contains("undelivered");
    }

    @Test
    void theLastResortRespondsFailedAndTouchesNothing() {
        Map<String, Object> response =
                invoke(Events.failureRecord(Events.delete(server.url()), "Runtime.ExitError", "exited"));
        assertThat(response).containsEntry("Status", "FAILED").containsEntry("PhysicalResourceId", "studio-1|image-1");
        assertThat((String) response.get("Reason"))
                .startsWith("[FUNCTION_FAILED]")
                .contains("RetriesExhausted", "exited");
        assertThat(calls).isEmpty();
    }

    @Test
    void theLastResortNeverReversesASuccess() {
        String type = UndeliveredResponseException.class.getName();
        assertThat(invoke(Events.failureRecord(Events.delete(server.url()), type, "SUCCESS could not be delivered")))
                .containsEntry("Status", "SUCCESS");
        assertThat(calls).isEmpty();
        looks.add(image("READY"));
        assertThat(invoke(Events.failureRecord(Events.create(server.url()), type, "SUCCESS could not be delivered")))
                .containsEntry("Status", "SUCCESS")
                .containsKey("Data");
    }

    @Test
    void handsOverInsteadOfWaiting() {
        List<String> started = new ArrayList<>();
        executions = Optional.of((name, input) -> {
            started.add(name);
            started.add(input);
            return new Executions.Start.HandedOver();
        });
        looks.add(image("READY"));
        assertThat(invoke(Events.delete(server.url()))).as("no response yet").isEmpty();
        assertThat(time.slept()).isZero();
        assertThat(started.get(0)).isEqualTo("3b0a7c1e-2f7d-4b55-9d0e-0f5f2a1c9b11");
        Map<String, Object> input = fields(started.get(1));
        assertThat(input).containsEntry("done", false).containsEntry("functionArn", FUNCTION_ARN);
        assertThat((Integer) input.get("waitSeconds")).isPositive();

        looks.clear();
        looks.add(image("DELETE_IN_PROGRESS"));
        assertThat(invoke(input)).as("no response yet").isEmpty();
        assertThat(output).containsEntry("done", false).containsEntry("request", input.get("request"));

        looks.clear();
        looks.add(NOT_FOUND);
        assertThat(invoke(output)).containsEntry("Status", "SUCCESS");
        assertThat(output).as("the secret goes no further").isEqualTo(Map.of("version", 2, "done", true));
        assertThat(calls).filteredOn(call -> call.startsWith("delete")).hasSize(1);
    }

    @Test
    void respondsAtOnceWhenThereIsNothingToWaitFor() {
        executions = Optional.of((name, input) -> {
            throw new AssertionError("nothing is to be handed over");
        });
        looks.add(NOT_FOUND);
        assertThat(invoke(Events.delete(server.url()))).containsEntry("Status", "SUCCESS");
    }

    @Test
    void waitsInlineWhenNoExecutionCanBeStarted() {
        executions = Optional.of((name, input) -> new Executions.Start.NotStarted("scripted"));
        looks.addAll(List.of(image("READY"), image("DELETE_IN_PROGRESS"), NOT_FOUND));
        assertThat(invoke(Events.delete(server.url()))).containsEntry("Status", "SUCCESS");
        assertThat(events()).contains("notHandedOver").doesNotContain("handedOver");
    }

    @Test
    void decidesWithinTheInvocationWhenNoExecutionCanBeStartedInAllThatTime() {
        executions = Optional.of((name, input) -> new Executions.Start.NotStarted("scripted"));
        looks.add(image("DELETE_IN_PROGRESS"));
        assertThat((String) invoke(Events.delete(server.url())).get("Reason")).startsWith("[DEADLINE_REACHED]");
        assertThat(time.slept()).isBetween(Duration.ofMinutes(14), TIMEOUT.minusSeconds(10));
    }

    @Test
    void handsOverAfterExecutionsCouldNotBeStartedForSevenSeconds() {
        List<String> inputs = new ArrayList<>();
        executions = Optional.of((name, input) -> {
            inputs.add(input);
            return time.slept().compareTo(Duration.ofSeconds(7)) < 0
                    ? new Executions.Start.NotStarted("busy")
                    : new Executions.Start.HandedOver();
        });
        looks.addAll(List.of(image("READY"), image("DELETE_IN_PROGRESS")));
        assertThat(invoke(Events.delete(server.url()))).as("no response yet").isEmpty();
        assertThat(time.slept()).isBetween(Duration.ofSeconds(7), Duration.ofSeconds(17));
        assertThat(events())
                .as("it looks while it waits")
                .containsSubsequence("notHandedOver", "observed", "notHandedOver", "handedOver");
        assertThat(inputs)
                .as("the request keeps its time, which is longer than that of the invocation")
                .hasSizeGreaterThan(2)
                .extracting(DeletionHandlerTest::deadline)
                .containsOnly(deadline(inputs.get(0)));
        assertThat(calls).filteredOn(call -> call.startsWith("look")).hasSizeGreaterThan(2);
    }

    @Test
    void handsOverTheRestOfAWaitOnly() {
        List<String> inputs = new ArrayList<>();
        executions = Optional.of((name, input) -> {
            inputs.add(input);
            return inputs.size() < 3 ? new Executions.Start.NotStarted("busy") : new Executions.Start.HandedOver();
        });
        looks.add(() -> {
            throw new NoSuchHostException("nimble.us-west-2.amazonaws.com");
        });
        assertThat(invoke(Events.delete(server.url()))).isEmpty();
        assertThat(inputs)
                .as("15 s, of which 1 and then 2 were waited inline")
                .extracting(input -> fields(input).get("waitSeconds"))
                .containsExactly(15, 14, 12);
        assertThat(time.sleeps()).extracting(Duration::toSeconds).containsExactly(1L, 2L);
    }

    @Test
    void startsOverWhenItsProgressIsOfAnotherVersion() {
        Map<String, Object> round = new HashMap<>();
        round.put("version", 1);
        round.put("functionArn", FUNCTION_ARN);
        round.put("request", Events.delete(server.url()));
        round.put("progress", Map.of("unheard", "of"));
        looks.add(image("READY"));
        assertThat(invoke(round)).isEmpty();
        assertThat(calls).anyMatch(call -> call.endsWith("3b0a7c1e-2f7d-4b55-9d0e-0f5f2a1c9b11-1"));
        assertThat(output).containsEntry("version", 2).containsKey("progress");
    }

    @Test
    void logsWhatTheResponseCameToAndHowLongAfterTheRequestWasIssued() {
        looks.addAll(List.of(image("READY"), image("DELETE_IN_PROGRESS"), NOT_FOUND));
        invoke(Events.delete(server.url().replace("20260101T000000Z", "20251231T235900Z")));
        assertThat(lastLine()).containsEntry("event", "delivered").containsEntry("outcome", "DELETED");
        assertThat(lastLine()).containsEntry("elapsedMillis", (int)
                time.slept().plusMinutes(1).toMillis());
    }

    @Test
    void logsTheTimeOfARoundFromTheRequestThatBeganIt() {
        looks.add(NOT_FOUND);
        Map<String, Object> round = new HashMap<>();
        round.put("version", 2);
        round.put("request", Events.delete(server.url().replace("20260101T000000Z", "20251231T234500Z")));
        invoke(round);
        assertThat(lastLine()).containsEntry("event", "delivered").containsEntry("elapsedMillis", 900_000);
    }

    @Test
    void logsTheFailureCodeAsTheOutcomeOfAResponseThatWasNotTaken() {
        server.close();
        server = new ResponseServer(403);
        looks.add(NOT_FOUND);
        assertThatThrownBy(() -> invoke(Events.create(server.url()))).isInstanceOf(UndeliveredResponseException.class);
        assertThat(lastLine())
                .containsEntry("event", "undelivered")
                .containsEntry("status", "FAILED")
                .containsEntry("outcome", "IMAGE_NOT_FOUND")
                .containsKey("elapsedMillis");
    }

    @Test
    void logsThatASuccessWasRepeated() {
        String type = UndeliveredResponseException.class.getName();
        invoke(Events.failureRecord(Events.delete(server.url()), type, "SUCCESS could not be delivered"));
        assertThat(lastLine()).containsEntry("status", "SUCCESS").containsEntry("outcome", "SUCCESS_REPEATED");
    }

    @Test
    void theLastResortOfTheStateMachineRespondsFailed() {
        Map<String, Object> round = new HashMap<>();
        round.put("version", 2);
        round.put("request", Events.delete(server.url()));
        round.put("failure", Map.of("Error", "Lambda.Unknown", "Cause", "{}"));
        assertThat((String) invoke(round).get("Reason"))
                .startsWith("[FUNCTION_FAILED]")
                .contains("Lambda.Unknown");
        assertThat(output).containsEntry("done", true);
    }

    private Map<String, Object> invoke(Map<String, Object> event) {
        DeletionHandler handler = new DeletionHandler(new Services(
                Environment.problem(
                        environment,
                        List.of(NimbleStudio.SERVICE, CloudFormationStacks.SERVICE, StepFunctionsExecutions.SERVICE)),
                new NimbleStudio(this::nimbleStudio),
                new CalledStacks(),
                executions,
                new HttpPut(),
                host -> otherNames,
                time,
                new SplittableRandom(1),
                logLines::add));
        Context context = mock(Context.class);
        when(context.getRemainingTimeInMillis())
                .thenAnswer(call -> (int) TIMEOUT.minus(time.slept()).toMillis());
        when(context.getInvokedFunctionArn()).thenReturn(FUNCTION_ARN);
        when(context.getAwsRequestId()).thenReturn("aws-request-id");
        try {
            ByteArrayOutputStream returned = new ByteArrayOutputStream();
            handler.handleRequest(new ByteArrayInputStream(Events.json(event)), returned, context);
            output = fields(returned.toString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<ResponseServer.Received> received = server.received();
        return received.isEmpty()
                ? Map.of()
                : fields(received.get(received.size() - 1).body());
    }

    /** Shows what the test says, and keeps the calls. */
    private final class CalledStacks implements Stacks {

        @Override
        public Observation look(String stackId) {
            calls.add("stack " + stackId);
            return stack;
        }

        @Override
        public Observation resources(String stackId, String logicalResourceId, String physicalResourceId, String page) {
            calls.add("resources beside " + logicalResourceId + " with " + physicalResourceId + " on page " + page);
            return pages.size() > 1 ? pages.remove() : pages.element();
        }
    }

    private List<String> events() {
        return logLines.stream().map(line -> (String) fields(line).get("event")).toList();
    }

    private static Object deadline(String input) {
        Map<?, ?> progress = (Map<?, ?>) fields(input).get("progress");
        return ((Map<?, ?>) progress.get("time")).get("deadline");
    }

    private Map<String, Object> lastLine() {
        return fields(logLines.get(logLines.size() - 1));
    }

    private static Map<String, Object> fields(String json) {
        return JsonReader.read(json.getBytes(StandardCharsets.UTF_8)).fields();
    }

    /** Nimble Studio's response to a look. */
    private interface Look {
        ServiceResponse response() throws IOException;
    }

    private static Look image(String state) {
        String fields = "\"arn\":\"arn:aws:nimble:us-west-2:123456789012:streaming-image/image-1\",\"name\":\"name\","
                + "\"ec2ImageId\":\"ami-1\",\"owner\":\"studio-1\",\"platform\":\"LINUX\",\"state\":\"" + state + "\"";
        return () -> response(200, "", "{\"streamingImage\":{" + fields + "}}");
    }

    private static ServiceResponse response(int status, String errorType, String body) {
        return new ServiceResponse(status, errorType, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Shows the scripted responses to looks in order, the last one for ever, and accepts every deletion. */
    private ServiceResponse nimbleStudio(ServiceRequest request) throws IOException {
        String[] path = request.path().split("/");
        String id = path[3] + "|" + path[5];
        if (request.method().equals("DELETE")) {
            calls.add("delete " + id + " " + request.headers().get("X-Amz-Client-Token"));
            return image("DELETE_IN_PROGRESS").response();
        }
        calls.add("look " + id);
        return (looks.size() > 1 ? looks.remove() : looks.element()).response();
    }
}
