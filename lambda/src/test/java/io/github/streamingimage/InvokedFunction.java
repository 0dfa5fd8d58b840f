package io.github.streamingimage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.amazonaws.services.lambda.runtime.Context;
import io.github.streamingimage.customresource.Events;
import io.github.streamingimage.deletion.ImageService;
import io.github.streamingimage.http.Resolver;
import io.github.streamingimage.json.JsonReader;
import io.github.streamingimage.stack.Stacks;
import io.github.streamingimage.time.Time;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** The whole function, which waits inline and whose responses arrive. */
final class InvokedFunction {

    private final List<Map<String, Object>> responses = new ArrayList<>();
    private final DeletionHandler handler;
    private final Time time;

    InvokedFunction(ImageService images, Stacks stacks, Resolver resolver, Time time) {
        this.time = time;
        handler = new DeletionHandler(new Services(
                Optional.empty(),
                images,
                stacks,
                Optional.empty(),
                (url, body) -> {
                    responses.add(JsonReader.read(body).fields());
                    return 200;
                },
                resolver,
                time,
                new SplittableRandom(1),
                line -> {}));
    }

    /** The one response to an invocation of 15 minutes with that event. */
    Map<String, Object> responseTo(Map<String, Object> event) {
        Context context = mock(Context.class);
        Instant end = time.now().plusSeconds(900);
        when(context.getRemainingTimeInMillis())
                .thenAnswer(call -> (int) Duration.between(time.now(), end).toMillis());
        when(context.getInvokedFunctionArn()).thenReturn("arn:aws:lambda:us-west-2:123456789012:function:deletion");
        when(context.getAwsRequestId()).thenReturn("aws-request-id");
        responses.clear();
        try {
            handler.handleRequest(new ByteArrayInputStream(Events.json(event)), new ByteArrayOutputStream(), context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(responses).hasSize(1);
        return responses.get(0);
    }
}
