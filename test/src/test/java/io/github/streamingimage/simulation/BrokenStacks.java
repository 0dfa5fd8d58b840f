package io.github.streamingimage.simulation;

import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.stack.Stacks;
import java.util.function.UnaryOperator;

/** Stacks of which everything that is seen is taken for something else. */
record BrokenStacks(Stacks whole, UnaryOperator<Observation> broken) implements Stacks {

    @Override
    public Observation look(String stackId) {
        return broken.apply(whole.look(stackId));
    }

    @Override
    public Observation resources(String stackId, String logicalResourceId, String physicalResourceId, String page) {
        return broken.apply(whole.resources(stackId, logicalResourceId, physicalResourceId, page));
    }
}
