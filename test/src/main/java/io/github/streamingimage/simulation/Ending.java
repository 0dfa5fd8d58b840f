package io.github.streamingimage.simulation;

import io.github.streamingimage.customresource.UndeliveredResponseException;
import io.github.streamingimage.json.JsonWriter;
import java.util.List;
import java.util.Map;

/** How an invocation ended: it returned, or it failed. */
sealed interface Ending {

    /** It returned these bytes, which are JSON with these fields. */
    record Returned(byte[] output, Map<String, Object> fields) implements Ending {
        /** Whether the state machine is to go on. */
        boolean goesOn() {
            return Boolean.FALSE.equals(fields.get("done"));
        }
    }

    /** It failed, in the words in which Lambda tells of it. */
    record Failed(String errorType, String errorMessage) implements Ending {

        /** Lambda's payload of the failure. */
        Map<String, Object> payload() {
            return Map.of("errorMessage", errorMessage, "errorType", errorType, "stackTrace", List.of());
        }

        /** What Step Functions calls the cause of the failure. */
        String cause() {
            return JsonWriter.text(payload());
        }

        /** Whether SUCCESS had been decided, and only its delivery failed. */
        boolean isUndeliveredSuccess() {
            return errorType.equals(UndeliveredResponseException.class.getName()) && errorMessage.startsWith("SUCCESS");
        }
    }
}
