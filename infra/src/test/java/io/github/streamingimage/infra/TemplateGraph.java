package io.github.streamingimage.infra;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awscdk.assertions.Template;

/**
 * Which resources of a template depend on which, as CloudFormation sees it: by {@code Ref}, {@code Fn::GetAtt}, {@code
 * Fn::Sub} and {@code DependsOn}.
 *
 * @param types the resources' types by logical id
 * @param direct what each resource names
 */
record TemplateGraph(Map<String, String> types, Map<String, Set<String>> direct) {
    private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{([A-Za-z0-9]+)[.}]");

    static TemplateGraph of(Template template) {
        return of((Map<?, ?>) template.toJSON().get("Resources"));
    }

    static TemplateGraph of(Map<?, ?> resources) {
        Map<String, String> types = new LinkedHashMap<>();
        Map<String, Set<String>> direct = new LinkedHashMap<>();
        resources.forEach((id, resource) -> {
            types.put((String) id, (String) ((Map<?, ?>) resource).get("Type"));
            Set<String> named = new LinkedHashSet<>();
            collect(resource, named);
            named.retainAll(resources.keySet());
            direct.put((String) id, named);
        });
        return new TemplateGraph(types, direct);
    }

    /** What is there before the resource and still there when it is deleted; itself only if it is in a circle. */
    Set<String> dependenciesOf(String logicalId) {
        Set<String> reached = new TreeSet<>();
        List<String> open = new ArrayList<>(direct.get(logicalId));
        while (!open.isEmpty()) {
            String next = open.remove(open.size() - 1);
            if (reached.add(next)) {
                open.addAll(direct.get(next));
            }
        }
        return reached;
    }

    Set<String> ofType(String type) {
        Set<String> ids = new TreeSet<>(types.keySet());
        ids.removeIf(id -> !types.get(id).equals(type));
        return ids;
    }

    Set<String> allBut(Collection<String> logicalIds) {
        Set<String> ids = new TreeSet<>(types.keySet());
        ids.removeAll(logicalIds);
        return ids;
    }

    private static void collect(Object value, Set<String> named) {
        if (value instanceof Collection<?> values) {
            values.forEach(each -> collect(each, named));
        } else if (value instanceof Map<?, ?> object) {
            object.forEach((key, member) -> {
                switch ((String) key) {
                    case "Ref", "DependsOn" -> strings(member, named);
                    case "Fn::GetAtt" ->
                        named.add(
                                member instanceof List<?> path
                                        ? (String) path.get(0)
                                        : ((String) member).split("\\.", 2)[0]);
                    case "Fn::Sub" -> substitutions(member, named);
                    default -> collect(member, named);
                }
            });
        }
    }

    private static void strings(Object value, Set<String> named) {
        if (value instanceof Collection<?> values) {
            values.forEach(each -> named.add((String) each));
        } else {
            named.add((String) value);
        }
    }

    private static void substitutions(Object value, Set<String> named) {
        Object text = value instanceof List<?> pair ? pair.get(0) : value;
        Matcher matcher = SUBSTITUTION.matcher((String) text);
        while (matcher.find()) {
            named.add(matcher.group(1));
        }
        if (value instanceof List<?> pair) {
            collect(pair.get(1), named);
        }
    }
}
