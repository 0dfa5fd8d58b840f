package io.github.streamingimage.customresource;

import java.util.Map;
import java.util.Objects;

/**
 * Who gets the response to a request, and what the response must repeat. A field that the request lacks is an empty string.
 *
 * @param responseUrl where the response goes
 * @param physicalResourceId the id that the request gave, which a FAILED response repeats
 */
public record Addressee(
        ResponseUrl responseUrl,
        String requestId,
        String stackId,
        String logicalResourceId,
        String physicalResourceId) {

    public Addressee {
        Objects.requireNonNull(responseUrl);
        Objects.requireNonNull(requestId);
        Objects.requireNonNull(stackId);
        Objects.requireNonNull(logicalResourceId);
        Objects.requireNonNull(physicalResourceId);
    }

    static Addressee of(ResponseUrl responseUrl, Map<String, Object> event) {
        return new Addressee(
                responseUrl,
                textOrEmpty(event, "RequestId"),
                textOrEmpty(event, "StackId"),
                textOrEmpty(event, "LogicalResourceId"),
                textOrEmpty(event, "PhysicalResourceId"));
    }

    private static String textOrEmpty(Map<String, Object> event, String field) {
        return event.get(field) instanceof String text ? text : "";
    }
}
