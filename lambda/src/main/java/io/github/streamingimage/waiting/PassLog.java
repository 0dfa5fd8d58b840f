package io.github.streamingimage.waiting;

import io.github.streamingimage.deletion.Decision;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.Progress;
import io.github.streamingimage.logging.EventLog;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Logs what a pass saw and decided: the events {@code observed} and {@code decided}. */
final class PassLog {

    private final EventLog log;

    PassLog(EventLog log) {
        this.log = log;
    }

    void observed(Observation seen) {
        log.info("observed", seen.match(new Observation.Cases<Map<String, Object>>() {
            @Override
            public Map<String, Object> image(Observation.Image image) {
                return fields("IMAGE", image);
            }

            @Override
            public Map<String, Object> deleteAccepted(Observation.DeleteAccepted accepted) {
                return fields("DELETE_ACCEPTED", accepted.image());
            }

            @Override
            public Map<String, Object> notFound(Observation.NotFound notFound) {
                return Map.of("observation", "NOT_FOUND");
            }

            @Override
            public Map<String, Object> problem(Observation.Problem problem) {
                return fields(problem.kind().name(), problem.description());
            }

            @Override
            public Map<String, Object> stack(Observation.Stack stack) {
                return fields(stack.rollingBack() ? "STACK_ROLLING_BACK" : "STACK_SETTLED", stack.description());
            }

            @Override
            public Map<String, Object> stackProblem(Observation.StackProblem problem) {
                return fields(
                        problem.accessDenied() ? "STACK_ACCESS_DENIED" : "STACK_UNREADABLE", problem.description());
            }
        }));
    }

    void decided(Decision decision, Instant now) {
        Map<String, Object> fields = decision.match(new Decision.Cases<>() {
            @Override
            public Map<String, Object> delete(Decision.Delete delete) {
                return decision("DELETE", "clientToken", delete.clientToken());
            }

            @Override
            public Map<String, Object> checkStack(Decision.CheckStack checkStack) {
                return decision("CHECK_STACK", "cause", "a rollback must not delete the image");
            }

            @Override
            public Map<String, Object> await(Decision.Wait wait) {
                Map<String, Object> fields = decision("WAIT", "cause", wait.cause());
                fields.put("delayMillis", wait.delay().toMillis());
                return fields;
            }

            @Override
            public Map<String, Object> succeed(Decision.Succeed succeed) {
                return decision("SUCCEED", "outcome", succeed.outcome().name());
            }

            @Override
            public Map<String, Object> fail(Decision.Fail fail) {
                Map<String, Object> fields =
                        decision("FAIL", "outcome", fail.code().name());
                fields.put("reason", fail.reason());
                return fields;
            }
        });
        Progress progress = decision.progress();
        fields.put("attempt", progress.attempt());
        fields.put("looks", progress.looks());
        fields.put("elapsedMillis", Duration.between(progress.startedAt(), now).toMillis());
        log.info("decided", fields);
    }

    private static Map<String, Object> decision(String decision, String detail, String value) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("decision", decision);
        fields.put(detail, value);
        return fields;
    }

    private static Map<String, Object> fields(String observation, String description) {
        return Map.of("observation", observation, "description", description);
    }

    private static Map<String, Object> fields(String observation, Observation.Image image) {
        return Map.of(
                "observation", observation,
                "state", image.reportedState(),
                "statusCode", image.statusCode(),
                "statusMessage", image.statusMessage());
    }
}
