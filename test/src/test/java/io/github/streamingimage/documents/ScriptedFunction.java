package io.github.streamingimage.documents;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.streamingimage.DeletionHandler;
import io.github.streamingimage.Services;
import io.github.streamingimage.aws.ServiceRequest;
import io.github.streamingimage.aws.ServiceResponse;
import io.github.streamingimage.customresource.Put;
import io.github.streamingimage.http.NoSuchHostException;
import io.github.streamingimage.http.Resolver.Word;
import io.github.streamingimage.stack.CloudFormationStacks;
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
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** The function on a virtual clock, among services that respond what they are told to, one call after the other, the last for ever. */
final class ScriptedFunction implements Time {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final Reply NOT_FOUND = error(404, "ResourceNotFoundException", "no such image");
    static final Reply DELETING = stack("DELETE_IN_PROGRESS");
    static final Reply NO_SUCH_NAME = () -> {
        throw new NoSuchHostException("nimble.us-west-2.amazonaws.com");
    };

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AN_HOUR_IN_MILLIS = 3_600_000;

    private final ImageKind kind;
    private final Deque<Reply> looks;
    private final Deque<Reply> stacks;
    private final Optional<Executions> executions;
    private final Put put;
    private final List<JsonNode> log = new ArrayList<>();
    private Instant now = START;
    private int looked;
    private int deleted;

    /** What a call meets. */
    interface Reply {
        ServiceResponse get() throws IOException;
    }

    ScriptedFunction(ImageKind kind, List<Reply> looks, List<Reply> stacks, Optional<Executions> executions, Put put) {
        this.kind = kind;
        this.looks = new ArrayDeque<>(looks);
        this.stacks = new ArrayDeque<>(stacks);
        this.executions = executions;
        this.put = put;
    }

    static Reply image(String state, String statusCode) {
        return response(
                200,
                "",
                "{\"streamingImage\":{\"state\":\"" + state + "\",\"statusCode\":\"" + statusCode
                        + "\",\"arn\":\"arn:aws:nimble:us-west-2:123456789012:streaming-image/image-1\"}}");
    }

    static Reply error(int status, String type, String message) {
        return response(status, type, "{\"message\":\"" + message + "\"}");
    }

    static Reply stack(String status) {
        return response(
                200,
                "",
                "<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackStatus>" + status
                        + "</StackStatus></member></Stacks></DescribeStacksResult></DescribeStacksResponse>");
    }

    static Reply stackError(int status, String code, String message) {
        return response(
                status,
                "",
                "<ErrorResponse><Error><Code>" + code + "</Code><Message>" + message
                        + "</Message></Error></ErrorResponse>");
    }

    static Reply json(String body) {
        return response(200, "", body);
    }

    private static Reply response(int status, String errorType, String body) {
        return () -> new ServiceResponse(status, errorType, body.getBytes(StandardCharsets.UTF_8));
    }

    /** An event as CloudFormation sends it, of an image of its own. */
    static Map<String, Object> event(
            ImageKind kind, String requestType, String requestId, Map<String, Object> properties) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("RequestType", requestType);
        event.put("RequestId", requestId);
        event.put("ResponseURL", "https://example.com/?X-Amz-Date=20260101T000000Z");
        event.put("StackId", "arn:aws:cloudformation:us-west-2:123456789012:stack/images/51af3dc0");
        event.put("LogicalResourceId", "Image");
        event.put("ResourceProperties", properties);
        if (!requestType.equals("Create")) {
            event.put("PhysicalResourceId", kind.physicalResourceId());
        }
        return event;
    }

    /** Invokes it; its exceptions are its own. */
    void invoke(Map<String, Object> event) {
        Services services = new Services(
                Optional.empty(),
                kind.service().apply(this::images),
                new CloudFormationStacks(request -> next(stacks)),
                executions,
                put,
                host -> Word.EXISTS,
                this,
                new SplittableRandom(1),
                line -> log.add(tree(line)));
        Context context = (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, arguments) ->
                        method.getReturnType() == int.class ? (Object) AN_HOUR_IN_MILLIS : method.getName());
        try {
            new DeletionHandler(services)
                    .handleRequest(
                            new ByteArrayInputStream(JSON.writeValueAsBytes(event)),
                            new ByteArrayOutputStream(),
                            context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ServiceResponse images(ServiceRequest request) throws IOException {
        if (request.method().equals("DELETE")) {
            deleted++;
            return image("DELETE_IN_PROGRESS", "").get();
        }
        if (request.headers().getOrDefault("X-Amz-Target", "").endsWith(".DeleteImage")) {
            deleted++;
            return json("{\"Image\":{\"Name\":\"image-1\",\"CreatedTime\":1767225600,\"State\":\"DELETING\"}}")
                    .get();
        }
        looked++;
        return next(looks);
    }

    private static ServiceResponse next(Deque<Reply> script) throws IOException {
        return (script.size() > 1 ? script.remove() : script.element()).get();
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<JsonNode> log() {
        return log;
    }

    int looks() {
        return looked;
    }

    int deletions() {
        return deleted;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void sleep(Duration duration) {
        now = now.plus(duration);
    }
}
