package io.github.streamingimage.emulator.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A request that CloudFormation sent to the function.
 *
 * @param at when it was issued
 * @param stackId of the stack that holds the resource
 * @param event the whole event; it holds the secret response URL, which {@link #toString()} leaves out
 */
public record SentRequest(
        Instant at, String stackId, String logicalId, RequestType type, String requestId, JsonNode event) {

    /** The physical id that the request names; empty for a Create. */
    public String physicalId() {
        return event.path("PhysicalResourceId").asText();
    }

    /** The event as the function gets it, JSON in UTF-8. */
    public byte[] payload() {
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "SentRequest[%s %s of %s, request %s]".formatted(type, physicalId(), logicalId, requestId);
    }
}
