package io.github.streamingimage.documents;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.streamingimage.Services;
import io.github.streamingimage.StreamingImageDeletionHandler;
import io.github.streamingimage.deletion.ImageAttributes;
import io.github.streamingimage.deletion.ImageId;
import io.github.streamingimage.deletion.ImageState;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.nimble.StreamingImages;
import io.github.streamingimage.time.Time;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** One request to the function on a virtual clock, waiting inline, to compare what it does with what documents say. */
final class Trial {

    static final Map<String, Object> IMAGE = Map.of("StudioId", "studio-1", "StreamingImageId", "image-1");

    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int AN_HOUR_IN_MILLIS = 3_600_000;

    private final List<JsonNode> log = new ArrayList<>();
    private Instant now = START;
    private int looks;
    private int deletions;
    private String body = "";

    private Trial() {}

    /** A Create with these properties, of an image that is READY. */
    static Trial create(Map<String, Object> properties) {
        return of("Create", properties, false, image(ImageState.READY, ""));
    }

    /** A Delete of an image that is seen so, one look after the other, the last for ever. */
    static Trial delete(Map<String, Object> properties, boolean rollingBack, Observation... seen) {
        return of("Delete", properties, rollingBack, seen);
    }

    static Observation.Image image(ImageState state, String statusCode) {
        return new Observation.Image(
                state,
                state.name(),
                statusCode,
                "",
                new ImageAttributes("arn:aws:nimble:us-west-2:123456789012:streaming-image/image-1", "", "", "", ""));
    }

    private static Trial of(
            String requestType, Map<String, Object> properties, boolean rollingBack, Observation... seen) {
        Trial trial = new Trial();
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("RequestType", requestType);
        event.put("RequestId", "request-1");
        event.put("ResponseURL", "https://example.com/?X-Amz-Date=20260101T000000Z");
        event.put("StackId", "arn:aws:cloudformation:us-west-2:123456789012:stack/images/51af3dc0");
        event.put("LogicalResourceId", "Image");
        event.put("ResourceProperties", properties);
        if (!requestType.equals("Create")) {
            event.put("PhysicalResourceId", "studio-1|image-1");
        }
        trial.run(event, rollingBack, new ArrayDeque<>(Arrays.asList(seen)));
        return trial;
    }

    private void run(Map<String, Object> event, boolean rollingBack, Deque<Observation> seen) {
        StreamingImages images = new StreamingImages() {
            @Override
            public Observation observe(ImageId image) {
                looks++;
                return seen.size() > 1 ? seen.remove() : seen.element();
            }

            @Override
            public Observation delete(ImageId image, String clientToken) {
                deletions++;
                return new Observation.DeleteAccepted(image(ImageState.DELETE_IN_PROGRESS, ""));
            }
        };
        Services services = new Services(
                Map.of("AWS_REGION", "us-west-2", "AWS_ACCESS_KEY_ID", "KEY", "AWS_SECRET_ACCESS_KEY", "secret"),
                otherNames -> images,
                stackId -> new Observation.Stack(rollingBack, Optional.empty(), ""),
                Optional.empty(),
                (url, answer) -> {
                    body = new String(answer, StandardCharsets.UTF_8);
                    return 200;
                },
                new Clock(),
                new SplittableRandom(1),
                line -> log.add(json(line)));
        Context context = (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, arguments) ->
                        method.getReturnType() == int.class ? (Object) AN_HOUR_IN_MILLIS : method.getName());
        try {
            new StreamingImageDeletionHandler(services)
                    .handleRequest(
                            new ByteArrayInputStream(JSON.writeValueAsBytes(event)),
                            new ByteArrayOutputStream(),
                            context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode response() {
        return json(body);
    }

    boolean isSuccess() {
        return response().path("Status").asText().equals("SUCCESS");
    }

    String reason() {
        return response().path("Reason").asText();
    }

    /** What the log calls the outcome. */
    String outcome() {
        return lines("delivered").findFirst().orElseThrow().path("outcome").asText();
    }

    Stream<JsonNode> lines(String event) {
        return log.stream().filter(line -> line.path("event").asText().equals(event));
    }

    /** The pauses between looks, in seconds. */
    List<Double> pauses() {
        return lines("decided")
                .filter(line -> line.has("delayMillis"))
                .map(line -> line.path("delayMillis").asDouble() / 1000)
                .toList();
    }

    int looks() {
        return looks;
    }

    int deletions() {
        return deletions;
    }

    double seconds() {
        return Duration.between(START, now).toMillis() / 1000.0;
    }

    private final class Clock implements Time {
        @Override
        public Instant now() {
            return now;
        }

        @Override
        public void sleep(Duration duration) {
            now = now.plus(duration);
        }
    }
}
