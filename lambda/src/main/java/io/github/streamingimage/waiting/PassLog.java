package io.github.streamingimage.waiting;

import io.github.streamingimage.deletion.Decision;
import io.github.streamingimage.deletion.Decision.Act;
import io.github.streamingimage.deletion.Decision.CheckDeclarations;
import io.github.streamingimage.deletion.Decision.CheckStack;
import io.github.streamingimage.deletion.Decision.Delete;
import io.github.streamingimage.deletion.Decision.Fail;
import io.github.streamingimage.deletion.Decision.Look;
import io.github.streamingimage.deletion.Decision.Succeed;
import io.github.streamingimage.deletion.Decision.Wait;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.Progress;
import io.github.streamingimage.logging.EventLog;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Logs what a pass saw and decided: the events {@code observed} and {@code decided}. */
public final class PassLog {

    private final EventLog log;

    public PassLog(EventLog log) {
        this.log = log;
    }

    /** A look with which a pass begins goes without saying. */
    void begun(Act act, Instant now) {
        if (!(act instanceof Look)) {
            decided(act, now);
        }
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
                return fields("STACK_" + stack.standing().name(), stack.description());
            }

            @Override
            public Map<String, Object> stackResources(Observation.StackResources resources) {
                return resources.declaredBy().isEmpty()
                        ? Map.of("observation", "STACK_RESOURCES")
                        : fields("STACK_RESOURCES", "the image is declared by " + resources.declaredBy());
            }

            @Override
            public Map<String, Object> stackProblem(Observation.StackProblem problem) {
                return fields(
                        problem.accessDenied() ? "STACK_ACCESS_DENIED" : "STACK_UNREADABLE", problem.description());
            }
        }));
    }

    void decided(Decision decision, Instant now) {
        Map<String, Object> fields = fields(decision);
        Progress progress = decision.progress();
        fields.put("attempt", progress.attempt().number());
        fields.put("looks", progress.image().looks());
        fields.put(
                "elapsedMillis",
                Duration.between(progress.time().startedAt(), now).toMillis());
        log.info("decided", fields);
    }

    private static Map<String, Object> fields(Decision decision) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (decision instanceof Wait wait) {
            fields.put("decision", "WAIT");
            fields.put("cause", wait.cause());
            fields.put("delayMillis", wait.delay().toMillis());
        } else if (decision instanceof Delete delete) {
            fields.put("decision", "DELETE");
            fields.put("clientToken", delete.clientToken());
        } else if (decision instanceof Succeed succeed) {
            fields.put("decision", "SUCCEED");
            fields.put("outcome", succeed.outcome().name());
        } else if (decision instanceof Fail fail) {
            fields.put("decision", "FAIL");
            fields.put("outcome", fail.code().name());
            fields.put("detail", fail.detail());
        } else {
            fields.put(
                    "decision",
                    decision instanceof CheckStack
                            ? "CHECK_STACK"
                            : decision instanceof CheckDeclarations ? "CHECK_DECLARATIONS" : "LOOK");
        }
        return fields;
    }

    private static Map<String, Object> fields(String observation, String description) {
        return Map.of("observation", observation, "description", description);
    }

    private static Map<String, Object> fields(String observation, Observation.Image image) {
        return Map.of(
                "observation", observation,
                "state", image.state(),
                "statusCode", image.statusCode(),
                "statusMessage", image.statusMessage());
    }
}
