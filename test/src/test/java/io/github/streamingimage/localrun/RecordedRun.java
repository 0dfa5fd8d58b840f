package io.github.streamingimage.localrun;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.streamingimage.emulator.RegionListener;
import io.github.streamingimage.emulator.cloudformation.ReceivedResponse;
import io.github.streamingimage.emulator.cloudformation.ReceivedResponse.Disposition;
import io.github.streamingimage.emulator.cloudformation.RequestType;
import io.github.streamingimage.emulator.cloudformation.Response;
import io.github.streamingimage.emulator.cloudformation.SentRequest;
import io.github.streamingimage.emulator.cloudformation.StackEvent;
import io.github.streamingimage.emulator.lambda.FunctionEvent;
import io.github.streamingimage.emulator.nimblestudio.ErrorType;
import io.github.streamingimage.emulator.nimblestudio.Operation;
import io.github.streamingimage.emulator.service.RequestEntry;
import io.github.streamingimage.emulator.service.ServiceFault;
import io.github.streamingimage.emulator.service.StateChange;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The events of a run, told to a listener at the moments of a clock that stands still in between. */
public final class RecordedRun implements InstantSource {

    public static final Instant START = Instant.parse("2024-10-23T12:00:00Z");
    private static final String STACK = "arn:aws:cloudformation:us-west-2:123456789012:stack/images/1";

    private Instant now = START;
    private Optional<String> name = Optional.empty();
    private RegionListener listener = RegionListener.NONE;

    /** Image ids, {@code image-1} on, with the logical ids that go with them. */
    public static Map<String, String> images(int count) {
        Map<String, String> ids = new LinkedHashMap<>();
        IntStream.rangeClosed(1, count).forEach(i -> ids.put("image-" + i, logicalId(i)));
        return ids;
    }

    public void tell(RegionListener to) {
        listener = to;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** From now on it is about the image that has this id, whatever its number. */
    public RecordedRun named(String id) {
        name = Optional.of(id);
        return this;
    }

    /** Goes to a moment, in milliseconds since the start. */
    public RecordedRun at(long millis) {
        now = START.plusMillis(millis);
        return this;
    }

    public RecordedRun state(int image, String from, String to) {
        listener.stateChanged(new StateChange(now, id(image), optional(from), optional(to)));
        return this;
    }

    /** A GetStreamingImage that went well. */
    public RecordedRun look(int image) {
        return request(image, Operation.GET, 200, null, null);
    }

    /** A DeleteStreamingImage that was accepted. */
    public RecordedRun delete(int image) {
        return request(image, Operation.DELETE, 200, null, null);
    }

    /** A scripted throttle. */
    public RecordedRun throttle(int image) {
        ServiceFault fault = new ServiceFault.Error(ErrorType.THROTTLING, "scripted");
        return request(image, Operation.GET, 429, "ThrottlingException", fault);
    }

    /** A DeleteStreamingImage whose answer was lost. */
    public RecordedRun lostReply(int image) {
        return request(image, Operation.DELETE, null, null, new ServiceFault.LostReply());
    }

    private RecordedRun request(int image, Operation operation, Integer status, String error, ServiceFault fault) {
        listener.requestDecided(new RequestEntry(
                now,
                Optional.of(operation),
                Optional.of("studio"),
                Optional.of(id(image)),
                Optional.empty(),
                Optional.ofNullable(status),
                optional(error),
                Optional.ofNullable(fault),
                Optional.of("READY")));
        return this;
    }

    public RecordedRun stack(String status) {
        listener.stackEvent(
                new StackEvent(now, STACK, "images", "images", STACK, "AWS::CloudFormation::Stack", status, ""));
        return this;
    }

    public RecordedRun resource(int image, String status, String reason) {
        listener.stackEvent(new StackEvent(
                now, STACK, "images", logicalId(image), "studio|x", "Custom::StreamingImageDeletion", status, reason));
        return this;
    }

    public RecordedRun sent(int image, RequestType type) {
        JsonNode event = JsonNodeFactory.instance.objectNode();
        listener.requestSent(new SentRequest(now, STACK, logicalId(image), type, type + "-" + image, event));
        return this;
    }

    public RecordedRun answered(int image, RequestType type, String status, String reason) {
        Response answer = new Response(status, reason, "studio|image-" + image, Map.of());
        listener.responseReceived(
                new ReceivedResponse(now, type + "-" + image, 200, 256, Disposition.COUNTED, Optional.of(answer)));
        return this;
    }

    /** The function says what it decided, in the invocation that has the image's name. */
    public RecordedRun decided(int image, String decision, long delayMillis) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("event", "decided").put("requestType", "DELETE").put("logicalResourceId", logicalId(image));
        line.put("decision", decision);
        if (delayMillis > 0) {
            line.put("delayMillis", delayMillis);
        }
        return function(new FunctionEvent.Logged(now, "environment", "invocation-" + image, line.toString()));
    }

    /** The function says what it decides about the request of the image. */
    public RecordedRun concluded(int image, RequestType type, String outcome) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("event", "decided").put("requestType", type.name()).put("logicalResourceId", logicalId(image));
        line.put("requestId", type + "-" + image).put("decision", "SUCCEED").put("outcome", outcome);
        return function(new FunctionEvent.Logged(now, "environment", "invocation-" + image, line.toString()));
    }

    /** The function says what it sees, at the present moment, and is read later. */
    public RecordedRun observed(int image, String state, long readAfterMillis) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("timestamp", now.toString()).put("event", "observed").put("logicalResourceId", logicalId(image));
        line.put("observation", "IMAGE").put("state", state);
        return function(new FunctionEvent.Logged(
                now.plusMillis(readAfterMillis), "environment", "invocation-" + image, line.toString()));
    }

    public RecordedRun processStarted() {
        return function(new FunctionEvent.EnvironmentStarted(now, "environment", 1));
    }

    public RecordedRun timedOut(int image) {
        return function(new FunctionEvent.TimedOut(now, "invocation-" + image, Duration.ofSeconds(30)));
    }

    public RecordedRun processEnded(int image) {
        return function(new FunctionEvent.Exited(now, "environment", "invocation-" + image, 137));
    }

    private RecordedRun function(FunctionEvent event) {
        listener.functionEvent(event);
        return this;
    }

    private String id(int image) {
        return name.orElse("image-" + image);
    }

    private static String logicalId(int image) {
        return "Image" + image;
    }

    private static Optional<String> optional(String text) {
        return Optional.ofNullable(text);
    }
}
