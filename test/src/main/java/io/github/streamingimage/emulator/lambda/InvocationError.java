package io.github.streamingimage.emulator.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** Error payloads, and those that Lambda itself writes when the runtime can no longer do it: {@code errorType} and {@code errorMessage}. */
public final class InvocationError {

    private static final JsonMapper JSON = new JsonMapper();

    // Shells and Java alike report a process that a signal ended as 128 plus the signal's number.
    private static final int SIGNALLED = 128;
    private static final int SIGKILL = 9;

    private InvocationError() {}

    /** The payload of an invocation that reached the function's timeout. */
    static byte[] timedOut(String requestId, Duration timeout) {
        String seconds = String.format(Locale.ROOT, "%.2f", timeout.toMillis() / 1000.0);
        return payload("Sandbox.Timedout", requestId, "Task timed out after " + seconds + " seconds");
    }

    /** The payload of an invocation whose process ended before it answered. */
    static byte[] exited(String requestId, int exitStatus) {
        return payload("Runtime.ExitError", requestId, reason(exitStatus));
    }

    /** Type and message of an error payload, in one line; as it is when it is none. */
    public static String told(String payload) {
        String text = payload;
        try {
            JsonNode error = JSON.readTree(payload);
            text = error.path("errorType").asText() + ": "
                    + error.path("errorMessage").asText();
        } catch (JsonProcessingException e) {
            // It is told as it is.
        }
        return text.replaceAll("\\s+", " ").strip();
    }

    private static String reason(int exitStatus) {
        if (exitStatus == 0) {
            return "Runtime exited without providing a reason";
        }
        if (exitStatus > SIGNALLED) {
            int signal = exitStatus - SIGNALLED;
            return "Runtime exited with error: signal: " + (signal == SIGKILL ? "killed" : signal);
        }
        return "Runtime exited with error: exit status " + exitStatus;
    }

    private static byte[] payload(String type, String requestId, String message) {
        ObjectNode error = JSON.createObjectNode()
                .put("errorType", type)
                .put("errorMessage", "RequestId: " + requestId + " Error: " + message);
        return error.toString().getBytes(StandardCharsets.UTF_8);
    }
}
