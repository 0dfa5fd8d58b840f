package io.github.streamingimage.localrun;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/** One line of the function's log, which is JSON, told in a few words. */
record LogLine(JsonNode fields) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The line, or nothing when it is not one of the function's own. */
    static Optional<LogLine> parse(String line) {
        try {
            JsonNode fields = JSON.readTree(line);
            return fields.path("event").isTextual() ? Optional.of(new LogLine(fields)) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    String logicalId() {
        return text("logicalResourceId");
    }

    boolean isWaitOfDelete() {
        return text("requestType").equals("DELETE") && text("decision").equals("WAIT");
    }

    String awsRequestId() {
        return text("awsRequestId");
    }

    String told() {
        return switch (text("event")) {
            case "received" -> "received " + text("requestType");
            case "observed" -> "saw " + text("observation") + detail("state") + detail("description");
            case "decided" ->
                "decided " + text("decision") + delay() + detail("outcome") + detail("cause") + detail("reason");
            case "delivered" -> "delivered " + text("status");
            case "undelivered" -> "could not deliver " + text("status") + detail("lastResult");
            case "givenUp" -> "was given up" + detail("cause");
            default -> text("event") + detail("problem") + detail("exception");
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
