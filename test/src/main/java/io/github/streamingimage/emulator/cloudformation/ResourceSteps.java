package io.github.streamingimage.emulator.cloudformation;

import java.util.Map;

/**
 * The steps that stack operations are made of: one action on one resource, with its events, and with the stack holding the
 * resource as it is afterwards. Each tells whether it succeeded.
 */
final class ResourceSteps {

    private final Journal journal;
    private final CustomResourceProvider custom;
    private final OtherResourceProvider other = new OtherResourceProvider();
    private final NestedStackProvider nested;

    ResourceSteps(Journal journal, CustomResourceProvider custom, NestedStackProvider nested) {
        this.journal = journal;
        this.custom = custom;
        this.nested = nested;
    }

    boolean create(Stack stack, String logicalId, ResourceDeclaration declaration, Cancellation cancellation) {
        journal.resource(stack, logicalId, declaration, "", ResourceStatus.CREATE_IN_PROGRESS, "");
        ResourceResult result = declaration.match(
                resource -> custom.create(stack, logicalId, resource, cancellation),
                resource -> other.create(stack, logicalId, resource, cancellation),
                resource -> nested.create(stack, logicalId, resource, cancellation));
        stack.put(new LiveResource(logicalId, declaration, result.physicalId(), dataOf(result, Map.of())));
        return ended(
                stack, logicalId, declaration, result, ResourceStatus.CREATE_COMPLETE, ResourceStatus.CREATE_FAILED);
    }

    boolean update(Stack stack, LiveResource before, ResourceDeclaration to, Cancellation cancellation) {
        String logicalId = before.logicalId();
        journal.resource(stack, logicalId, to, before.physicalId(), ResourceStatus.UPDATE_IN_PROGRESS, "");
        ResourceResult result = to.match(
                resource -> custom.update(stack, before, resource, cancellation),
                resource -> other.update(stack, before, resource, cancellation),
                resource -> nested.update(stack, before, resource, cancellation));
        stack.put(new LiveResource(logicalId, to, result.physicalId(), dataOf(result, before.data())));
        return ended(stack, logicalId, to, result, ResourceStatus.UPDATE_COMPLETE, ResourceStatus.UPDATE_FAILED);
    }

    /** Deletes what a physical id stands for; the stack keeps or loses the resource as the operation decides. */
    boolean delete(Stack stack, LiveResource resource) {
        String logicalId = resource.logicalId();
        ResourceDeclaration declaration = resource.declaration();
        journal.resource(stack, logicalId, declaration, resource.physicalId(), ResourceStatus.DELETE_IN_PROGRESS, "");
        ResourceResult result = declaration.match(
                custom -> this.custom.delete(stack, resource, custom),
                other -> this.other.delete(stack, resource, other),
                nested -> this.nested.delete(stack, resource, nested));
        return ended(
                stack, logicalId, declaration, result, ResourceStatus.DELETE_COMPLETE, ResourceStatus.DELETE_FAILED);
    }

    private boolean ended(
            Stack stack,
            String logicalId,
            ResourceDeclaration declaration,
            ResourceResult result,
            ResourceStatus complete,
            ResourceStatus failed) {
        boolean succeeded = result instanceof ResourceResult.Done;
        String reason = result instanceof ResourceResult.Failed failure ? failure.reason() : "";
        journal.resource(stack, logicalId, declaration, result.physicalId(), succeeded ? complete : failed, reason);
        return succeeded;
    }

    private static Map<String, Object> dataOf(ResourceResult result, Map<String, Object> otherwise) {
        return result instanceof ResourceResult.Done done ? done.data() : otherwise;
    }
}
