package io.github.streamingimage.emulator.cloudformation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A template: resources by logical id, 1 to 500 of them once it is deployed. Every DependsOn names a resource declared before.
 *
 * @param resources in the order of their declaration
 */
public record StackTemplate(Map<String, ResourceDeclaration> resources) {

    private static final int MOST_RESOURCES = 500;

    public StackTemplate {
        resources = Collections.unmodifiableMap(new LinkedHashMap<>(resources));
        if (resources.size() > MOST_RESOURCES) {
            throw new IllegalArgumentException("resources: at most " + MOST_RESOURCES);
        }
        resources.forEach((logicalId, declaration) -> {
            if (!logicalId.matches("[A-Za-z0-9]{1,255}")) {
                throw new IllegalArgumentException("logical id " + logicalId + ": must be 1 to 255 letters and digits");
            }
        });
        Map<String, Set<String>> after = new LinkedHashMap<>();
        resources.forEach((logicalId, declaration) -> after.put(logicalId, declaration.dependsOn()));
        new Dependencies(after);
    }

    /** A template with one resource. */
    public static StackTemplate of(String logicalId, ResourceDeclaration declaration) {
        return new StackTemplate(Map.of(logicalId, declaration));
    }

    /** The same template with one more resource, or another declaration of one. */
    public StackTemplate with(String logicalId, ResourceDeclaration declaration) {
        Map<String, ResourceDeclaration> more = new LinkedHashMap<>(resources);
        more.put(logicalId, declaration);
        return new StackTemplate(more);
    }

    /** The same template without a resource. */
    public StackTemplate without(String logicalId) {
        Map<String, ResourceDeclaration> fewer = new LinkedHashMap<>(resources);
        fewer.remove(logicalId);
        return new StackTemplate(fewer);
    }

    Dependencies dependencies() {
        return Dependencies.among(resources);
    }
}
