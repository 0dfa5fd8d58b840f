package io.github.streamingimage.emulator.cloudformation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** DeleteStack: every resource is deleted once all that depend on it are gone, and what could not be deleted stays. */
final class StackDeletion {

    private final ResourceSteps steps;
    private final StackEvents events;

    StackDeletion(ResourceSteps steps, StackEvents events) {
        this.steps = steps;
        this.events = events;
    }

    void run(Stack stack, Consumer<StackStatus> then) {
        events.announced(stack, "User Initiated");
        finish(stack, StackStatus.DELETE_COMPLETE, StackStatus.DELETE_FAILED, then);
    }

    /** Deletes all resources; the stack ends in one status or the other. */
    void finish(Stack stack, StackStatus complete, StackStatus failed, Consumer<StackStatus> then) {
        Map<String, ResourceDeclaration> declarations = new LinkedHashMap<>();
        stack.resources().forEach((logicalId, resource) -> declarations.put(logicalId, resource.declaration()));
        DependencyWalk.walk(
                Dependencies.among(declarations).reversed(),
                (logicalId, done) -> steps.delete(stack, stack.resources().get(logicalId), succeeded -> {
                    if (succeeded) {
                        stack.remove(logicalId);
                    }
                    done.accept(succeeded);
                }),
                deleted -> then.accept(
                        deleted
                                ? events.become(stack, complete, "")
                                : events.become(
                                        stack,
                                        failed,
                                        "The following resource(s) failed to delete: "
                                                + stack.resources().keySet() + ". ")));
    }
}
