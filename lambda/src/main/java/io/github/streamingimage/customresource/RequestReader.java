package io.github.streamingimage.customresource;

import io.github.streamingimage.customresource.CustomResourceRequest.RequestType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a request and checks that it has every field that the protocol demands for its type. Unknown fields are ignored. */
public final class RequestReader {

    /** CloudFormation's default and longest ServiceTimeout. */
    static final Duration LONGEST_SERVICE_TIMEOUT = Duration.ofHours(1);

    /** Far above what CloudFormation sends, and low enough for a response that repeats them to stay within its limit. */
    private static final int LONGEST_ID = 512;

    private RequestReader() {}

    /** What was read: a request, or what is wrong with the event and who is to be told. Exactly one of them. */
    public sealed interface Result {
        /** A request with every field it needs. */
        record WellFormed(CustomResourceRequest request) implements Result {}

        /**
         * Not a request.
         *
         * @param field the field that is missing or malformed
         * @param problem what is wrong, for people; names the field and tells nothing of its content
         * @param addressee who is to be told, when the event gives a usable ResponseURL
         */
        record Malformed(String field, String problem, Optional<Addressee> addressee) implements Result {}
    }

    public static Result read(Map<String, Object> event) {
        Optional<ResponseUrl> url =
                event.get("ResponseURL") instanceof String text ? ResponseUrl.of(text) : Optional.empty();
        if (url.isEmpty()) {
            return new Result.Malformed(
                    "ResponseURL", "ResponseURL is missing, or is not an https URL", Optional.empty());
        }
        Addressee addressee = Addressee.of(url.get(), event);
        Optional<RequestType> type = requestType(event.get("RequestType"));
        if (type.isEmpty()) {
            return malformed("RequestType", "is not Create, Update or Delete", addressee);
        }
        for (String field : List.of("RequestId", "StackId", "LogicalResourceId", "PhysicalResourceId")) {
            boolean needed = !field.equals("PhysicalResourceId") || type.get() != RequestType.CREATE;
            if (needed && !(event.get(field) instanceof String text && !text.isEmpty())) {
                return malformed(field, "is missing, or is not a string", addressee);
            }
            if (event.get(field) instanceof String text && text.length() > LONGEST_ID) {
                return malformed(field, "is longer than " + LONGEST_ID + " characters", addressee);
            }
        }
        if (!(event.get("ResourceProperties") instanceof Map<?, ?> map)) {
            return malformed("ResourceProperties", "is missing, or is not an object", addressee);
        }
        @SuppressWarnings("unchecked") // Objects from JsonReader have string keys.
        Map<String, Object> properties = (Map<String, Object>) map;
        return new Result.WellFormed(
                new CustomResourceRequest(type.get(), addressee, serviceTimeout(event, properties), properties, event));
    }

    private static Optional<RequestType> requestType(Object value) {
        if ("Create".equals(value)) {
            return Optional.of(RequestType.CREATE);
        }
        if ("Update".equals(value)) {
            return Optional.of(RequestType.UPDATE);
        }
        return "Delete".equals(value) ? Optional.of(RequestType.DELETE) : Optional.empty();
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

    private static Result malformed(String field, String problem, Addressee addressee) {
        return new Result.Malformed(field, field + " " + problem, Optional.of(addressee));
    }
}
