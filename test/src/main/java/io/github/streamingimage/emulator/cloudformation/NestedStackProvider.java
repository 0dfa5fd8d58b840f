package io.github.streamingimage.emulator.cloudformation;

import java.util.Map;
import java.util.Optional;

/** Creates and deletes nested stacks by the operations of stacks; the physical id is the nested stack's. */
final class NestedStackProvider implements ResourceProvider<NestedStack> {

    private final Stacks stacks;
    private final StackOperations operations;

    NestedStackProvider(Stacks stacks, StackOperations operations) {
        this.stacks = stacks;
        this.operations = operations;
    }

    @Override
    public ResourceResult create(Stack stack, String logicalId, NestedStack declaration, Cancellation cancellation) {
        Stack child = stacks.add(PhysicalIds.invent(stack, logicalId), Optional.of(stack));
        StackStatus outcome = operations.create(child, declaration.template(), OnFailure.ROLLBACK, cancellation);
        if (outcome == StackStatus.CREATE_COMPLETE) {
            return new ResourceResult.Done(child.id(), Map.of());
        }
        return new ResourceResult.Failed(
                child.id(), "Embedded stack " + child.id() + " was not successfully created: " + outcome);
    }

    @Override
    public ResourceResult update(Stack stack, LiveResource before, NestedStack to, Cancellation cancellation) {
        throw new IllegalStateException("an update that changes a nested stack was not refused");
    }

    @Override
    public ResourceResult delete(Stack stack, LiveResource resource, NestedStack declaration) {
        Stack child = stacks.get(resource.physicalId());
        child.begin(StackStatus.DELETE_IN_PROGRESS, StackStatus::allowsDelete);
        if (operations.delete(child) == StackStatus.DELETE_COMPLETE) {
            return new ResourceResult.Done(child.id(), Map.of());
        }
        return new ResourceResult.Failed(child.id(), "Embedded stack " + child.id() + " was not successfully deleted");
    }
}
