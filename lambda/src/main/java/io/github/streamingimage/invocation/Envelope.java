package io.github.streamingimage.invocation;

import io.github.streamingimage.json.JsonReader;
import io.github.streamingimage.waiting.Handover;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * A wrapping in which an event comes back to the function.
 *
 * @param content what is inside: the event, or another wrapping
 * @param failure what the wrapping tells of a failure; nothing when all is well
 * @param handover what the state machine remembers; nothing when it does not come from there
 */
record Envelope(Map<String, Object> content, Optional<Failure> failure, Optional<Handover> handover) {

    /** The wrapping that these fields are, or nothing when they are an event itself. */
    static Optional<Envelope> of(Map<String, Object> fields) {
        if (fields.get("requestPayload") instanceof Map<?, ?>) {
            return Optional.of(failureRecord(fields));
        }
        if (object(fields, "detail").get("input") instanceof String input) {
            return Optional.of(executionEvent(object(fields, "detail"), input));
        }
        return fields.get("request") instanceof Map<?, ?> ? Optional.of(round(fields)) : Optional.empty();
    }

    /** Lambda's record of an event that was given up, as its on-failure destination gets it. */
    private static Envelope failureRecord(Map<String, Object> fields) {
        Map<String, Object> context = object(fields, "requestContext");
        Map<String, Object> response = object(fields, "responsePayload");
        String what = context.get("condition") + " after " + context.get("approximateInvokeCount") + " invocations";
        return new Envelope(
                object(fields, "requestPayload"),
                Optional.of(Failure.of(what, response.get("errorType"), response.get("errorMessage"))),
                Optional.empty());
    }

    /** EventBridge's event of an execution that FAILED, TIMED_OUT or was ABORTED. */
    private static Envelope executionEvent(Map<String, Object> detail, String input) {
        String what = "the execution " + detail.get("status");
        return new Envelope(
                json(input),
                Optional.of(Failure.of(what, detail.get("error"), message(detail.get("cause")))),
                Optional.empty());
    }

    /** What the state machine's task gets; with {@code failure}, as its Catch leaves it, when a task has failed for good. */
    private static Envelope round(Map<String, Object> fields) {
        Optional<Failure> failure = Optional.of(object(fields, "failure"))
                .filter(caught -> !caught.isEmpty())
                .map(caught -> Failure.of(
                        "the state machine caught " + caught.get("Error"),
                        caught.get("Error"),
                        message(caught.get("Cause"))));
        return new Envelope(object(fields, "request"), failure, Optional.of(Handover.read(fields)));
    }

    /** What Step Functions calls the cause of a failed invocation is Lambda's payload as JSON text; any other cause is a text. */
    private static Object message(Object cause) {
        return json(String.valueOf(cause)).getOrDefault("errorMessage", cause);
    }

    private static Map<String, Object> json(String text) {
        return JsonReader.read(text.getBytes(StandardCharsets.UTF_8)).fields();
    }

    @SuppressWarnings("unchecked") // Objects from JsonReader have string keys.
    private static Map<String, Object> object(Map<String, Object> fields, String name) {
        return fields.get(name) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
