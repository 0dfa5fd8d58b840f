package io.github.streamingimage.emulator.cloudformation;

import java.util.concurrent.Executor;

/** The operations on stacks; each begins with the stack in the status that announces it, and returns the one it ends in. */
final class StackOperations {

    private final StackCreation creation;
    private final StackUpdate update;
    private final StackDeletion deletion;

    StackOperations(Stacks stacks, CustomResourceProvider custom, Journal journal, Executor executor) {
        ResourceSteps steps = new ResourceSteps(journal, custom, new NestedStackProvider(stacks, this));
        DependencyWalk walk = new DependencyWalk(executor);
        StatusChanges statuses = new StatusChanges(journal);
        this.deletion = new StackDeletion(steps, walk, statuses);
        this.creation = new StackCreation(steps, walk, statuses, deletion);
        this.update = new StackUpdate(steps, walk, statuses);
    }

    StackStatus create(Stack stack, StackTemplate template, OnFailure onFailure, Cancellation cancellation) {
        return creation.run(stack, template, onFailure, cancellation);
    }

    StackStatus update(Stack stack, StackTemplate template) {
        return update.run(stack, template);
    }

    StackStatus delete(Stack stack) {
        return deletion.run(stack);
    }
}
