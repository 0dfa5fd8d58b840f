package io.github.streamingimage.emulator.stepfunctions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExecutionEventTest {

    @Test
    void carriesTheInputOfTheExecution() throws IOException {
        JsonNode event = event(Optional.of("{\"waitSeconds\":1}"));

        assertThat(event.path("source").asText()).isEqualTo("aws.states");
        assertThat(event.at("/detail/executionArn").asText())
                .isEqualTo("arn:aws:states:us-west-2:123456789012:execution:waiting:request-1");
        assertThat(event.at("/detail/status").asText()).isEqualTo("ABORTED");
        assertThat(event.at("/detail/startDate").asLong()).isEqualTo(1767225600000L);
        assertThat(event.at("/detail/input").asText()).isEqualTo("{\"waitSeconds\":1}");
        assertThat(event.at("/detail/inputDetails/included").asBoolean()).isTrue();
    }

    @Test
    void canComeWithoutIt() throws IOException {
        JsonNode event = event(Optional.empty());

        assertThat(event.at("/detail/input").isNull()).isTrue();
        assertThat(event.at("/detail/inputDetails/included").asBoolean(true)).isFalse();
    }

    private static JsonNode event(Optional<String> input) throws IOException {
        Instant started = Instant.parse("2026-01-01T00:00:00Z");
        String stateMachine = "arn:aws:states:us-west-2:123456789012:stateMachine:waiting";
        return new JsonMapper()
                .readTree(new ExecutionEvent(stateMachine, "request-1", "ABORTED", "", "", started, input).json());
    }
}
