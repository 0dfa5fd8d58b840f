package io.github.streamingimage.stack;

import io.github.streamingimage.deletion.Observation;

/** The stacks of CloudFormation, as far as a request has to know of them. Every failure is an {@link Observation}. */
public interface Stacks {

    /** Looks at the stack of that StackId and at its ancestors: a Stack or a StackProblem. */
    Observation look(String stackId);

    /**
     * Reads one page of the stack's resources, for another one than the resource of the logical id that has the same
     * PhysicalResourceId: a StackResources or a StackProblem.
     *
     * @param page the token of the page; empty for the first
     */
    Observation resources(String stackId, String logicalResourceId, String physicalResourceId, String page);
}
