package io.github.streamingimage.emulator.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.streamingimage.emulator.lambda.InvocationResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What a task that invokes a function gets: its payload, or an error with the function's error payload as its cause. */
sealed interface TaskResult {

    /** The message for the interpreter. */
    ObjectNode asAnswerTo(int invocation);

    /** The result of an invocation of the Lambda function. */
    static TaskResult of(InvocationResult result) {
        JsonMapper json = new JsonMapper();
        try {
            JsonNode payload = json.readTree(result.payload());
            return result instanceof InvocationResult.Response
                    ? new Payload(payload)
                    : new Error(
                            payload.path("errorType").asText("Lambda.Unknown"),
                            new String(result.payload(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Lambda gives JSON only", e);
        }
    }

    /** The function returned. */
    record Payload(JsonNode payload) implements TaskResult {
        @Override
        public ObjectNode asAnswerTo(int invocation) {
            ObjectNode answer = new JsonMapper().createObjectNode().put("id", invocation);
            answer.set("payload", payload);
            return answer;
        }
    }

    /** The invocation failed. */
    record Error(String error, String cause) implements TaskResult {
        @Override
        public ObjectNode asAnswerTo(int invocation) {
            return new JsonMapper()
                    .createObjectNode()
                    .put("id", invocation)
                    .put("error", error)
                    .put("cause", cause);
        }
    }
}
