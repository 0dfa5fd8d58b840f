package io.github.streamingimage.waiting;

import io.github.streamingimage.customresource.CustomResourceRequest;
import io.github.streamingimage.deletion.Backoff;
import io.github.streamingimage.deletion.Decision.PassEnd;
import io.github.streamingimage.deletion.Decision.Wait;
import io.github.streamingimage.deletion.Progress;
import io.github.streamingimage.logging.EventLog;
import io.github.streamingimage.stepfunctions.Executions;
import io.github.streamingimage.stepfunctions.Executions.Start;
import io.github.streamingimage.time.Time;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The driver that never waits: one pass, then the request goes into the hands of the state machine, in an execution that bears the
 * RequestId as its name, so that a request is handed over once. When no execution can be started, it waits inline after all.
 */
public final class StepFunctionsWaiting implements Driver {

    /** How often the start is tried; the waits in between add up to 7 s, for a throttle or a policy that is still on its way. */
    static final int TRIES = 4;

    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(4));
    private static final Pattern EXECUTION_NAME = Pattern.compile("[0-9A-Za-z_-]{1,80}");

    private final Executions executions;
    private final String functionArn;
    private final CustomResourceRequest request;
    private final Time time;
    private final Driver fallback;
    private final EventLog log;

    /** @param fallback goes on when no execution can be started */
    public StepFunctionsWaiting(
            Executions executions,
            String functionArn,
            CustomResourceRequest request,
            Time time,
            Driver fallback,
            EventLog log) {
        this.executions = executions;
        this.functionArn = functionArn;
        this.request = request;
        this.time = time;
        this.fallback = fallback;
        this.log = log;
    }

    @Override
    public PassEnd drive(Pass pass, Progress progress) {
        PassEnd end = pass.run(progress);
        if (!(end instanceof Wait wait)) {
            return end;
        }
        if (handOver(wait)) {
            return wait;
        }
        time.sleep(wait.delay());
        return fallback.drive(pass, wait.progress());
    }

    private boolean handOver(Wait wait) {
        String name = executionName(request.requestId());
        String input = new String(Handover.json(functionArn, request, wait), StandardCharsets.UTF_8);
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            Start start = executions.start(name, input);
            if (!(start instanceof Start.NotStarted notStarted)) {
                log.info("handedOver", Map.of("execution", name, "attempts", attempt));
                return true;
            }
            log.warn("notHandedOver", Map.of("attempt", attempt, "description", notStarted.description()));
            if (attempt < TRIES) {
                time.sleep(BACKOFF.delay(attempt));
            }
        }
        log.error("waitingInline", Map.of("cause", "no execution could be started"));
        return false;
    }

    private static String executionName(String requestId) {
        return EXECUTION_NAME.matcher(requestId).matches()
                ? requestId
                : UUID.nameUUIDFromBytes(requestId.getBytes(StandardCharsets.UTF_8))
                        .toString();
    }
}
