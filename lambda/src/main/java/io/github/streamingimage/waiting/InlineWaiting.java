package io.github.streamingimage.waiting;

import io.github.streamingimage.deletion.Decision;
import io.github.streamingimage.deletion.Progress;
import io.github.streamingimage.time.Time;

/** The driver that waits inside the invocation: passes with sleeps in between, until a pass answers. */
public final class InlineWaiting {

    private final Pass pass;
    private final Time time;

    public InlineWaiting(Pass pass, Time time) {
        this.pass = pass;
        this.time = time;
    }

    /**
     * Runs passes until one answers; the progress's deadline must lie before the invocation's own.
     *
     * @return a Succeed or a Fail
     */
    public Decision run(Progress progress) {
        Decision decision = pass.run(progress);
        while (decision instanceof Decision.Wait wait) {
            time.sleep(wait.delay());
            decision = pass.run(wait.progress());
        }
        return decision;
    }
}
