package io.github.streamingimage.stack;

import io.github.streamingimage.deletion.Observation;

/** The stacks of CloudFormation, as far as a Delete has to know of them. Every failure is an {@link Observation}. */
public interface Stacks {

    /** Looks at the stack of that StackId and at its ancestors: a Stack or a StackProblem. */
    Observation look(String stackId);
}
