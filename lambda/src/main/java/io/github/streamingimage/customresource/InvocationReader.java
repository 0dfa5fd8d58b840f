package io.github.streamingimage.customresource;

import io.github.streamingimage.customresource.CustomResourceRequest.RequestType;
import io.github.streamingimage.customresource.CustomResourceResponse.Status;
import io.github.streamingimage.customresource.Invocation.GivenUp;
import io.github.streamingimage.customresource.Invocation.Malformed;
import io.github.streamingimage.customresource.Invocation.Request;
import io.github.streamingimage.json.JsonReader;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Tells the kinds of invocation apart. Reads any bytes; what it cannot make sense of is {@link Malformed}, never an exception. */
public final class InvocationReader {

    /** CloudFormation's default and longest ServiceTimeout. */
    static final Duration LONGEST_SERVICE_TIMEOUT = Duration.ofHours(1);

    /** Far above what CloudFormation sends, and low enough for an answer that repeats them to stay within its limit. */
    private static final int LONGEST_ID = 512;

    /** A record of a failed invocation can itself hold one; Lambda stops such loops after about 16 rounds. */
    private static final int DEEPEST_RECORD = 16;

    private InvocationReader() {}

    public static Invocation read(byte[] payload) {
        JsonReader.Document document = JsonReader.read(payload);
        Map<String, Object> event = document.fields();
        String cause = "";
        boolean undeliveredSuccess = false;
        int depth = 0;
        while (event.get("requestPayload") instanceof Map<?, ?> && depth++ < DEEPEST_RECORD) {
            cause = causeOf(event);
            undeliveredSuccess |= tellsOfUndeliveredSuccess(event);
            event = object(event, "requestPayload");
        }
        Optional<ResponseUrl> url =
                event.get("ResponseURL") instanceof String text ? ResponseUrl.of(text) : Optional.empty();
        if (url.isEmpty()) {
            String problem = document.error().isPresent()
                    ? "The event cannot be read: " + document.error().get()
                    : "ResponseURL is missing, or is not an https URL";
            return new Malformed("ResponseURL", problem, Optional.empty());
        }
        Addressee addressee = Addressee.of(url.get(), event);
        if (document.error().isPresent()) {
            return malformed(
                    "event", "The event cannot be read: " + document.error().get(), addressee);
        }
        Invocation invocation = request(event, addressee);
        return depth > 0 && invocation instanceof Request request
                ? new GivenUp(request.request(), url.get().redact(cause), undeliveredSuccess)
                : invocation;
    }

    private static Invocation request(Map<String, Object> event, Addressee addressee) {
        RequestType type;
        switch (event.get("RequestType") instanceof String text ? text : "") {
            case "Create" -> type = RequestType.CREATE;
            case "Update" -> type = RequestType.UPDATE;
            case "Delete" -> type = RequestType.DELETE;
            default -> {
                return malformed("RequestType", "RequestType is not Create, Update or Delete", addressee);
            }
        }
        for (String field : new String[] {"RequestId", "StackId", "LogicalResourceId", "PhysicalResourceId"}) {
            boolean needed = !field.equals("PhysicalResourceId") || type != RequestType.CREATE;
            if (needed && !(event.get(field) instanceof String text && !text.isEmpty())) {
                return malformed(field, field + " is missing, or is not a string", addressee);
            }
            if (event.get(field) instanceof String text && text.length() > LONGEST_ID) {
                return malformed(field, field + " is longer than " + LONGEST_ID + " characters", addressee);
            }
        }
        Map<String, Object> properties = object(event, "ResourceProperties");
        if (properties == null) {
            return malformed("ResourceProperties", "ResourceProperties is missing, or is not an object", addressee);
        }
        return new Request(new CustomResourceRequest(type, addressee, serviceTimeout(event, properties), properties));
    }

    /** CloudFormation has checked the value; one that cannot be read is as good as none. */
    private static Duration serviceTimeout(Map<String, Object> event, Map<String, Object> properties) {
        Object value = event.getOrDefault("ServiceTimeout", properties.get("ServiceTimeout"));
        try {
            Duration timeout = Duration.ofSeconds(Integer.parseInt(String.valueOf(value)));
            return timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST_SERVICE_TIMEOUT) > 0
                    ? LONGEST_SERVICE_TIMEOUT
                    : timeout;
        } catch (NumberFormatException e) {
            return LONGEST_SERVICE_TIMEOUT;
        }
    }

    private static String causeOf(Map<String, Object> failureRecord) {
        Map<String, Object> context = object(failureRecord, "requestContext");
        Map<String, Object> payload = object(failureRecord, "responsePayload");
        StringBuilder cause = new StringBuilder();
        if (context != null) {
            cause.append(context.get("condition"))
                    .append(" after ")
                    .append(context.get("approximateInvokeCount"))
                    .append(" invocations");
        }
        if (payload != null) {
            cause.append("; last error: ").append(payload.get("errorMessage"));
        }
        return cause.toString();
    }

    private static boolean tellsOfUndeliveredSuccess(Map<String, Object> failureRecord) {
        Map<String, Object> payload = object(failureRecord, "responsePayload");
        return payload != null
                && UndeliveredAnswerException.class.getName().equals(payload.get("errorType"))
                && String.valueOf(payload.get("errorMessage")).startsWith(Status.SUCCESS.name());
    }

    private static Malformed malformed(String field, String problem, Addressee addressee) {
        return new Malformed(field, problem, Optional.of(addressee));
    }

    @SuppressWarnings("unchecked") // Objects from JsonReader have string keys.
    private static Map<String, Object> object(Map<String, Object> event, String field) {
        return event.get(field) instanceof Map<?, ?> map ? (Map<String, Object>) map : null;
    }
}
