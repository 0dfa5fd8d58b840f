package io.github.streamingimage.emulator.cloudformation;

import java.util.LinkedHashMap;
import java.util.Map;

/** DeleteStack: every resource is deleted once all that depend on it are gone, and what could not be deleted stays. */
final class StackDeletion {

    private final ResourceSteps steps;
    private final DependencyWalk walk;
    private final StatusChanges statuses;

    StackDeletion(ResourceSteps steps, DependencyWalk walk, StatusChanges statuses) {
        this.steps = steps;
        this.walk = walk;
        this.statuses = statuses;
    }

    StackStatus run(Stack stack) {
        statuses.announced(stack, "User Initiated");
        return finish(stack, StackStatus.DELETE_COMPLETE, StackStatus.DELETE_FAILED);
    }

    /** Deletes all resources; the stack ends in one status or the other. */
    StackStatus finish(Stack stack, StackStatus complete, StackStatus failed) {
        Map<String, ResourceDeclaration> declarations = new LinkedHashMap<>();
        stack.resources().forEach((logicalId, resource) -> declarations.put(logicalId, resource.declaration()));
        boolean deleted = walk.walk(Dependencies.among(declarations).reversed(), logicalId -> {
            boolean succeeded = steps.delete(stack, stack.resources().get(logicalId));
            if (succeeded) {
                stack.remove(logicalId);
            }
            return succeeded;
        });
        return deleted
                ? statuses.become(stack, complete, "")
                : statuses.become(
                        stack,
                        failed,
                        "The following resource(s) failed to delete: "
                                + stack.resources().keySet() + ". ");
    }
}
