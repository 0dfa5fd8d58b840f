package io.github.streamingimage.emulator.cloudformation;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * CreateStack: when one resource fails, those still being created are cut short, and everything whose creation was at least
 * tried is deleted again.
 */
final class StackCreation {

    private final ResourceSteps steps;
    private final StackEvents events;
    private final StackDeletion deletion;

    StackCreation(ResourceSteps steps, StackEvents events, StackDeletion deletion) {
        this.steps = steps;
        this.events = events;
        this.deletion = deletion;
    }

    void run(
            Stack stack,
            StackTemplate template,
            OnFailure onFailure,
            Cancellation cancellation,
            Consumer<StackStatus> then) {
        events.announced(stack, "User Initiated");
        Cancellation failed = cancellation.child();
        Set<String> failures = new TreeSet<>();
        DependencyWalk.walk(
                template.dependencies(),
                (logicalId, done) -> {
                    if (failed.isRequested()) {
                        done.accept(false);
                        return;
                    }
                    steps.create(stack, logicalId, template.resources().get(logicalId), failed, succeeded -> {
                        if (!succeeded) {
                            failures.add(logicalId);
                            failed.request();
                        }
                        done.accept(succeeded);
                    });
                },
                created -> {
                    if (created) {
                        then.accept(events.become(stack, StackStatus.CREATE_COMPLETE, ""));
                    } else {
                        undo(stack, onFailure, failures, then);
                    }
                });
    }

    private void undo(Stack stack, OnFailure onFailure, Set<String> failures, Consumer<StackStatus> then) {
        String reason = "The following resource(s) failed to create: " + failures + ". ";
        switch (onFailure) {
            case ROLLBACK -> {
                events.become(stack, StackStatus.ROLLBACK_IN_PROGRESS, reason + "Rollback requested by user.");
                deletion.finish(stack, StackStatus.ROLLBACK_COMPLETE, StackStatus.ROLLBACK_FAILED, then);
            }
            case DELETE -> {
                events.become(stack, StackStatus.DELETE_IN_PROGRESS, reason + "Delete requested by user.");
                deletion.finish(stack, StackStatus.DELETE_COMPLETE, StackStatus.DELETE_FAILED, then);
            }
        }
    }
}
