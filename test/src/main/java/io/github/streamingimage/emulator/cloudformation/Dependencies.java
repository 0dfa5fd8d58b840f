package io.github.streamingimage.emulator.cloudformation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which resources come after which: a graph without cycles or loose ends.
 *
 * @param after for each logical id those that come before it
 */
record Dependencies(Map<String, Set<String>> after) {

    Dependencies {
        after = new LinkedHashMap<>(after);
        for (Map.Entry<String, Set<String>> entry : after.entrySet()) {
            for (String dependency : entry.getValue()) {
                if (!after.containsKey(dependency)) {
                    throw new IllegalArgumentException(
                            "DependsOn: " + entry.getKey() + " depends on " + dependency + ", which is not declared");
                }
            }
        }
        inOrder(after);
    }

    /** The dependencies among these resources; what they depend on beyond that is left out. */
    static Dependencies among(Map<String, ResourceDeclaration> resources) {
        Map<String, Set<String>> after = new LinkedHashMap<>();
        resources.forEach((logicalId, declaration) -> {
            Set<String> dependsOn = new HashSet<>(declaration.dependsOn());
            dependsOn.retainAll(resources.keySet());
            after.put(logicalId, dependsOn);
        });
        return new Dependencies(after);
    }

    /** The same graph, last things first. */
    Dependencies reversed() {
        Map<String, Set<String>> reversed = new LinkedHashMap<>();
        after.keySet().forEach(logicalId -> reversed.put(logicalId, new HashSet<>()));
        after.forEach((logicalId, before) ->
                before.forEach(dependency -> reversed.get(dependency).add(logicalId)));
        return new Dependencies(reversed);
    }

    /** All logical ids, each after those that it depends on. */
    List<String> inOrder() {
        return inOrder(after);
    }

    private static List<String> inOrder(Map<String, Set<String>> after) {
        Map<String, Set<String>> left = new HashMap<>(after);
        List<String> order = new ArrayList<>();
        while (order.size() < after.size()) {
            List<String> next = after.keySet().stream()
                    .filter(left::containsKey)
                    .filter(logicalId -> order.containsAll(left.get(logicalId)))
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalArgumentException("DependsOn: circular dependency among " + left.keySet());
            }
            order.addAll(next);
            next.forEach(left::remove);
        }
        return order;
    }
}
