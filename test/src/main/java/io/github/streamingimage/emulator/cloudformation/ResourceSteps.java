package io.github.streamingimage.emulator.cloudformation;

import java.util.Map;
import java.util.function.Consumer;

/**
 * The steps that stack operations are made of: one action on one resource, with its events, and with the stack holding the
 * resource as it is afterwards. Each tells whether it succeeded.
 */
final class ResourceSteps {

    private final StackEvents events;
    private final CustomResourceProvider custom;
    private final OtherResourceProvider other;
    private final NestedStackProvider nested;

    ResourceSteps(
            StackEvents events,
            CustomResourceProvider custom,
            OtherResourceProvider other,
            NestedStackProvider nested) {
        this.events = events;
        this.custom = custom;
        this.other = other;
        this.nested = nested;
    }

    void create(
            Stack stack,
            String logicalId,
            ResourceDeclaration declaration,
            Cancellation cancellation,
            Consumer<Boolean> done) {
        events.resource(stack, logicalId, declaration, "", ResourceStatus.CREATE_IN_PROGRESS, "");
        Consumer<ResourceResult> then = result -> {
            stack.put(new LiveResource(logicalId, declaration, result.physicalId(), dataOf(result, Map.of())));
            ended(
                    stack,
                    logicalId,
                    declaration,
                    result,
                    ResourceStatus.CREATE_COMPLETE,
                    ResourceStatus.CREATE_FAILED,
                    done);
        };
        declaration.accept(
                resource -> custom.create(stack, logicalId, resource, cancellation, then),
                resource -> other.create(stack, logicalId, resource, cancellation, then),
                resource -> nested.create(stack, logicalId, resource, cancellation, then));
    }

    void update(
            Stack stack,
            LiveResource before,
            ResourceDeclaration to,
            Cancellation cancellation,
            Consumer<Boolean> done) {
        String logicalId = before.logicalId();
        events.resource(stack, logicalId, to, before.physicalId(), ResourceStatus.UPDATE_IN_PROGRESS, "");
        Consumer<ResourceResult> then = result -> {
            stack.put(new LiveResource(logicalId, to, result.physicalId(), dataOf(result, before.data())));
            ended(stack, logicalId, to, result, ResourceStatus.UPDATE_COMPLETE, ResourceStatus.UPDATE_FAILED, done);
        };
        to.accept(
                resource -> custom.update(stack, before, resource, cancellation, then),
                resource -> other.update(stack, before, resource, cancellation, then),
                resource -> nested.update(stack, before, resource, cancellation, then));
    }

    /** Deletes what a physical id stands for; the stack keeps or loses the resource as the operation decides. */
    void delete(Stack stack, LiveResource resource, Consumer<Boolean> done) {
        String logicalId = resource.logicalId();
        ResourceDeclaration declaration = resource.declaration();
        events.resource(stack, logicalId, declaration, resource.physicalId(), ResourceStatus.DELETE_IN_PROGRESS, "");
        Consumer<ResourceResult> then = result -> ended(
                stack,
                logicalId,
                declaration,
                result,
                ResourceStatus.DELETE_COMPLETE,
                ResourceStatus.DELETE_FAILED,
                done);
        declaration.accept(
                declared -> custom.delete(stack, resource, declared, then),
                declared -> other.delete(stack, resource, declared, then),
                declared -> nested.delete(stack, resource, declared, then));
    }

    private void ended(
            Stack stack,
            String logicalId,
            ResourceDeclaration declaration,
            ResourceResult result,
            ResourceStatus complete,
            ResourceStatus failed,
            Consumer<Boolean> done) {
        boolean succeeded = result instanceof ResourceResult.Done;
        String reason = result instanceof ResourceResult.Failed failure ? failure.reason() : "";
        events.resource(stack, logicalId, declaration, result.physicalId(), succeeded ? complete : failed, reason);
        done.accept(succeeded);
    }

    private static Map<String, Object> dataOf(ResourceResult result, Map<String, Object> otherwise) {
        return result instanceof ResourceResult.Done done ? done.data() : otherwise;
    }
}
