package io.github.streamingimage.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.deletion.Decision;
import io.github.streamingimage.deletion.Decision.Succeed.Outcome;
import io.github.streamingimage.deletion.FailureCode;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.Owner;
import io.github.streamingimage.deletion.Phase;
import io.github.streamingimage.deletion.Progress;
import io.github.streamingimage.deletion.StackStanding;
import io.github.streamingimage.json.JsonReader;
import io.github.streamingimage.logging.EventLog;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PassLogTest {

    private static final Observation.Image IMAGE = new Observation.Image(
            "id", Phase.DELETION_FAILED, "DELETE_FAILED", "INTERNAL_ERROR", "why", true, Owner.ACCOUNT, Map.of());
    private static final Progress PROGRESS =
            Progress.start(Instant.EPOCH.minusSeconds(7), Instant.EPOCH.plusSeconds(9));

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
                Arguments.of(
                        new Observation.Stack(StackStanding.ROLLING_BACK, Optional.empty(), "d"),
                        "STACK_ROLLING_BACK",
                        description),
                Arguments.of(
                        new Observation.Stack(StackStanding.DELETING, Optional.empty(), "d"),
                        "STACK_DELETING",
                        description),
                Arguments.of(new Observation.StackResources("", "page"), "STACK_RESOURCES", Map.of()),
                Arguments.of(
                        new Observation.StackResources("Renamed", ""),
                        "STACK_RESOURCES",
                        Map.of("description", "the image is declared by Renamed")),
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
        assertThat(line()).isEqualTo(expected);
    }

    static Stream<Arguments> decisions() {
        return Stream.of(
                Arguments.of(new Decision.Look(PROGRESS), Map.of("decision", "LOOK")),
                Arguments.of(new Decision.CheckStack(PROGRESS), Map.of("decision", "CHECK_STACK")),
                Arguments.of(
                        new Decision.CheckDeclarations("page", PROGRESS), Map.of("decision", "CHECK_DECLARATIONS")),
                Arguments.of(new Decision.Delete("r-1", PROGRESS), Map.of("decision", "DELETE", "clientToken", "r-1")),
                Arguments.of(
                        new Decision.Wait(Duration.ofMillis(1500), "why", PROGRESS),
                        Map.of("decision", "WAIT", "cause", "why", "delayMillis", 1500)),
                Arguments.of(
                        new Decision.Succeed(Outcome.RETAINED, "id", Map.of(), PROGRESS),
                        Map.of("decision", "SUCCEED", "outcome", "RETAINED")),
                Arguments.of(
                        new Decision.Fail(FailureCode.ACCESS_DENIED, "why", PROGRESS),
                        Map.of("decision", "FAIL", "outcome", "ACCESS_DENIED", "detail", "why")));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void tellsWhatWasDecidedInWhichAttemptAndHowLongAfterTheRequest(Decision decision, Map<String, Object> details) {
        log.decided(decision, Instant.EPOCH);
        Map<String, Object> expected = new HashMap<>(details);
        expected.putAll(Map.of(
                "timestamp", "1970-01-01T00:00:00Z",
                "level", "INFO",
                "event", "decided",
                "requestId", "r",
                "attempt", 1,
                "looks", 0,
                "elapsedMillis", 7000));
        assertThat(line()).isEqualTo(expected);
    }

    @Test
    void theLookWithWhichAPassBeginsGoesWithoutSaying() {
        log.begun(new Decision.Look(PROGRESS), Instant.EPOCH);
        assertThat(lines).isEmpty();
        log.begun(new Decision.Delete("r-1", PROGRESS), Instant.EPOCH);
        assertThat(line()).containsEntry("event", "decided").containsEntry("decision", "DELETE");
    }

    private Map<String, Object> line() {
        assertThat(lines).hasSize(1);
        return JsonReader.read(lines.get(0).getBytes(StandardCharsets.UTF_8)).fields();
    }
}
