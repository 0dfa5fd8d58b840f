package io.github.streamingimage.emulator.cloudformation;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** Writes the events of custom resource requests, with the fields that real ones have. */
final class RequestEvents {

    private static final JsonMapper JSON = new JsonMapper();

    private final FunctionArn function;

    RequestEvents(FunctionArn function) {
        this.function = function;
    }

    /**
     * The event of a request.
     *
     * @param before the resource as it is, for Update and Delete
     */
    ObjectNode event(
            RequestType type,
            Stack stack,
            String logicalId,
            String requestId,
            PresignedUrl url,
            CustomResource declaration,
            Optional<LiveResource> before) {
        ObjectNode event = JSON.createObjectNode()
                .put("RequestType", type.wireName())
                .put("ServiceToken", function.value())
                .put("ResponseURL", url.reveal())
                .put("StackId", stack.id())
                .put("RequestId", requestId)
                .put("LogicalResourceId", logicalId);
        before.ifPresent(resource -> event.put("PhysicalResourceId", resource.physicalId()));
        event.put("ResourceType", declaration.resourceType());
        event.set("ResourceProperties", properties(declaration));
        if (type == RequestType.UPDATE) {
            before.map(LiveResource::declaration)
                    .ifPresent(old -> event.set("OldResourceProperties", properties((CustomResource) old)));
        }
        return event;
    }

    private ObjectNode properties(CustomResource declaration) {
        ObjectNode properties = JSON.createObjectNode().put("ServiceToken", function.value());
        for (Map.Entry<String, Object> property : declaration.properties().entrySet()) {
            properties.set(property.getKey(), JSON.valueToTree(property.getValue()));
        }
        return properties;
    }
}
