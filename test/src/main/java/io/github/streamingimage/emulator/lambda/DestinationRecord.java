package io.github.streamingimage.emulator.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The record that Lambda sends to an on-failure destination, version 1.0: the whole event and how its last attempt ended.
 *
 * @param functionArn without a version
 * @param requestId the AWS request id of all attempts
 * @param condition why the event was given up
 * @param attempts how often the function was invoked; 0 when the event expired before
 * @param event the event, JSON
 * @param error the error payload of the last attempt, JSON; empty when there was none
 */
public record DestinationRecord(
        String functionArn, String requestId, Condition condition, int attempts, byte[] event, Optional<byte[]> error) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Why Lambda gives an event up. */
    public enum Condition {
        RETRIES_EXHAUSTED("RetriesExhausted"),
        EVENT_AGE_EXCEEDED("EventAgeExceeded");

        private final String wireName;

        Condition(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }

    /** The record as it is sent at that moment, JSON in UTF-8. */
    public byte[] json(Instant at) {
        ObjectNode record = JSON.createObjectNode();
        record.put("version", "1.0");
        record.put("timestamp", at.truncatedTo(ChronoUnit.MILLIS).toString());
        record.putObject("requestContext")
                .put("requestId", requestId)
                .put("functionArn", functionArn + ":$LATEST")
                .put("condition", condition.wireName())
                .put("approximateInvokeCount", attempts);
        record.set("requestPayload", parsed(event));
        error.ifPresent(payload -> {
            record.putObject("responseContext")
                    .put("statusCode", 200)
                    .put("executedVersion", "$LATEST")
                    .put("functionError", "Unhandled");
            record.set("responsePayload", parsed(payload));
        });
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
