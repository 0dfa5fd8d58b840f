package io.github.streamingimage.documents;

import static io.github.streamingimage.documents.ScriptedFunction.DELETING;
import static io.github.streamingimage.documents.ScriptedFunction.NOT_FOUND;
import static io.github.streamingimage.documents.ScriptedFunction.error;
import static io.github.streamingimage.documents.ScriptedFunction.image;
import static io.github.streamingimage.documents.ScriptedFunction.stackError;

import io.github.streamingimage.customresource.UndeliveredResponseException;
import io.github.streamingimage.documents.ScriptedFunction.Reply;
import io.github.streamingimage.stepfunctions.Executions;
import io.github.streamingimage.stepfunctions.Executions.Start;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the function logs in a handful of requests, which between them make it log everything that it ever does. */
final class RecordedLog {

    private static final Reply READY = image("READY", "");
    private static final Reply REJECTED = error(400, "ValidationException", "no");
    private static final Reply THROTTLED = error(429, "ThrottlingException", "Rate exceeded");
    private static final Reply STACK_THROTTLED = stackError(400, "Throttling", "Rate exceeded");
    private static final Reply BUG = () -> {
        throw new IllegalStateException("a bug");
    };
    private static final Start REFUSED =
            new Start.NotStarted("StartExecution: ThrottlingException (HTTP 400): Rate exceeded");

    private final List<Map<String, String>> lines = new ArrayList<>();

    private RecordedLog() {}

    /** The lines, in order, each field as text. */
    static List<Map<String, String>> lines() {
        RecordedLog log = new RecordedLog();
        log.record("Delete", "deleted", THROTTLED, READY, NOT_FOUND);
        log.record(
                200, List.of(STACK_THROTTLED, DELETING), Optional.empty(), "Delete", "slow", READY, READY, NOT_FOUND);
        log.record("Delete", "rejected", REJECTED);
        log.record("Create", "unknown-image", NOT_FOUND);
        log.record("Create", "adopted", READY);
        log.record("Create", "bug", BUG);
        log.record(403, List.of(DELETING), Optional.empty(), "Delete", "undelivered", REJECTED);
        log.record("Delet", "malformed", READY);
        log.record(
                200,
                List.of(DELETING),
                Optional.of((name, input) -> new Start.HandedOver()),
                "Delete",
                "handed-over",
                READY);
        log.record(
                200,
                List.of(DELETING),
                Optional.of((name, input) -> REFUSED),
                "Delete",
                "not-handed-over",
                READY,
                NOT_FOUND);
        log.recordMisspelled("misspelled");
        log.giveUp("given-up");
        return List.copyOf(log.lines);
    }

    private void record(String requestType, String requestId, Reply... looks) {
        record(200, List.of(DELETING), Optional.empty(), requestType, requestId, looks);
    }

    /** @param status what the response endpoint says */
    private void record(
            int status,
            List<Reply> stacks,
            Optional<Executions> executions,
            String requestType,
            String requestId,
            Reply... looks) {
        invoke(
                new ScriptedFunction(
                        ImageKind.NIMBLE_STUDIO, List.of(looks), stacks, executions, (url, body) -> status),
                event(requestType, requestId));
    }

    private void recordMisspelled(String requestId) {
        Map<String, Object> event = event("Create", requestId);
        event.put("ResourceProperties", Map.of("StudioId", "studio-1", "StreamingImageID", "image-1"));
        invoke(
                new ScriptedFunction(
                        ImageKind.NIMBLE_STUDIO,
                        List.of(READY),
                        List.of(DELETING),
                        Optional.empty(),
                        (url, body) -> 200),
                event);
    }

    private void giveUp(String requestId) {
        invoke(
                new ScriptedFunction(
                        ImageKind.NIMBLE_STUDIO,
                        List.of(READY),
                        List.of(DELETING),
                        Optional.empty(),
                        (url, body) -> 200),
                Map.of(
                        "requestContext", Map.of("condition", "RetriesExhausted"),
                        "requestPayload", event("Delete", requestId),
                        "responsePayload", Map.of("errorType", "Runtime.ExitError", "errorMessage", "exited")));
    }

    /** Of a request that was issued a minute ago. */
    private static Map<String, Object> event(String requestType, String requestId) {
        Map<String, Object> event = ScriptedFunction.event(
                ImageKind.NIMBLE_STUDIO, requestType, requestId, ImageKind.NIMBLE_STUDIO.properties());
        event.put("ResponseURL", "https://example.com/?X-Amz-Date=20251231T235900Z");
        return event;
    }

    private void invoke(ScriptedFunction function, Map<String, Object> event) {
        try {
            function.invoke(event);
        } catch (UndeliveredResponseException e) {
            // As Lambda sees it when a response is not taken.
        }
        function.log().forEach(line -> {
            Map<String, String> fields = new LinkedHashMap<>();
            line.properties()
                    .forEach(
                            field -> fields.put(field.getKey(), field.getValue().asText()));
            lines.add(fields);
        });
    }
}
