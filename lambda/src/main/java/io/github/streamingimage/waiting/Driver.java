package io.github.streamingimage.waiting;

import io.github.streamingimage.deletion.Decision;
import io.github.streamingimage.deletion.Progress;

/** Carries out the passes over a request, as far as this invocation goes. */
public interface Driver {

    /**
     * Runs passes.
     *
     * @return a Succeed or a Fail when the request is to be answered; a Wait when somebody else goes on with it
     */
    Decision drive(Pass pass, Progress progress);
}
