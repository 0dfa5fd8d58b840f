package io.github.streamingimage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.amazonaws.services.lambda.runtime.Context;
import io.github.streamingimage.customresource.Events;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.StackStanding;
import io.github.streamingimage.http.Resolver.Word;
import io.github.streamingimage.json.JsonReader;
import io.github.streamingimage.nimble.NimbleStudio;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What an invocation without any call logs and returns: operators find their way by these fields. */
class RunLogTest {

    private final List<Map<String, Object>> lines = new ArrayList<>();

    @Test
    void aDeleteThatNamesNoImageTellsThatItCalledNothing() throws IOException {
        Map<String, Object> event = event();
        event.put("PhysicalResourceId", "not-adopted-1");
        invoke(event);
        assertThat(lines).extracting(line -> line.get("event")).containsExactly("received", "decided", "delivered");
        assertThat(lines.get(0)).containsEntry("serviceTimeoutSeconds", 3600);
        assertThat(lines.get(1)).containsEntry("decision", "SUCCEED").containsEntry("outcome", "NO_IMAGE");
        assertThat(lines.get(2))
                .containsEntry("status", "SUCCESS")
                .containsEntry("attempts", 1)
                .containsEntry("lastResult", "HTTP 200")
                .doesNotContainKey("reason");
    }

    @Test
    void everyLineNamesTheRequestAndTheInvocation() throws IOException {
        Map<String, Object> event = event();
        event.put("PhysicalResourceId", "not-adopted-1");
        invoke(event);
        assertThat(lines)
                .allSatisfy(line -> assertThat(line)
                        .containsEntry("requestType", "DELETE")
                        .containsEntry("stackId", Events.STACK_ID)
                        .containsEntry("logicalResourceId", "Image")
                        .containsEntry("requestId", "3b0a7c1e-2f7d-4b55-9d0e-0f5f2a1c9b11")
                        .containsEntry("physicalResourceId", "not-adopted-1")
                        .containsEntry("awsRequestId", "aws-request-id"));
    }

    @Test
    void aRequestThatWasGivenUpTellsWhy() throws IOException {
        invoke(Events.failureRecord(event(), "Runtime.ExitError", "exited"));
        assertThat(lines).extracting(line -> line.get("event")).containsExactly("givenUp", "delivered");
        assertThat(lines.get(0)).containsEntry("level", "ERROR");
        assertThat((String) lines.get(0).get("cause")).contains("RetriesExhausted", "exited");
        assertThat((String) lines.get(1).get("reason")).startsWith("[FUNCTION_FAILED] ");
    }

    @Test
    void anEventThatIsNoRequestTellsWhichFieldIsWrong() throws IOException {
        Map<String, Object> event = event();
        event.remove("PhysicalResourceId");
        invoke(event);
        assertThat(lines).extracting(line -> line.get("event")).containsExactly("malformed", "delivered");
        assertThat(lines.get(0))
                .containsEntry("level", "ERROR")
                .containsEntry("field", "PhysicalResourceId")
                .containsEntry("requestType", "");
        assertThat((String) lines.get(0).get("problem")).contains("PhysicalResourceId");
        assertThat(lines.get(1)).containsEntry("status", "FAILED").containsEntry("outcome", "INVALID_REQUEST");
    }

    private static Map<String, Object> event() {
        return Events.delete("http://127.0.0.1:1/?" + Events.QUERY);
    }

    /** Whatever comes, there is no more to do for it. */
    private void invoke(Map<String, Object> event) throws IOException {
        DeletionHandler handler = new DeletionHandler(new Services(
                Optional.empty(),
                new NimbleStudio(request -> {
                    throw new AssertionError("nothing is to be called");
                }),
                new ShownStacks(new Observation.Stack(StackStanding.OTHER, Optional.empty(), "OTHER")),
                Optional.empty(),
                (url, body) -> 200,
                host -> Word.EXISTS,
                new VirtualTime(),
                new SplittableRandom(1),
                line -> lines.add(
                        JsonReader.read(line.getBytes(StandardCharsets.UTF_8)).fields())));
        Context context = mock(Context.class);
        when(context.getRemainingTimeInMillis()).thenReturn(180_000);
        when(context.getAwsRequestId()).thenReturn("aws-request-id");
        ByteArrayOutputStream returned = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(Events.json(event)), returned, context);
        assertThat(JsonReader.read(returned.toByteArray()).fields()).containsEntry("done", true);
    }
}
