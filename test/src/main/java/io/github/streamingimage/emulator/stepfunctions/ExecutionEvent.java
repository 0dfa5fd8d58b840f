package io.github.streamingimage.emulator.stepfunctions;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * The event that EventBridge gets of an execution that ended badly, "Step Functions Execution Status Change".
 *
 * @param stateMachineArn of which the execution's ARN is made
 * @param name of the execution
 * @param status such as {@code FAILED}, {@code TIMED_OUT} or {@code ABORTED}
 * @param error empty when there is none
 * @param cause empty when there is none
 * @param input the execution's input, JSON; empty when the event comes without it, as it does when that is too long
 */
public record ExecutionEvent(
        String stateMachineArn,
        String name,
        String status,
        String error,
        String cause,
        Instant startedAt,
        Optional<String> input) {

    private static final JsonMapper JSON = new JsonMapper();

    /** JSON in UTF-8. */
    public byte[] json() {
        ObjectNode event = JSON.createObjectNode()
                .put("version", "0")
                .put("detail-type", "Step Functions Execution Status Change")
                .put("source", "aws.states");
        event.putObject("detail")
                .put("executionArn", executionArn(stateMachineArn, name))
                .put("stateMachineArn", stateMachineArn)
                .put("name", name)
                .put("status", status)
                .put("startDate", startedAt.toEpochMilli())
                .put("input", input.orElse(null))
                .put("error", error)
                .put("cause", cause)
                .putObject("inputDetails")
                .put("included", input.isPresent());
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    static String executionArn(String stateMachineArn, String name) {
        return stateMachineArn.replace(":stateMachine:", ":execution:") + ":" + name;
    }
}
