package io.github.streamingimage.emulator.cloudformation;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Does something with each resource as soon as it was done with everything that comes before, independent ones at the same time. */
final class DependencyWalk {

    private final Dependencies dependencies;
    private final Action action;
    private final Consumer<Boolean> then;
    private final Set<String> left;
    private final Map<String, Boolean> visited = new LinkedHashMap<>();
    private boolean proceeding;

    /** What is done with a resource. */
    @FunctionalInterface
    interface Action {
        /** @param done is to be told once whether it succeeded, now or later */
        void act(String logicalId, Consumer<Boolean> done);
    }

    private DependencyWalk(Dependencies dependencies, Action action, Consumer<Boolean> then) {
        this.dependencies = dependencies;
        this.action = action;
        this.then = then;
        this.left = new LinkedHashSet<>(dependencies.inOrder());
    }

    /**
     * Walks a graph to its end.
     *
     * @param action is not taken on what comes after a failure
     * @param then is told at the end whether every action was taken and succeeded
     */
    static void walk(Dependencies dependencies, Action action, Consumer<Boolean> then) {
        new DependencyWalk(dependencies, action, then).proceed();
    }

    private void proceed() {
        // An action may be done at once, in the middle of the loop below, which then goes on.
        if (proceeding) {
            return;
        }
        proceeding = true;
        for (List<String> next = ready(); !next.isEmpty(); next = ready()) {
            next.forEach(left::remove);
            next.forEach(this::visit);
        }
        proceeding = false;
        if (visited.size() == dependencies.after().size()) {
            then.accept(visited.values().stream().allMatch(succeeded -> succeeded));
        }
    }

    private List<String> ready() {
        return left.stream()
                .filter(logicalId -> visited.keySet().containsAll(before(logicalId)))
                .toList();
    }

    private void visit(String logicalId) {
        if (before(logicalId).stream().allMatch(visited::get)) {
            action.act(logicalId, succeeded -> visited(logicalId, succeeded));
        } else {
            visited(logicalId, false);
        }
    }

    private void visited(String logicalId, boolean succeeded) {
        visited.put(logicalId, succeeded);
        proceed();
    }

    private Set<String> before(String logicalId) {
        return dependencies.after().get(logicalId);
    }
}
