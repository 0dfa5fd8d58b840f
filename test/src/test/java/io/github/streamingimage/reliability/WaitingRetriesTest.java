package io.github.streamingimage.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the deployed state machine repeats, how often and for how long: nothing that a test end to end would wait for. */
class WaitingRetriesTest {

    private static final List<String> FROM_LAMBDA_ITSELF = List.of(
            "Lambda.ServiceException",
            "Lambda.AWSLambdaException",
            "Lambda.SdkClientException",
            "Lambda.TooManyRequestsException");
    private static final List<String> FROM_THE_FUNCTION =
            List.of("Lambda.Unknown", "States.TaskFailed", "States.Timeout");

    private JsonNode definition;

    /**
     * A retrier's promise.
     *
     * @param total seconds of all its pauses when chance makes each as long as it can be
     */
    private record Retries(List<String> errors, int attempts, double longestPause, double total, String jitter) {}

    @BeforeEach
    void readTheDefinition() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/io/github/streamingimage/infra/waiting.asl.json")) {
            definition = new JsonMapper().readTree(in);
        }
    }

    private List<Retries> retries(String state) {
        return definition
                .at("/States/" + state + "/Retry")
                .valueStream()
                .map(WaitingRetriesTest::retries)
                .toList();
    }

    private static Retries retries(JsonNode retrier) {
        double pause = retrier.path("IntervalSeconds").asDouble();
        double longest = retrier.path("MaxDelaySeconds").asDouble();
        int attempts = retrier.path("MaxAttempts").asInt();
        double total = 0;
        for (int attempt = 0; attempt < attempts; attempt++) {
            total += Math.min(pause, longest);
            pause *= retrier.path("BackoffRate").asDouble();
        }
        return new Retries(
                retrier.path("ErrorEquals").valueStream().map(JsonNode::asText).toList(),
                attempts,
                longest,
                total,
                retrier.path("JitterStrategy").asText());
    }

    @Test
    void aThrottledRoundIsRepeatedForAsLongAsAnybodyWaits() {
        assertThat(retries("Look")).first().isEqualTo(new Retries(FROM_LAMBDA_ITSELF, 100, 60, 5703, "FULL"));
    }

    @Test
    void aRoundThatCrashesOrHangsIsRepeatedThreeTimes() {
        assertThat(retries("Look")).hasSize(2).last().isEqualTo(new Retries(FROM_THE_FUNCTION, 3, 30, 14, "FULL"));
    }

    @Test
    void tellingOfAFailureIsRepeatedWhateverIsInTheWay() {
        assertThat(retries("Answer"))
                .containsExactly(new Retries(List.of("States.ALL"), 6, 60, 2 + 4 + 8 + 16 + 32 + 60, "FULL"));
    }

    @Test
    void whenNoRoundSucceedsTheFunctionIsToldWhy() {
        assertThat(definition.at("/States/Look/Catch")).hasSize(1);
        assertThat(definition.at("/States/Look/Catch/0/ErrorEquals/0").asText()).isEqualTo("States.ALL");
        assertThat(definition.at("/States/Look/Catch/0/ResultPath").asText()).isEqualTo("$.failure");
        assertThat(definition.at("/States/Look/Catch/0/Next").asText()).isEqualTo("Answer");
    }

    @Test
    void nothingOutlivesTheLongestServiceTimeoutByMuch() {
        assertThat(definition.path("TimeoutSeconds").asInt()).isEqualTo(3900);
        assertThat(definition.at("/States/Look/TimeoutSeconds").asInt()).isEqualTo(200);
        assertThat(definition.at("/States/Answer/TimeoutSeconds").asInt()).isEqualTo(200);
    }
}
