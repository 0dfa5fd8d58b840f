package io.github.streamingimage.customresource;

import io.github.streamingimage.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** Events as CloudFormation and Lambda send them, for tests to vary. */
public final class Events {

    public static final String QUERY = "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=20260101T000000Z"
            + "&X-Amz-Expires=7200&X-Amz-Signature=0123456789abcdef";
    public static final String STACK_ID =
            "arn:aws:cloudformation:us-west-2:123456789012:stack/images/51af3dc0-da77-11e4-872e-1234567db123";

    private Events() {}

    /** A Delete of {@code studio-1|image-1}. */
    public static Map<String, Object> delete(String responseUrl) {
        Map<String, Object> event = create(responseUrl);
        event.put("RequestType", "Delete");
        event.put("PhysicalResourceId", "studio-1|image-1");
        return event;
    }

    /** A Create for {@code studio-1} and {@code image-1}. */
    public static Map<String, Object> create(String responseUrl) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("RequestType", "Create");
        event.put("ServiceToken", "arn:aws:lambda:us-west-2:123456789012:function:deletion");
        event.put("ResponseURL", responseUrl);
        event.put("StackId", STACK_ID);
        event.put("RequestId", "3b0a7c1e-2f7d-4b55-9d0e-0f5f2a1c9b11");
        event.put("LogicalResourceId", "Image");
        event.put("ResourceType", "Custom::StreamingImageDeletion");
        event.put(
                "ResourceProperties",
                new LinkedHashMap<>(Map.of("StudioId", "studio-1", "StreamingImageId", "image-1")));
        return event;
    }

    /** Lambda's on-failure record of an event. */
    public static Map<String, Object> failureRecord(Map<String, Object> event, String errorType, String errorMessage) {
        return Map.of(
                "version", "1.0",
                "requestContext",
                        Map.of(
                                "requestId", "e4b46cbf-b738-xmpl-8880-a18cdf61200e",
                                "condition", "RetriesExhausted",
                                "approximateInvokeCount", 3),
                "requestPayload", event,
                "responseContext", Map.of("statusCode", 200, "functionError", "Unhandled"),
                "responsePayload", Map.of("errorType", errorType, "errorMessage", errorMessage));
    }

    public static byte[] json(Map<String, Object> event) {
        return JsonWriter.utf8(event);
    }
}
