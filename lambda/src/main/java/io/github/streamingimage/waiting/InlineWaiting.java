package io.github.streamingimage.waiting;

import io.github.streamingimage.deletion.Decision.PassEnd;
import io.github.streamingimage.deletion.Decision.Wait;
import io.github.streamingimage.deletion.Progress;
import io.github.streamingimage.time.Time;
import java.time.Instant;

/**
 * The driver that waits inside the invocation: passes with sleeps in between, until there is a verdict, which there is before the
 * invocation's deadline.
 *
 * @param deadline by when this invocation must have decided
 */
public record InlineWaiting(Time time, Instant deadline) implements Driver {

    @Override
    public PassEnd drive(Pass pass, Progress progress) {
        PassEnd end = pass.run(progress.notAfter(deadline));
        while (end instanceof Wait wait) {
            time.sleep(wait.delay());
            end = pass.run(wait.progress());
        }
        return end;
    }
}
