package io.github.streamingimage;

import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.Observation.StackResources;
import io.github.streamingimage.stack.Stacks;

/** Stacks that always show the same, and of which no other resource declares an image. */
record ShownStacks(Observation stack) implements Stacks {

    @Override
    public Observation look(String stackId) {
        return stack;
    }

    @Override
    public Observation resources(String stackId, String logicalResourceId, String physicalResourceId, String page) {
        return new StackResources("", "");
    }
}
