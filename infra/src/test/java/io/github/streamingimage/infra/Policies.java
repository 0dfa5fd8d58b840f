package io.github.streamingimage.infra;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awscdk.Stack;

/**
 * The policies of a template.
 *
 * @param statements the statements by the logical id of their policy
 */
record Policies(Map<String, List<Map<?, ?>>> statements) {

    static Policies of(Stack stack) {
        return new Policies(Fixture.template(stack).findResources("AWS::IAM::Policy").entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, policy -> statements(policy.getValue()))));
    }

    private static List<Map<?, ?>> statements(Map<?, ?> policy) {
        Map<?, ?> properties = (Map<?, ?>) policy.get("Properties");
        Map<?, ?> document = (Map<?, ?>) properties.get("PolicyDocument");
        List<Map<?, ?>> statements = new ArrayList<>();
        ((Collection<?>) document.get("Statement")).forEach(each -> statements.add((Map<?, ?>) each));
        return statements;
    }

    /** The statements of the one policy whose logical id contains this. */
    List<Map<?, ?>> of(String part) {
        List<String> ids =
                statements.keySet().stream().filter(id -> id.contains(part)).toList();
        if (ids.size() != 1) {
            throw new AssertionError("not one policy with " + part + " but " + ids);
        }
        return statements.get(ids.get(0));
    }

    Set<String> actions() {
        Set<String> actions = new TreeSet<>();
        statements.values().forEach(each -> each.forEach(statement -> actions.addAll(actions(statement))));
        return actions;
    }

    static List<String> actions(Map<?, ?> statement) {
        return statement.get("Action") instanceof Collection<?> several
                ? several.stream().map(String.class::cast).toList()
                : List.of((String) statement.get("Action"));
    }

    static Map<?, ?> withAction(List<Map<?, ?>> statements, String action) {
        Stream<Map<?, ?>> matching =
                statements.stream().filter(each -> actions(each).contains(action));
        return matching.collect(Collectors.collectingAndThen(Collectors.toList(), found -> {
            if (found.size() != 1) {
                throw new AssertionError("not one statement with " + action + " but " + found);
            }
            return found.get(0);
        }));
    }
}
