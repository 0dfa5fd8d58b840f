package io.github.streamingimage.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.deletion.ImageAttributes;
import io.github.streamingimage.deletion.ImageState;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.json.JsonReader;
import io.github.streamingimage.logging.EventLog;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PassLogTest {

    private static final Observation.Image IMAGE = new Observation.Image(
            ImageState.DELETE_FAILED, "DELETE_FAILED", "INTERNAL_ERROR", "why", ImageAttributes.NONE);

    private final List<String> lines = new ArrayList<>();
    private final PassLog log =
            new PassLog(new EventLog(lines::add, () -> Instant.EPOCH, text -> text, Map.of("requestId", "r")));

    static Stream<Arguments> observations() {
        Map<String, Object> image =
                Map.of("state", "DELETE_FAILED", "statusCode", "INTERNAL_ERROR", "statusMessage", "why");
        Map<String, Object> description = Map.of("description", "d");
        return Stream.of(
                Arguments.of(IMAGE, "IMAGE", image),
                Arguments.of(new Observation.DeleteAccepted(IMAGE), "DELETE_ACCEPTED", image),
                Arguments.of(new Observation.NotFound(), "NOT_FOUND", Map.of()),
                Arguments.of(
                        new Observation.Problem(Observation.Problem.Kind.THROTTLED, "d"), "THROTTLED", description),
                Arguments.of(new Observation.Stack(true, Optional.empty(), "d"), "STACK_ROLLING_BACK", description),
                Arguments.of(new Observation.Stack(false, Optional.empty(), "d"), "STACK_SETTLED", description),
                Arguments.of(new Observation.StackProblem(true, "d"), "STACK_ACCESS_DENIED", description),
                Arguments.of(new Observation.StackProblem(false, "d"), "STACK_UNREADABLE", description));
    }

    @ParameterizedTest
    @MethodSource("observations")
    void tellsWhatALookShowed(Observation seen, String name, Map<String, Object> details) {
        log.observed(seen);
        Map<String, Object> expected = new HashMap<>(details);
        expected.putAll(Map.of(
                "timestamp", "1970-01-01T00:00:00Z",
                "level", "INFO",
                "event", "observed",
                "requestId", "r",
                "observation", name));
        assertThat(JsonReader.read(lines.get(0).getBytes(StandardCharsets.UTF_8))
                        .fields())
                .isEqualTo(expected);
    }
}
