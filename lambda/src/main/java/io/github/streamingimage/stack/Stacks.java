package io.github.streamingimage.stack;

import io.github.streamingimage.deletion.Observation;

/** The stacks of CloudFormation, as far as the rollback guard needs them. Every failure is an {@link Observation}. */
public interface Stacks {

    /** Looks at the stack of that StackId and at its ancestors: a Stack or a StackProblem. */
    Observation observe(String stackId);
}
