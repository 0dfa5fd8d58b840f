package io.github.streamingimage.emulator.cloudformation;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * UpdateStack: what changed is updated, and what was replaced or removed is deleted in a clean-up afterwards. When something
 * fails, what was updated is updated back, and the clean-up deletes what the update had made.
 */
final class StackUpdate {

    private final ResourceSteps steps;
    private final DependencyWalk walk;
    private final StatusChanges statuses;
    private final CleanUp cleanUp;

    StackUpdate(ResourceSteps steps, DependencyWalk walk, StatusChanges statuses) {
        this.steps = steps;
        this.walk = walk;
        this.statuses = statuses;
        this.cleanUp = new CleanUp(steps, walk);
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

    StackStatus run(Stack stack, StackTemplate to) {
        statuses.announced(stack, "User Initiated");
        Map<String, LiveResource> before = stack.resources();
        Set<String> touched = ConcurrentHashMap.newKeySet();
        Set<String> failures = new ConcurrentSkipListSet<>();
        Cancellation failed = new Cancellation();
        boolean updated = walk.walk(to.dependencies(), logicalId -> {
            if (failed.isRequested()) {
                return false;
            }
            boolean succeeded =
                    apply(stack, Optional.ofNullable(before.get(logicalId)), logicalId, to, touched, failed);
            if (!succeeded) {
                failures.add(logicalId);
                failed.request();
            }
            return succeeded;
        });
        if (updated) {
            return complete(stack, before, to);
        }
        String reason = "The following resource(s) failed to update: " + failures + ". ";
        statuses.become(stack, StackStatus.UPDATE_ROLLBACK_IN_PROGRESS, reason);
        return rollBack(stack, before, touched);
    }

    private boolean apply(
            Stack stack,
            Optional<LiveResource> before,
            String logicalId,
            StackTemplate to,
            Set<String> touched,
            Cancellation cancellation) {
        ResourceDeclaration declaration = to.resources().get(logicalId);
        if (before.isEmpty()) {
            return steps.create(stack, logicalId, declaration, cancellation);
        }
        if (before.get().declaration().sameAs(declaration)) {
            return true;
        }
        touched.add(logicalId);
        return steps.update(stack, before.get(), declaration, cancellation);
    }

    private StackStatus complete(Stack stack, Map<String, LiveResource> before, StackTemplate to) {
        statuses.become(stack, StackStatus.UPDATE_COMPLETE_CLEANUP_IN_PROGRESS, "");
        CleanUp.Leftovers leftovers = new CleanUp.Leftovers();
        before.values().stream()
                .filter(resource -> !to.resources().containsKey(resource.logicalId()))
                .forEach(removed -> stack.remove(removed.logicalId()));
        before.values().forEach(resource -> leftovers.addUnlessHeld(stack, resource));
        stack.resources()
                .values()
                .forEach(
                        resource -> stack.put(resource.declaredAs(to.resources().get(resource.logicalId()))));
        return statuses.become(stack, StackStatus.UPDATE_COMPLETE, cleanUp.delete(stack, leftovers));
    }

    private StackStatus rollBack(Stack stack, Map<String, LiveResource> before, Set<String> touched) {

        Map<String, LiveResource> failed = stack.resources();
        boolean undone = walk.walk(
                cleanUp.dependenciesOf(before.values()),
                logicalId -> !touched.contains(logicalId)
                        || steps.update(
                                stack,
                                failed.get(logicalId),
                                before.get(logicalId).declaration(),
                                new Cancellation()));
        if (!undone) {
            return statuses.become(stack, StackStatus.UPDATE_ROLLBACK_FAILED, "");
        }
        statuses.become(stack, StackStatus.UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS, "");
        CleanUp.Leftovers leftovers = new CleanUp.Leftovers();
        failed.keySet().stream()
                .filter(logicalId -> !before.containsKey(logicalId))
                .forEach(stack::remove);
        before.values().forEach(resource -> leftovers.addUnlessHeld(stack, resource));
        failed.values().forEach(resource -> leftovers.addUnlessHeld(stack, resource));
        return statuses.become(stack, StackStatus.UPDATE_ROLLBACK_COMPLETE, cleanUp.delete(stack, leftovers));
    }
}
