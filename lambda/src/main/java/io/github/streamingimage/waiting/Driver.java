package io.github.streamingimage.waiting;

import io.github.streamingimage.deletion.Decision.PassEnd;
import io.github.streamingimage.deletion.Progress;

/** Carries out the passes over a request, as far as this invocation goes. */
public interface Driver {

    /**
     * Runs passes.
     *
     * @return a Verdict when CloudFormation is to be told; a Wait when somebody else goes on with the request
     */
    PassEnd drive(Pass pass, Progress progress);
}
