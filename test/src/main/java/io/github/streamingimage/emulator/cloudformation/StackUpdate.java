package io.github.streamingimage.emulator.cloudformation;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * UpdateStack: what changed is updated, and what was replaced or removed is deleted in a clean-up afterwards. When something
 * fails, what was updated is updated back, and the clean-up deletes what the update had made.
 */
final class StackUpdate {

    private final ResourceSteps steps;
    private final StackEvents events;
    private final CleanUp cleanUp;

    StackUpdate(ResourceSteps steps, StackEvents events) {
        this.steps = steps;
        this.events = events;
        this.cleanUp = new CleanUp(steps);
    }

    /**
     * Refuses an update that would be none, or that is not modelled.
     *
     * @throws IllegalArgumentException saying why
     */
    static void validate(Stack stack, StackTemplate to) {
        Map<String, LiveResource> before = stack.resources();
        boolean changed = !before.keySet().equals(to.resources().keySet());
        for (LiveResource resource : before.values()) {
            ResourceDeclaration declaration = to.resources().get(resource.logicalId());
            if (declaration != null && !declaration.sameAs(resource.declaration())) {
                changed = true;
                if (declaration instanceof NestedStack) {
                    throw new IllegalArgumentException(
                            resource.logicalId() + ": an update that changes a nested stack is not modelled");
                }
                if (!declaration.resourceType().equals(resource.declaration().resourceType())) {
                    throw new IllegalArgumentException(
                            resource.logicalId() + ": Update of resource type is not permitted");
                }
            }
        }
        if (!changed) {
            throw new IllegalArgumentException("No updates are to be performed.");
        }
    }

    void run(Stack stack, StackTemplate to, Cancellation cancellation, Consumer<StackStatus> then) {
        events.announced(stack, "User Initiated");
        Map<String, LiveResource> before = stack.resources();
        Set<String> touched = new HashSet<>();
        Set<String> failures = new TreeSet<>();
        Cancellation failed = cancellation.child();
        DependencyWalk.walk(
                to.dependencies(),
                (logicalId, done) -> {
                    if (failed.isRequested()) {
                        done.accept(false);
                        return;
                    }
                    apply(
                            stack,
                            Optional.ofNullable(before.get(logicalId)),
                            logicalId,
                            to,
                            touched,
                            failed,
                            succeeded -> {
                                if (!succeeded) {
                                    failures.add(logicalId);
                                    failed.request();
                                }
                                done.accept(succeeded);
                            });
                },
                updated -> {
                    if (updated) {
                        complete(stack, before, to, then);
                    } else {
                        String reason = "The following resource(s) failed to update: " + failures + ". ";
                        events.become(stack, StackStatus.UPDATE_ROLLBACK_IN_PROGRESS, reason);
                        rollBack(stack, new UnfinishedRollback(before, stack.resources(), touched), then);
                    }
                });
    }

    private void apply(
            Stack stack,
            Optional<LiveResource> before,
            String logicalId,
            StackTemplate to,
            Set<String> touched,
            Cancellation cancellation,
            Consumer<Boolean> done) {
        ResourceDeclaration declaration = to.resources().get(logicalId);
        if (before.isEmpty()) {
            steps.create(stack, logicalId, declaration, cancellation, done);
        } else if (before.get().declaration().sameAs(declaration)) {
            done.accept(true);
        } else {
            touched.add(logicalId);
            steps.update(stack, before.get(), declaration, cancellation, done);
        }
    }

    private void complete(Stack stack, Map<String, LiveResource> before, StackTemplate to, Consumer<StackStatus> then) {
        events.become(stack, StackStatus.UPDATE_COMPLETE_CLEANUP_IN_PROGRESS, "");
        CleanUp.Leftovers leftovers = new CleanUp.Leftovers();
        before.values().stream()
                .filter(resource -> !to.resources().containsKey(resource.logicalId()))
                .forEach(removed -> stack.remove(removed.logicalId()));
        before.values().forEach(resource -> leftovers.addUnlessHeld(stack, resource));
        stack.resources()
                .values()
                .forEach(
                        resource -> stack.put(resource.declaredAs(to.resources().get(resource.logicalId()))));
        cleanUp.delete(
                stack, leftovers, reason -> then.accept(events.become(stack, StackStatus.UPDATE_COMPLETE, reason)));
    }

    /** ContinueUpdateRollback: what could not be updated back is tried again, and then cleaned up as after any rollback. */
    void continueRollback(Stack stack, Consumer<StackStatus> then) {
        events.announced(stack, "User Initiated");
        rollBack(stack, stack.unfinishedRollback().orElseThrow(), then);
    }

    private void rollBack(Stack stack, UnfinishedRollback rollback, Consumer<StackStatus> then) {
        Set<String> left = new HashSet<>(rollback.left());
        DependencyWalk.walk(
                CleanUp.dependenciesOf(rollback.before().values()),
                (logicalId, done) -> {
                    if (!rollback.left().contains(logicalId)) {
                        done.accept(true);
                        return;
                    }
                    LiveResource failed = stack.resources().get(logicalId);
                    ResourceDeclaration old = rollback.before().get(logicalId).declaration();
                    steps.update(stack, failed, old, new Cancellation(), succeeded -> {
                        if (succeeded) {
                            left.remove(logicalId);
                        }
                        done.accept(succeeded);
                    });
                },
                undone -> {
                    if (undone) {
                        stack.leave(Optional.empty());
                        cleanUp(stack, rollback, then);
                    } else {
                        stack.leave(Optional.of(rollback.withLeft(left)));
                        then.accept(events.become(stack, StackStatus.UPDATE_ROLLBACK_FAILED, ""));
                    }
                });
    }

    private void cleanUp(Stack stack, UnfinishedRollback rollback, Consumer<StackStatus> then) {
        events.become(stack, StackStatus.UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS, "");
        CleanUp.Leftovers leftovers = new CleanUp.Leftovers();
        rollback.updated().keySet().stream()
                .filter(logicalId -> !rollback.before().containsKey(logicalId))
                .forEach(stack::remove);
        rollback.before().values().forEach(resource -> leftovers.addUnlessHeld(stack, resource));
        rollback.updated().values().forEach(resource -> leftovers.addUnlessHeld(stack, resource));
        cleanUp.delete(
                stack,
                leftovers,
                reason -> then.accept(events.become(stack, StackStatus.UPDATE_ROLLBACK_COMPLETE, reason)));
    }
}
