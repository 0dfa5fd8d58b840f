package io.github.streamingimage.localrun.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** One line of the function's log, which is JSON, told in a few words. */
public record LogLine(JsonNode fields) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The line, or nothing when it is not one of the function's own. */
    public static Optional<LogLine> parse(String line) {
        try {
            JsonNode fields = JSON.readTree(line);
            return fields.path("event").isTextual() ? Optional.of(new LogLine(fields)) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** When the function wrote it, by its own clock. */
    public Optional<Instant> at() {
        try {
            return Optional.of(Instant.parse(text("timestamp")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public String logicalId() {
        return text("logicalResourceId");
    }

    /** The RequestId of CloudFormation's request. */
    public String requestId() {
        return text("requestId");
    }

    public boolean isObservation() {
        return text("event").equals("observed");
    }

    public boolean isWait() {
        return text("decision").equals("WAIT");
    }

    public boolean isWaitOfDelete() {
        return text("requestType").equals("DELETE") && isWait();
    }

    /** What became of the request, when the line decides that: an outcome, or the code of a failure. */
    public Optional<String> outcome() {
        return Optional.of(text("outcome")).filter(outcome -> !outcome.isEmpty());
    }

    public String awsRequestId() {
        return text("awsRequestId");
    }

    public String told() {
        return switch (text("event")) {
            case "received" -> "received " + text("requestType");
            case "observed" -> "saw " + text("observation") + detail("state") + detail("description");
            case "decided" ->
                "decided " + text("decision") + delay() + detail("outcome") + detail("cause") + detail("detail");
            case "handedOver" -> "handed over to the state machine";
            case "unknownProperty" -> "does not know the property " + text("property");
            case "delivered" -> "delivered " + text("status");
            case "undelivered" -> "could not deliver " + text("status") + detail("lastResult");
            case "givenUp" -> "was given up" + detail("cause");
            default -> text("event") + detail("problem") + detail("exception");
        };
    }

    /** What the function is about to do, in one or two words; empty when the line is about something else. */
    public Optional<String> intention() {
        return switch (text("decision")) {
            case "WAIT" -> Optional.of("waits" + delay());
            case "DELETE" -> Optional.of("deletes");
            case "CHECK_STACK", "CHECK_DECLARATIONS" -> Optional.of("checks stack");
            case "SUCCEED", "FAIL" -> Optional.of("responds");
            default -> Optional.empty();
        };
    }

    private String delay() {
        return fields.has("delayMillis")
                ? " %.1f s".formatted(fields.get("delayMillis").asLong() / 1000.0)
                : "";
    }

    private String detail(String field) {
        String text = text(field);
        return text.isEmpty() ? "" : ": " + text;
    }

    private String text(String field) {
        return fields.path(field).asText();
    }
}
