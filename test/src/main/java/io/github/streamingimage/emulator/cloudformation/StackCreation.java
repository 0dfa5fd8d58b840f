package io.github.streamingimage.emulator.cloudformation;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * CreateStack: when one resource fails, those still being created are cut short, and everything whose creation was at least
 * tried is deleted again.
 */
final class StackCreation {

    private final ResourceSteps steps;
    private final DependencyWalk walk;
    private final StatusChanges statuses;
    private final StackDeletion deletion;

    StackCreation(ResourceSteps steps, DependencyWalk walk, StatusChanges statuses, StackDeletion deletion) {
        this.steps = steps;
        this.walk = walk;
        this.statuses = statuses;
        this.deletion = deletion;
    }

    StackStatus run(Stack stack, StackTemplate template, OnFailure onFailure, Cancellation cancellation) {
        statuses.announced(stack, "User Initiated");
        Cancellation failed = cancellation.child();
        Set<String> failures = new ConcurrentSkipListSet<>();
        boolean created = walk.walk(template.dependencies(), logicalId -> {
            if (failed.isRequested()) {
                return false;
            }
            boolean succeeded =
                    steps.create(stack, logicalId, template.resources().get(logicalId), failed);
            if (!succeeded) {
                failures.add(logicalId);
                failed.request();
            }
            return succeeded;
        });
        return created ? statuses.become(stack, StackStatus.CREATE_COMPLETE, "") : undo(stack, onFailure, failures);
    }

    private StackStatus undo(Stack stack, OnFailure onFailure, Set<String> failures) {
        String reason = "The following resource(s) failed to create: " + failures + ". ";
        return switch (onFailure) {
            case ROLLBACK -> {
                statuses.become(stack, StackStatus.ROLLBACK_IN_PROGRESS, reason + "Rollback requested by user.");
                yield deletion.finish(stack, StackStatus.ROLLBACK_COMPLETE, StackStatus.ROLLBACK_FAILED);
            }
            case DELETE -> {
                statuses.become(stack, StackStatus.DELETE_IN_PROGRESS, reason + "Delete requested by user.");
                yield deletion.finish(stack, StackStatus.DELETE_COMPLETE, StackStatus.DELETE_FAILED);
            }
        };
    }
}
