package io.github.streamingimage.emulator.cloudformation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The clean-up after an update or its rollback: what the stack no longer holds is deleted, or forgotten after three tries. */
final class CleanUp {

    private static final int TRIES = 3;

    /** Resources, by physical id, that were part of a stack and may be no longer. */
    static final class Leftovers {

        private final Map<String, LiveResource> byPhysicalId = new LinkedHashMap<>();

        /** Adds a resource, unless the stack still holds its physical id under the same logical id. */
        void addUnlessHeld(Stack stack, LiveResource resource) {
            LiveResource held = stack.resources().get(resource.logicalId());
            if (held == null || !held.physicalId().equals(resource.physicalId())) {
                byPhysicalId.put(resource.physicalId(), resource);
            }
        }
    }

    private final ResourceSteps steps;
    private final DependencyWalk walk;

    CleanUp(ResourceSteps steps, DependencyWalk walk) {
        this.steps = steps;
        this.walk = walk;
    }

    /** Deletes leftovers, dependants first, and gives the reason for the stack's status, which is never a failure. */
    String delete(Stack stack, Leftovers leftovers) {
        Map<String, List<LiveResource>> byLogicalId = new LinkedHashMap<>();
        leftovers
                .byPhysicalId
                .values()
                .forEach(resource -> byLogicalId
                        .computeIfAbsent(resource.logicalId(), logicalId -> new ArrayList<>())
                        .add(resource));
        List<LiveResource> forgotten = new ArrayList<>();
        walk.walk(dependenciesOf(leftovers.byPhysicalId.values()).reversed(), logicalId -> {
            for (LiveResource resource : byLogicalId.get(logicalId)) {
                if (!deletedInTime(stack, resource)) {
                    synchronized (forgotten) {
                        forgotten.add(resource);
                    }
                }
            }
            return true;
        });
        return forgotten.isEmpty() ? "" : "Update successful. One or more resources could not be deleted.";
    }

    Dependencies dependenciesOf(Collection<LiveResource> resources) {
        Map<String, ResourceDeclaration> declarations = new LinkedHashMap<>();
        resources.forEach(resource -> declarations.put(resource.logicalId(), resource.declaration()));
        return Dependencies.among(declarations);
    }

    private boolean deletedInTime(Stack stack, LiveResource resource) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            if (steps.delete(stack, resource)) {
                return true;
            }
        }
        return false;
    }
}
