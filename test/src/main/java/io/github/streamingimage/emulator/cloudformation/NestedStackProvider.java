package io.github.streamingimage.emulator.cloudformation;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Creates and deletes nested stacks by the operations of stacks; the physical id is the nested stack's. One that was deleted alone
 * is gone already; one with an operation of its own under way cannot be deleted.
 */
final class NestedStackProvider implements ResourceProvider<NestedStack> {

    private final CloudFormationEngine engine;
    private final Identifiers identifiers;

    NestedStackProvider(CloudFormationEngine engine, Identifiers identifiers) {
        this.engine = engine;
        this.identifiers = identifiers;
    }

    @Override
    public void create(
            Stack stack,
            String logicalId,
            NestedStack declaration,
            Cancellation cancellation,
            Consumer<ResourceResult> then) {
        Stack child = engine.addStack(stack.inventedId(logicalId, identifiers), Optional.of(stack));
        engine.create(child, declaration.template(), OnFailure.ROLLBACK, cancellation, outcome -> {
            then.accept(
                    outcome == StackStatus.CREATE_COMPLETE
                            ? new ResourceResult.Done(child.id(), Map.of())
                            : new ResourceResult.Failed(
                                    child.id(),
                                    "Embedded stack " + child.id() + " was not successfully created: " + outcome));
        });
    }

    @Override
    public void update(
            Stack stack,
            LiveResource before,
            NestedStack to,
            Cancellation cancellation,
            Consumer<ResourceResult> then) {
        throw new IllegalStateException("an update that changes a nested stack was not refused");
    }

    @Override
    public void delete(Stack stack, LiveResource resource, NestedStack declaration, Consumer<ResourceResult> then) {
        Stack child = engine.stacks().get(resource.physicalId());
        if (child.status() == StackStatus.DELETE_COMPLETE) {
            then.accept(new ResourceResult.Done(child.id(), Map.of()));
            return;
        }
        if (!child.status().allowsDelete()) {
            then.accept(
                    new ResourceResult.Failed(child.id(), "Embedded stack " + child.id() + " is " + child.status()));
            return;
        }
        child.become(StackStatus.DELETE_IN_PROGRESS);
        engine.delete(child, outcome -> {
            then.accept(
                    outcome == StackStatus.DELETE_COMPLETE
                            ? new ResourceResult.Done(child.id(), Map.of())
                            : new ResourceResult.Failed(
                                    child.id(), "Embedded stack " + child.id() + " was not successfully deleted"));
        });
    }
}
