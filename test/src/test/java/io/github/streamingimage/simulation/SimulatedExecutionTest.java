package io.github.streamingimage.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The simulated execution does what the deployed definition says. */
class SimulatedExecutionTest {

    private final JsonNode definition = definition();

    @Test
    void goesFromStateToStateAsTheDefinitionDoes() {
        assertThat(text("/StartAt")).isEqualTo("Wait");
        assertThat(text("/States/Wait/SecondsPath")).isEqualTo("$.waitSeconds");
        assertThat(text("/States/Wait/Next")).isEqualTo("Look");
        assertThat(text("/States/Look/Next")).isEqualTo("Done");
        assertThat(text("/States/Done/Choices/0/Variable")).isEqualTo("$.done");
        assertThat(definition.at("/States/Done/Choices/0/BooleanEquals").asBoolean())
                .isTrue();
        assertThat(text("/States/Done/Choices/0/Next")).isEqualTo("Finished");
        assertThat(text("/States/Done/Default")).isEqualTo("Wait");
        assertThat(text("/States/Answer/Next")).isEqualTo("Finished");
        assertThat(definition.at("/States")).hasSize(5);
    }

    @Test
    void catchesEveryFailureOfALookAndNoneOfAnAnswer() {
        assertThat(text("/States/Look/Catch/0/ErrorEquals/0")).isEqualTo("States.ALL");
        assertThat(text("/States/Look/Catch/0/ResultPath")).isEqualTo("$.failure");
        assertThat(text("/States/Look/Catch/0/Next")).isEqualTo("Answer");
        assertThat(definition.at("/States/Answer/Catch").isMissingNode()).isTrue();
    }

    @Test
    void retriesAsTheDefinitionDoes() {
        assertThat(Retrier.of("Look")).extracting(Retrier::attempts).containsExactly(100, 3);
        assertThat(Retrier.of("Answer")).extracting(Retrier::attempts).containsExactly(6);
        assertThat(Retrier.of("Look").get(0).isFor("Lambda.TooManyRequestsException"))
                .isTrue();
        assertThat(Retrier.of("Look").get(0).isFor("Runtime.ExitError")).isFalse();
        assertThat(Retrier.of("Look").get(1).isFor("Runtime.ExitError")).isTrue();
    }

    @Test
    void retriesATaskThatTimedOutOnlyWhereTheDefinitionNamesThat() {
        assertThat(Retrier.of("Look").get(0).isFor("States.Timeout")).isFalse();
        assertThat(Retrier.of("Look").get(1).isFor("States.Timeout")).isTrue();
        assertThat(new Retrier(List.of("States.TaskFailed"), 1, 2, 30, 3).isFor("States.Timeout"))
                .isFalse();
        assertThat(Retrier.taskTimeout("Look")).isEqualTo(Duration.ofSeconds(200));
        assertThat(Retrier.taskTimeout("Answer")).isEqualTo(Duration.ofSeconds(200));
    }

    private String text(String path) {
        return definition.at(path).asText();
    }

    private static JsonNode definition() {
        try (InputStream resource =
                SimulatedExecutionTest.class.getResourceAsStream("/io/github/streamingimage/infra/waiting.asl.json")) {
            return new ObjectMapper().readTree(resource);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
