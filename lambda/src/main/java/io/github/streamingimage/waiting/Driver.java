package io.github.streamingimage.waiting;

import io.github.streamingimage.deletion.Decision.PassEnd;
import io.github.streamingimage.deletion.Progress;
import java.util.function.Function;

/** Carries out the passes over a request, as far as this invocation goes. */
public interface Driver {

    /**
     * Runs passes.
     *
     * @param pass runs one pass, from the progress that the last one ended with
     * @return a Verdict when CloudFormation is to be told; a Wait when somebody else goes on with the request
     */
    PassEnd drive(Function<Progress, PassEnd> pass, Progress progress);
}
