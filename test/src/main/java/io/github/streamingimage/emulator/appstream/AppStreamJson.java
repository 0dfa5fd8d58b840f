package io.github.streamingimage.emulator.appstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.streamingimage.emulator.service.ServiceOutcome.Shown;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The JSON of requests and responses, as the API's model lays it down. */
final class AppStreamJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private AppStreamJson() {}

    /** Empty when a field has the wrong type. */
    static Optional<AppStreamCall> read(AppStreamOperation operation, JsonNode body) {
        JsonNode max = body.path("MaxResults");
        boolean isReadable =
                Stream.of("Name", "Type", "NextToken").map(body::path).allMatch(AppStreamJson::isText)
                        && Stream.of("Names", "Arns").map(body::path).allMatch(AppStreamJson::isTexts)
                        && (isAbsent(max) || max.canConvertToExactIntegral());
        if (!isReadable) {
            return Optional.empty();
        }
        return Optional.of(
                switch (operation) {
                    case DELETE_IMAGE -> new AppStreamCall.Delete(text(body, "Name"));
                    case DESCRIBE_IMAGES ->
                        new AppStreamCall.Describe(
                                texts(body.path("Names")),
                                texts(body.path("Arns")),
                                text(body, "Type"),
                                text(body, "NextToken"),
                                isAbsent(max) ? Optional.empty() : Optional.of(max.asInt()));
                });
    }

    static ObjectNode write(AppStreamOperation operation, Shown<ListedImage> shown) {
        ObjectNode body = JSON.createObjectNode();
        if (operation == AppStreamOperation.DELETE_IMAGE) {
            body.set("Image", image(shown.images().get(0)));
        } else {
            ArrayNode images = body.putArray("Images");
            shown.images().forEach(image -> images.add(image(image)));
            shown.nextToken().ifPresent(token -> body.put("NextToken", token));
        }
        return body;
    }

    private static ObjectNode image(ListedImage image) {
        ObjectNode json = JSON.createObjectNode();
        json.put("Name", image.name());
        json.put("Arn", image.arn());
        json.put(
                "BaseImageArn",
                image.arn().replaceFirst(":\\d*:image/.*", "::image/AppStream-WinServer2022-06-17-2024"));
        json.put("DisplayName", image.name());
        json.put("Description", "");
        json.put("State", image.condition().state());
        json.put("Visibility", image.visibility().name());
        json.put("ImageBuilderSupported", false);
        json.put("Platform", "WINDOWS_SERVER_2022");
        if (!image.condition().statusCode().isEmpty()) {
            json.putObject("StateChangeReason")
                    .put("Code", image.condition().statusCode())
                    .put("Message", image.condition().statusMessage());
        }
        json.putArray("Applications");
        json.put("CreatedTime", seconds(image.createdTime()));
        json.put("AppstreamAgentVersion", "06-17-2024");
        json.putObject("ImagePermissions").put("allowFleet", true).put("allowImageBuilder", true);
        json.putArray("ImageErrors");
        json.put("ImageSharedWithOthers", image.isSharedWithOthers() ? "TRUE" : "FALSE");
        json.put("ImageType", "CUSTOM");
        return json;
    }

    private static BigDecimal seconds(Instant instant) {
        return BigDecimal.valueOf(instant.toEpochMilli(), 3);
    }

    private static boolean isAbsent(JsonNode field) {
        return field.isMissingNode() || field.isNull();
    }

    private static boolean isText(JsonNode field) {
        return isAbsent(field) || field.isTextual();
    }

    private static boolean isTexts(JsonNode field) {
        return isAbsent(field) || field.isArray() && elements(field).stream().allMatch(JsonNode::isTextual);
    }

    private static Optional<String> text(JsonNode body, String field) {
        return Optional.ofNullable(body.path(field).textValue());
    }

    private static List<String> texts(JsonNode array) {
        return elements(array).stream().map(JsonNode::textValue).toList();
    }

    private static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
