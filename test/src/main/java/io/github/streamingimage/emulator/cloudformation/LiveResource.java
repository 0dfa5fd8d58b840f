package io.github.streamingimage.emulator.cloudformation;

import java.util.Map;

/**
 * A resource that exists, or whose creation was at least tried.
 *
 * @param declaration as it was last created or updated
 * @param physicalId never empty
 * @param data the attributes of the last successful response
 */
public record LiveResource(
        String logicalId, ResourceDeclaration declaration, String physicalId, Map<String, Object> data) {

    public LiveResource {
        if (physicalId.isEmpty()) {
            throw new IllegalArgumentException("physicalId: must not be empty");
        }
        data = Map.copyOf(data);
    }

    LiveResource declaredAs(ResourceDeclaration other) {
        return new LiveResource(logicalId, other, physicalId, data);
    }
}
