package io.github.streamingimage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.amazonaws.services.lambda.runtime.Context;
import io.github.streamingimage.aws.ServiceRequest;
import io.github.streamingimage.aws.ServiceResponse;
import io.github.streamingimage.customresource.Events;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.StackStanding;
import io.github.streamingimage.http.Resolver.Word;
import io.github.streamingimage.json.JsonReader;
import io.github.streamingimage.nimble.NimbleStudio;
import io.github.streamingimage.stepfunctions.Executions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What the rounds of the state machine remember of those before them: an image shows nothing of its accepted deletion. */
class RoundsTest {

    private static final byte[] UNTOUCHED =
            "{\"streamingImage\":{\"state\":\"READY\"}}".getBytes(StandardCharsets.UTF_8);

    private final VirtualTime time = new VirtualTime();
    private final List<String> deletions = new ArrayList<>();
    private byte[] next;

    @Test
    void theSecondGoesOnWithTheDeletionThatTheFirstAskedFor() throws IOException {
        round(Events.json(Events.delete("http://127.0.0.1:1/?" + Events.QUERY)), 1);
        round(next, 3);
        round(next, 3);
        assertThat(deletions).as("the read may be older").containsExactly("3b0a7c1e-2f7d-4b55-9d0e-0f5f2a1c9b11-1");
    }

    @Test
    void oneThatComesTenSecondsLaterAsksForAnotherDeletion() throws IOException {
        round(Events.json(Events.delete("http://127.0.0.1:1/?" + Events.QUERY)), 11);
        round(next, 3);
        assertThat(deletions)
                .containsExactly("3b0a7c1e-2f7d-4b55-9d0e-0f5f2a1c9b11-1", "3b0a7c1e-2f7d-4b55-9d0e-0f5f2a1c9b11-2");
    }

    @Test
    void eachCountsTheLooksOfAll() throws IOException {
        round(Events.json(Events.delete("http://127.0.0.1:1/?" + Events.QUERY)), 1);
        round(next, 1);
        round(next, 1);
        Map<?, ?> progress = (Map<?, ?>) fields(next).get("progress");
        assertThat(progress.toString()).contains("looks=3");
    }

    /** Runs one, and lets time pass after it. */
    private void round(byte[] event, int secondsAfter) throws IOException {
        DeletionHandler handler = new DeletionHandler(new Services(
                Optional.empty(),
                new NimbleStudio(this::nimbleStudio),
                new ShownStacks(new Observation.Stack(StackStanding.DELETING, Optional.empty(), "DELETING")),
                Optional.of(this::start),
                (url, body) -> {
                    throw new AssertionError("nothing is to be responded yet");
                },
                host -> Word.EXISTS,
                time,
                new SplittableRandom(1),
                line -> {}));
        Context context = mock(Context.class);
        when(context.getRemainingTimeInMillis()).thenReturn(180_000);
        when(context.getInvokedFunctionArn()).thenReturn("arn:aws:lambda:us-west-2:123456789012:function:deletion");
        ByteArrayOutputStream returned = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(event), returned, context);
        if (fields(returned.toByteArray()).get("done").equals(false)) {
            next = returned.toByteArray();
        }
        time.sleep(Duration.ofSeconds(secondsAfter));
    }

    private Executions.Start start(String name, String input) {
        next = input.getBytes(StandardCharsets.UTF_8);
        return new Executions.Start.HandedOver();
    }

    private ServiceResponse nimbleStudio(ServiceRequest request) {
        if (request.method().equals("DELETE")) {
            deletions.add(request.headers().get("X-Amz-Client-Token"));
        }
        return new ServiceResponse(200, "", UNTOUCHED);
    }

    private static Map<String, Object> fields(byte[] json) {
        return JsonReader.read(json).fields();
    }
}
