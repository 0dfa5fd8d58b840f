package io.github.streamingimage.documents;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.streamingimage.DeletionHandler;
import io.github.streamingimage.Services;
import io.github.streamingimage.aws.ServiceError;
import io.github.streamingimage.aws.ServiceResponse;
import io.github.streamingimage.customresource.Put;
import io.github.streamingimage.customresource.UndeliveredResponseException;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.http.Resolver.Word;
import io.github.streamingimage.nimble.NimbleStudio;
import io.github.streamingimage.stepfunctions.Executions;
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

/** What the function logs in a handful of requests, which between them make it log everything that it ever does. */
final class RecordedLog {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final ServiceResponse READY = image("READY");
    private static final ServiceResponse DELETING = image("DELETE_IN_PROGRESS");
    private static final ServiceResponse GONE = error(404, "ResourceNotFoundException");
    private static final ServiceResponse REJECTED = error(400, "ValidationException");
    private static final ServiceResponse THROTTLED = error(429, "ThrottlingException");
    private static final Observation SETTLED = new Observation.Stack(false, Optional.empty(), "DELETE_IN_PROGRESS");
    private static final Observation STACK_THROTTLED =
            new Observation.StackProblem(false, throttle("DescribeStacks", "Throttling", 400));

    private final List<Map<String, String>> lines = new ArrayList<>();

    private RecordedLog() {}

    /** The lines, in order, each field as text. */
    static List<Map<String, String>> lines() {
        RecordedLog log = new RecordedLog();
        log.invoke(log.services(200, List.of(SETTLED), THROTTLED, READY, GONE), "Delete", "deleted");
        log.invoke(log.services(200, List.of(STACK_THROTTLED, SETTLED), READY, READY, GONE), "Delete", "slow");
        log.invoke(log.services(200, List.of(SETTLED), REJECTED), "Delete", "rejected");
        log.invoke(log.services(200, List.of(SETTLED), GONE), "Create", "unknown-image");
        log.invoke(log.services(200, List.of(SETTLED), READY), "Create", "adopted");
        log.invoke(log.services(200, List.of(SETTLED)), "Create", "bug");
        log.invoke(log.services(403, List.of(SETTLED), REJECTED), "Delete", "undelivered");
        log.invoke(log.services(200, List.of(SETTLED), READY), "Delet", "malformed");
        log.invoke(log.waitingOn(new Executions.Start.HandedOver()), "Delete", "handed-over");
        log.invoke(
                log.waitingOn(new Executions.Start.NotStarted(throttle("StartExecution", "ThrottlingException", 400))),
                "Delete",
                "not-handed-over");
        log.giveUp("given-up");
        return List.copyOf(log.lines);
    }

    private Services services(int status, List<Observation> stacks, ServiceResponse... looks) {
        return services((url, body) -> status, stacks, Optional.empty(), looks);
    }

    private Services waitingOn(Executions.Start start) {
        return services(
                (url, body) -> 200, List.of(SETTLED), Optional.of((name, input) -> start), READY, DELETING, GONE);
    }

    private Services services(
            Put put, List<Observation> stacks, Optional<Executions> executions, ServiceResponse... looks) {
        Deque<Observation> nextStacks = new ArrayDeque<>(stacks);
        Deque<ServiceResponse> nextLooks = new ArrayDeque<>(Arrays.asList(looks));
        return new Services(
                Optional.empty(),
                new NimbleStudio(request -> request.method().equals("DELETE") ? DELETING : next(nextLooks)),
                stackId -> next(nextStacks),
                executions,
                put,
                host -> Word.EXISTS,
                new VirtualTime(),
                new SplittableRandom(1),
                this::keep);
    }

    /** The last lasts for ever; of an empty script it is a bug to ask. */
    private static <T> T next(Deque<T> script) {
        return script.size() > 1 ? script.remove() : script.element();
    }

    private void invoke(Services services, String requestType, String requestId) {
        invoke(services, event(requestType, requestId));
    }

    private void giveUp(String requestId) {
        invoke(
                services(200, List.of(SETTLED), READY),
                Map.of(
                        "requestContext", Map.of("condition", "RetriesExhausted"),
                        "requestPayload", event("Delete", requestId),
                        "responsePayload", Map.of("errorType", "Runtime.ExitError", "errorMessage", "exited")));
    }

    private void invoke(Services services, Map<String, Object> event) {
        try {
            new DeletionHandler(services)
                    .handleRequest(
                            new ByteArrayInputStream(JSON.writeValueAsBytes(event)),
                            new ByteArrayOutputStream(),
                            context());
        } catch (UndeliveredResponseException e) {
            // As Lambda sees it when a response is not taken.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> event(String requestType, String requestId) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("RequestType", requestType);
        event.put("RequestId", requestId);
        event.put("ResponseURL", "https://example.com/?X-Amz-Date=20251231T235900Z");
        event.put("StackId", "arn:aws:cloudformation:us-west-2:123456789012:stack/images/51af3dc0");
        event.put("LogicalResourceId", "Image");
        event.put("ResourceProperties", Map.of("StudioId", "studio-1", "StreamingImageId", "image-1"));
        if (!requestType.equals("Create")) {
            event.put("PhysicalResourceId", "studio-1|image-1");
        }
        return event;
    }

    private static Context context() {
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, arguments) -> {
                    return method.getReturnType() == int.class ? (Object) 900_000 : method.getName();
                });
    }

    private void keep(String line) {
        try {
            Map<String, String> fields = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> field : JSON.readTree(line).properties()) {
                fields.put(field.getKey(), field.getValue().asText());
            }
            lines.add(fields);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String throttle(String operation, String errorCode, int status) {
        return new ServiceError(status, errorCode, "Rate exceeded").describe(operation);
    }

    private static ServiceResponse image(String state) {
        return response(200, "", "{\"streamingImage\":{\"state\":\"" + state + "\"}}");
    }

    private static ServiceResponse error(int status, String type) {
        return response(status, type, "{\"message\":\"Rate exceeded\"}");
    }

    private static ServiceResponse response(int status, String errorType, String body) {
        return new ServiceResponse(status, errorType, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Time that passes by sleeping only. */
    private static final class VirtualTime implements Time {
        private Instant now = NOW;

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
