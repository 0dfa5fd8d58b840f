package io.github.streamingimage.waiting;

import io.github.streamingimage.deletion.Decision;
import io.github.streamingimage.deletion.Progress;
import io.github.streamingimage.time.Time;
import java.time.Instant;

/**
 * The driver that waits inside the invocation: passes with sleeps in between, until a pass answers. Always answers, before the
 * invocation's deadline.
 *
 * @param deadline by when this invocation must have decided
 */
public record InlineWaiting(Time time, Instant deadline) implements Driver {

    @Override
    public Decision drive(Pass pass, Progress progress) {
        Decision decision = pass.run(progress.notAfter(deadline));
        while (decision instanceof Decision.Wait wait) {
            time.sleep(wait.delay());
            decision = pass.run(wait.progress());
        }
        return decision;
    }
}
