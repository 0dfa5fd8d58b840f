package io.github.streamingimage.waiting;

import io.github.streamingimage.deletion.Decision.Fail;
import io.github.streamingimage.deletion.Decision.PassEnd;
import io.github.streamingimage.deletion.Decision.Wait;
import io.github.streamingimage.deletion.FailureCode;
import io.github.streamingimage.deletion.Progress;
import io.github.streamingimage.time.Time;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The driver that waits inside the invocation: passes with sleeps in between, until there is a verdict, which there is before the
 * invocation's deadline.
 *
 * @param deadline by when this invocation must have decided
 */
public record InlineWaiting(Time time, Supplier<Instant> deadline) implements Driver {

    @Override
    public PassEnd drive(Function<Progress, PassEnd> pass, Progress progress) {
        Instant ofRequest = progress.time().deadline();
        PassEnd end = pass.apply(inTime(progress, ofRequest));
        while (end instanceof Wait || isPremature(end, ofRequest)) {
            if (end instanceof Wait wait) {
                time.sleep(wait.delay());
            }
            end = pass.apply(inTime(end.progress(), ofRequest));
        }
        return end;
    }

    /** Told anew for each pass, since the clock may have been corrected. */
    private Progress inTime(Progress progress, Instant ofRequest) {
        Instant ofInvocation = deadline.get();
        return progress.withDeadline(ofInvocation.isBefore(ofRequest) ? ofInvocation : ofRequest);
    }

    /** Whether the deadline was reached only because the clock was corrected during the pass. */
    private boolean isPremature(PassEnd end, Instant ofRequest) {
        return end instanceof Fail fail
                && fail.code() == FailureCode.DEADLINE_REACHED
                && time.now().isBefore(inTime(end.progress(), ofRequest).time().deadline());
    }
}
