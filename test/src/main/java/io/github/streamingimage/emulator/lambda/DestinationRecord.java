package io.github.streamingimage.emulator.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The record that Lambda sends to an on-failure destination, version 1.0: the whole event and how its last attempt ended. */
final class DestinationRecord {

    static final String RETRIES_EXHAUSTED = "RetriesExhausted";
    static final String EVENT_AGE_EXCEEDED = "EventAgeExceeded";

    private static final JsonMapper JSON = new JsonMapper();

    private DestinationRecord() {}

    /**
     * The record, JSON in UTF-8.
     *
     * @param functionArn without a version
     * @param condition why the event was given up
     * @param attempts how often it was tried
     * @param event the event, JSON
     * @param error the error payload of the last attempt
     */
    static byte[] of(String functionArn, String condition, int attempts, byte[] event, InvocationResult error) {
        ObjectNode record = JSON.createObjectNode();
        record.put("version", "1.0");
        record.put("timestamp", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        record.putObject("requestContext")
                .put("requestId", error.requestId())
                .put("functionArn", functionArn + ":$LATEST")
                .put("condition", condition)
                .put("approximateInvokeCount", attempts);
        record.set("requestPayload", parsed(event));
        record.putObject("responseContext")
                .put("statusCode", 200)
                .put("executedVersion", "$LATEST")
                .put("functionError", "Unhandled");
        record.set("responsePayload", parsed(error.payload()));
        return record.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Whether a payload is JSON, which is all that Lambda's Invoke accepts. */
    static boolean isJson(byte[] payload) {
        try {
            return !JSON.readTree(payload).isMissingNode();
        } catch (IOException e) {
            return false;
        }
    }

    private static JsonNode parsed(byte[] payload) {
        try {
            return JSON.readTree(payload);
        } catch (IOException e) {
            throw new IllegalStateException("a payload that was accepted is not JSON", e);
        }
    }
}
