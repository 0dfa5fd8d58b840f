package io.github.streamingimage.emulator.cloudformation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The clean-up after an update or its rollback: what the stack no longer holds is deleted, or forgotten after three tries. */
final class CleanUp {

    private static final int TRIES = 3;

    private final ResourceSteps steps;

    /** Resources that were part of a stack and may be no longer, each once. */
    static final class Leftovers {

        private final Map<List<String>, LiveResource> resources = new LinkedHashMap<>();

        /** Adds a resource, unless the stack still holds its physical id under the same logical id. */
        void addUnlessHeld(Stack stack, LiveResource resource) {
            LiveResource held = stack.resources().get(resource.logicalId());
            if (held == null || !held.physicalId().equals(resource.physicalId())) {
                resources.put(List.of(resource.logicalId(), resource.physicalId()), resource);
            }
        }
    }

    CleanUp(ResourceSteps steps) {
        this.steps = steps;
    }

    /** Deletes leftovers, dependants first; gives the reason for the stack's status, which is never a failure. */
    void delete(Stack stack, Leftovers leftovers, Consumer<String> then) {
        delete(stack, leftovers.resources.values(), TRIES, then);
    }

    private void delete(Stack stack, Collection<LiveResource> leftovers, int tries, Consumer<String> then) {
        Set<LiveResource> failed = new HashSet<>();
        Map<String, List<LiveResource>> byLogicalId = new LinkedHashMap<>();
        leftovers.forEach(resource -> byLogicalId
                .computeIfAbsent(resource.logicalId(), logicalId -> new ArrayList<>())
                .add(resource));
        DependencyWalk.walk(
                dependenciesOf(leftovers).reversed(),
                (logicalId, done) -> deleteOneByOne(stack, byLogicalId.get(logicalId), 0, failed, done),
                walked -> {
                    if (failed.isEmpty()) {
                        then.accept("");
                    } else if (tries == 1) {
                        then.accept("Update successful. One or more resources could not be deleted.");
                    } else {
                        List<LiveResource> left =
                                leftovers.stream().filter(failed::contains).toList();
                        delete(stack, left, tries - 1, then);
                    }
                });
    }

    private void deleteOneByOne(
            Stack stack, List<LiveResource> resources, int index, Set<LiveResource> failed, Consumer<Boolean> done) {
        if (index == resources.size()) {
            done.accept(true);
            return;
        }
        LiveResource resource = resources.get(index);
        steps.delete(stack, resource, succeeded -> {
            if (!succeeded) {
                failed.add(resource);
            }
            deleteOneByOne(stack, resources, index + 1, failed, done);
        });
    }

    static Dependencies dependenciesOf(Collection<LiveResource> resources) {
        Map<String, ResourceDeclaration> declarations = new LinkedHashMap<>();
        resources.forEach(resource -> declarations.put(resource.logicalId(), resource.declaration()));
        return Dependencies.among(declarations);
    }
}
