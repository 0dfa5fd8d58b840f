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
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The driver that never waits: one pass, then the request goes into the hands of the state machine, in an execution that bears the
 * RequestId as its name, so that a request is handed over once. As long as no execution can be started it waits inline, and goes
 * on trying.
 *
 * @param deadline by when this invocation must have decided, while it waits inline
 */
public record StepFunctionsWaiting(
        Executions executions,
        String functionArn,
        CustomResourceRequest request,
        Time time,
        Supplier<Instant> deadline,
        EventLog log)
        implements Driver {

    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(10));
    private static final Pattern EXECUTION_NAME = Pattern.compile("[0-9A-Za-z_-]{1,80}");

    @Override
    public PassEnd drive(Function<Progress, PassEnd> pass, Progress progress) {
        PassEnd end = pass.apply(progress);
        while (end instanceof Wait wait && !isHandedOverWithin(wait)) {
            boolean last = !time.now().isBefore(deadline.get());
            end = pass.apply(last ? wait.progress().withDeadline(deadline.get()) : wait.progress());
        }
        return end;
    }

    /** Tries until an execution takes the rest of the wait, or the wait, or the time of this invocation, is over. */
    private boolean isHandedOverWithin(Wait wait) {
        Instant due = time.now().plus(wait.delay());
        Instant last = deadline.get();
        Instant end = due.isBefore(last) ? due : last;
        for (int attempt = 1; time.now().isBefore(end); attempt++) {
            Duration rest = Duration.between(time.now(), due);
            if (isHandedOver(new Wait(rest, wait.cause(), wait.progress()), attempt)) {
                return true;
            }
            Duration left = Duration.between(time.now(), end);
            Duration backoff = BACKOFF.delay(attempt);
            time.sleep(backoff.compareTo(left) < 0 ? backoff : left.isNegative() ? Duration.ZERO : left);
        }
        return false;
    }

    private boolean isHandedOver(Wait rest, int attempt) {
        String name = executionName(request.requestId());
        Start start =
                executions.start(name, new String(Handover.json(functionArn, request, rest), StandardCharsets.UTF_8));
        if (start instanceof Start.NotStarted notStarted) {
            log.warn("notHandedOver", Map.of("attempt", attempt, "description", notStarted.description()));
            return false;
        }
        log.info("handedOver", Map.of("execution", name, "attempts", attempt));
        return true;
    }

    private static String executionName(String requestId) {
        return EXECUTION_NAME.matcher(requestId).matches()
                ? requestId
                : UUID.nameUUIDFromBytes(requestId.getBytes(StandardCharsets.UTF_8))
                        .toString();
    }
}
