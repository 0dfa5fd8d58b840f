package io.github.streamingimage.emulator.nimblestudio;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.streamingimage.emulator.service.ServiceOutcome;
import io.github.streamingimage.emulator.service.ServiceOutcome.Refused;
import io.github.streamingimage.emulator.service.ServiceOutcome.Shown;
import java.util.Map;

/** The JSON of responses, as the API's model lays it down; an image is written with every field that it can have. */
final class WireFormat {
    private static final ObjectMapper JSON = new ObjectMapper();

    private WireFormat() {}

    static ObjectNode write(Operation operation, ServiceOutcome<ShownImage> outcome) {
        if (outcome instanceof Refused<ShownImage> refused) {
            return error(refused);
        }
        Shown<ShownImage> shown = (Shown<ShownImage>) outcome;
        ObjectNode body = JSON.createObjectNode();
        if (operation == Operation.LIST) {
            ArrayNode images = body.putArray("streamingImages");
            shown.images().forEach(image -> images.add(image(image)));
            shown.nextToken().ifPresent(token -> body.put("nextToken", token));
        } else {
            body.set("streamingImage", image(shown.images().get(0)));
        }
        return body;
    }

    /** An error outside the API's model. */
    static ObjectNode message(String message) {
        return JSON.createObjectNode().put("message", message);
    }

    private static ObjectNode error(Refused<ShownImage> refused) {
        ObjectNode body = JSON.createObjectNode();
        body.put("code", refused.type().shape());
        body.set("context", texts(refused.context()));
        body.put("message", refused.message());
        return body;
    }

    private static ObjectNode image(ShownImage image) {
        ObjectNode json = JSON.createObjectNode();
        json.put("arn", image.arn());
        json.put("description", image.description());
        json.put("ec2ImageId", image.ec2ImageId());
        ObjectNode encryption = json.putObject("encryptionConfiguration");
        encryption.put("keyArn", image.keyArn());
        encryption.put("keyType", "CUSTOMER_MANAGED_KEY");
        json.putArray("eulaIds");
        json.put("name", image.name());
        json.put("owner", image.owner());
        json.put("platform", image.platform());
        json.put("state", image.condition().state());
        json.put("statusCode", image.condition().statusCode());
        json.put("statusMessage", image.condition().statusMessage());
        json.put("streamingImageId", image.streamingImageId());
        json.set("tags", texts(image.tags()));
        return json;
    }

    private static ObjectNode texts(Map<String, String> texts) {
        ObjectNode json = JSON.createObjectNode();
        texts.forEach(json::put);
        return json;
    }
}
