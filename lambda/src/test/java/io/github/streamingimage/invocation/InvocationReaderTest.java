package io.github.streamingimage.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.customresource.CustomResourceRequest;
import io.github.streamingimage.customresource.CustomResourceRequest.RequestType;
import io.github.streamingimage.customresource.Events;
import io.github.streamingimage.customresource.UndeliveredResponseException;
import io.github.streamingimage.invocation.Invocation.GivenUp;
import io.github.streamingimage.invocation.Invocation.Malformed;
import io.github.streamingimage.invocation.Invocation.Request;
import io.github.streamingimage.invocation.Invocation.Resumed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvocationReaderTest {

    private static final String URL = "https://bucket.s3.us-west-2.amazonaws.com/key?" + Events.QUERY;

    private final Map<String, Object> event = Events.delete(URL);

    @Test
    void readsARequestAsCloudFormationSendsIt() {
        CustomResourceRequest request = ((Request) read(event)).request();
        assertThat(request.type()).isEqualTo(RequestType.DELETE);
        assertThat(request.requestId()).isEqualTo("3b0a7c1e-2f7d-4b55-9d0e-0f5f2a1c9b11");
        assertThat(request.stackId()).isEqualTo(Events.STACK_ID);
        assertThat(request.addressee().logicalResourceId()).isEqualTo("Image");
        assertThat(request.physicalResourceId()).isEqualTo("studio-1|image-1");
        assertThat(request.serviceTimeout()).isEqualTo(Duration.ofHours(1));
        assertThat(request.properties()).containsEntry("StudioId", "studio-1");
    }

    @Test
    void ignoresFieldsThatItDoesNotKnow() {
        event.put("Invented", Map.of("later", List.of(1, 2.5, true)));
        assertThat(read(event)).isInstanceOf(Request.class);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "300, 300", "3600, 3600", "0, 3600", "3601, 3600", "-5, 3600", "ten, 3600", "'', 3600"})
    void readsServiceTimeoutAtEitherPlaceAndTakesTheDefaultForWhatMakesNoSense(String value, long seconds) {
        event.put("ServiceTimeout", value);
        assertThat(((Request) read(event)).request().serviceTimeout()).isEqualTo(Duration.ofSeconds(seconds));
        event.remove("ServiceTimeout");
        event.put("ResourceProperties", Map.of("ServiceTimeout", value));
        assertThat(((Request) read(event)).request().serviceTimeout()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RequestType",
                "RequestId",
                "StackId",
                "LogicalResourceId",
                "PhysicalResourceId",
                "ResourceProperties"
            })
    void namesTheFieldThatIsMissingOrOfTheWrongKindAndStillKnowsWhoIsToBeTold(String field) {
        for (Object wrong : Arrays.asList(null, 7, List.of(), "")) {
            event.put(field, wrong);
            assertThatMalformed(event, field);
        }
        event.remove(field);
        assertThatMalformed(event, field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RequestId", "StackId", "LogicalResourceId", "PhysicalResourceId"})
    void refusesAnIdThatNoResponseCouldRepeat(String field) {
        event.put(field, "x".repeat(513));
        assertThatMalformed(event, field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RequestId", "StackId", "LogicalResourceId", "PhysicalResourceId"})
    void takesTheLongestIdThatAResponseCanRepeat(String field) {
        event.put(field, "x".repeat(512));
        assertThat(read(event)).isInstanceOf(Request.class);
    }

    @Test
    void theTextOfARequestTellsNoSecret() {
        Request request = (Request) read(event);
        assertThat(request.request().toString())
                .startsWith("CustomResourceRequest[DELETE, ")
                .contains("ResponseUrl[redacted]")
                .doesNotContain(Events.QUERY);
    }

    @Test
    void unwrapsNoMoreThanSixteenTimes() {
        Map<String, Object> wrapped = event;
        for (int i = 0; i < 16; i++) {
            wrapped = Events.failureRecord(wrapped, "Runtime.ExitError", "exited");
        }
        assertThat(read(wrapped)).isInstanceOf(GivenUp.class);
        assertThat(read(Events.failureRecord(wrapped, "Runtime.ExitError", "exited")))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void aCreateNeedsNoPhysicalResourceId() {
        assertThat(read(Events.create(URL))).isInstanceOf(Request.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no url",
                "ftp://host/key?" + Events.QUERY,
                "http://169.254.169.254/latest?" + Events.QUERY,
                "file:///etc/passwd",
                "https:///key",
                "https://user:password@host/key"
            })
    void knowsNobodyToTellWithoutAUsableResponseUrl(String url) {
        event.put("ResponseURL", url);
        Malformed malformed = (Malformed) read(event);
        assertThat(malformed.field()).isEqualTo("ResponseURL");
        assertThat(malformed.addressee()).isEmpty();
        assertThat(malformed.problem()).contains("ResponseURL").doesNotContain(Events.QUERY);
    }

    @Test
    void stillKnowsWhoIsToBeToldWhenTheEventIsCutOff() {
        String text = new String(Events.json(event), StandardCharsets.UTF_8);
        byte[] cut = text.substring(0, text.indexOf("ResourceProperties") + 30).getBytes(StandardCharsets.UTF_8);
        Malformed malformed = (Malformed) InvocationReader.read(cut);
        assertThat(malformed.field()).isEqualTo("event");
        assertThat(malformed.addressee().orElseThrow().requestId()).isEqualTo("3b0a7c1e-2f7d-4b55-9d0e-0f5f2a1c9b11");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"text\"",
                "{",
                "{\"ResponseURL\": https://x?secret=abcdefgh}",
                "\u0000",
                "{}{}"
            })
    void neverThrowsAndNeverQuotesTheEvent(String text) {
        Malformed malformed = (Malformed) InvocationReader.read(text.getBytes(StandardCharsets.UTF_8));
        assertThat(malformed.problem()).doesNotContain("abcdefgh").doesNotContain("x?");
    }

    @Test
    void readsTheRequestOutOfAFailureRecord() {
        GivenUp givenUp = (GivenUp) read(Events.failureRecord(event, "Runtime.ExitError", "exited with 137"));
        assertThat(givenUp.request().requestId()).isEqualTo("3b0a7c1e-2f7d-4b55-9d0e-0f5f2a1c9b11");
        assertThat(givenUp.cause()).isEqualTo("RetriesExhausted after 3 invocations; last error: exited with 137");
        assertThat(givenUp.undeliveredSuccess()).isFalse();
    }

    @Test
    void readsTheRequestOutOfARecordOfARecord() {
        Map<String, Object> inner = new HashMap<>(Events.failureRecord(event, "Any", "first"));
        assertThat(read(Events.failureRecord(inner, "Any", "second"))).isInstanceOf(GivenUp.class);
    }

    @Test
    void tellsThatOnlyTheDeliveryOfASuccessFailed() {
        String type = UndeliveredResponseException.class.getName();
        assertThat(((GivenUp) read(Events.failureRecord(event, type, "SUCCESS could not"))).undeliveredSuccess())
                .isTrue();
        assertThat(((GivenUp) read(Events.failureRecord(event, type, "FAILED could not"))).undeliveredSuccess())
                .isFalse();
        assertThat(((GivenUp) read(Events.failureRecord(event, "Other", "SUCCESS could not"))).undeliveredSuccess())
                .isFalse();
    }

    @Test
    void takesTheUrlOutOfTheCauseOfAFailure() {
        GivenUp givenUp = (GivenUp) read(Events.failureRecord(event, "Any", "PUT " + URL + " failed"));
        assertThat(givenUp.cause()).doesNotContain(Events.QUERY);
    }

    @Test
    void readsTheStateMachinesNextRound() {
        Resumed resumed = (Resumed) read(round(Map.of()));
        assertThat(resumed.request().requestId()).isEqualTo("3b0a7c1e-2f7d-4b55-9d0e-0f5f2a1c9b11");
        assertThat(resumed.handover().functionArn()).isEqualTo("arn:function");
    }

    @Test
    void readsWhatTheStateMachineCaught() {
        GivenUp givenUp = (GivenUp) read(round(Map.of(
                "failure", Map.of("Error", "Runtime.ExitError", "Cause", "{\"errorMessage\":\"exited with 137\"}"))));
        assertThat(givenUp.cause())
                .isEqualTo("the state machine caught Runtime.ExitError; last error: exited with 137");
        assertThat(givenUp.undeliveredSuccess()).isFalse();
        GivenUp timedOut =
                (GivenUp) read(round(Map.of("failure", Map.of("Error", "States.Timeout", "Cause", "not JSON"))));
        assertThat(timedOut.cause()).endsWith("not JSON");
    }

    @Test
    void tellsThatTheStateMachineOnlyFailedToDeliverASuccess() {
        String type = UndeliveredResponseException.class.getName();
        String cause = "{\"errorType\":\"" + type + "\",\"errorMessage\":\"SUCCESS could not be delivered\"}";
        GivenUp givenUp = (GivenUp) read(round(Map.of("failure", Map.of("Error", type, "Cause", cause))));
        assertThat(givenUp.undeliveredSuccess()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FAILED", "TIMED_OUT", "ABORTED"})
    void readsTheRequestOutOfTheEventOfAnExecutionThatEndedBadly(String status) {
        GivenUp givenUp = (GivenUp) read(executionEvent(status));
        assertThat(givenUp.cause()).startsWith("the execution " + status);
        assertThat(givenUp.request().requestId()).isEqualTo("3b0a7c1e-2f7d-4b55-9d0e-0f5f2a1c9b11");
    }

    @Test
    void tellsThatAnExecutionOnlyFailedToDeliverASuccess() {
        String type = UndeliveredResponseException.class.getName();
        String cause = "{\"errorType\":\"" + type + "\",\"errorMessage\":\"SUCCESS could not be delivered\"}";
        GivenUp givenUp = (GivenUp) read(executionEvent(Map.of("status", "FAILED", "error", type, "cause", cause)));
        assertThat(givenUp.undeliveredSuccess()).isTrue();
        assertThat(givenUp.cause()).isEqualTo("the execution FAILED; last error: SUCCESS could not be delivered");
    }

    @Test
    void aSuccessStaysDecidedInsideAnotherFailure() {
        String type = UndeliveredResponseException.class.getName();
        Map<String, Object> inner = Events.failureRecord(event, type, "SUCCESS could not be delivered");
        GivenUp givenUp = (GivenUp) read(Events.failureRecord(inner, "Runtime.ExitError", "exited"));
        assertThat(givenUp.undeliveredSuccess()).isTrue();
        Map<String, Object> outer = Events.failureRecord(executionEvent("ABORTED"), type, "SUCCESS could not");
        assertThat(((GivenUp) read(outer)).undeliveredSuccess()).isTrue();
    }

    private Map<String, Object> round(Map<String, Object> more) {
        Map<String, Object> round = new HashMap<>(more);
        round.put("version", 2);
        round.put("functionArn", "arn:function");
        round.put("request", event);
        round.put("waitSeconds", 3);
        round.put("done", false);
        return round;
    }

    private Map<String, Object> executionEvent(String status) {
        return executionEvent(Map.of("status", status));
    }

    private Map<String, Object> executionEvent(Map<String, Object> end) {
        Map<String, Object> detail = new HashMap<>(end);
        detail.put("input", new String(Events.json(round(Map.of())), StandardCharsets.UTF_8));
        return Map.of(
                "source", "aws.states",
                "detail-type", "Step Functions Execution Status Change",
                "detail", detail);
    }

    private static Invocation read(Map<String, Object> event) {
        return InvocationReader.read(Events.json(event));
    }

    private static void assertThatMalformed(Map<String, Object> event, String field) {
        Malformed malformed = (Malformed) read(event);
        assertThat(malformed.field()).isEqualTo(field);
        assertThat(malformed.problem()).contains(field);
        assertThat(malformed.addressee()).isPresent();
    }
}
