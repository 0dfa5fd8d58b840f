package io.github.streamingimage.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A retrier of a task, with full jitter, as the deployed definition has it.
 *
 * @param errors the names of the errors that it is for; {@code States.ALL} for all, {@code States.TaskFailed} for all but timeouts
 */
record Retrier(List<String> errors, double interval, double backoff, double longest, int attempts) {

    private static final String DEFINITION = "/io/github/streamingimage/infra/waiting.asl.json";

    /** The retriers of a state, in their order. */
    static List<Retrier> of(String state) {
        List<Retrier> retriers = new ArrayList<>();
        definition().at("/States/" + state + "/Retry").forEach(fields -> retriers.add(of(fields)));
        return retriers;
    }

    /** How long an execution may take. */
    static Duration timeout() {
        return Duration.ofSeconds(definition().path("TimeoutSeconds").asLong());
    }

    /** How long a task of this state may take. */
    static Duration taskTimeout(String state) {
        return Duration.ofSeconds(
                definition().at("/States/" + state + "/TimeoutSeconds").asLong());
    }

    private static Retrier of(JsonNode fields) {
        List<String> errors = new ArrayList<>();
        fields.path("ErrorEquals").forEach(error -> errors.add(error.asText()));
        return new Retrier(
                errors,
                fields.path("IntervalSeconds").asDouble(),
                fields.path("BackoffRate").asDouble(),
                fields.path("MaxDelaySeconds").asDouble(),
                fields.path("MaxAttempts").asInt());
    }

    private static JsonNode definition() {
        try (InputStream resource = Retrier.class.getResourceAsStream(DEFINITION)) {
            return new ObjectMapper().readTree(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isFor(String error) {
        return errors.contains(error)
                || errors.contains("States.TaskFailed") && !error.equals("States.Timeout")
                || errors.contains("States.ALL");
    }

    /** The pause after so many retries; nothing when there are to be no more. */
    Optional<Duration> pause(int retries, Chance chance) {
        double ceiling = Math.min(longest, interval * Math.pow(backoff, retries));
        return retries < attempts ? Optional.of(chance.seconds(0, ceiling)) : Optional.empty();
    }
}
