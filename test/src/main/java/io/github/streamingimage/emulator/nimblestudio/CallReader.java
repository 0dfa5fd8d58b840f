package io.github.streamingimage.emulator.nimblestudio;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.streamingimage.emulator.sigv4.ReceivedRequest;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Makes a call of a request whose route is known. */
final class CallReader {
    private CallReader() {}

    /** Empty without a body when the operation wants one. */
    static Optional<Call> read(Route route, ReceivedRequest request, Optional<JsonNode> body) {
        Optional<String> token = request.header("X-Amz-Client-Token");
        String studioId = route.studioId();
        String imageId = route.streamingImageId().orElse("");
        return switch (route.operation()) {
            case GET -> Optional.of(new Call.Get(studioId, imageId));
            case DELETE -> Optional.of(new Call.Delete(studioId, imageId, token));
            case LIST ->
                Optional.of(new Call.ListAll(
                        studioId, parameter(request.rawQuery(), "owner"), parameter(request.rawQuery(), "nextToken")));
            case CREATE ->
                body.map(fields -> new Call.Create(
                        studioId,
                        token,
                        text(fields, "ec2ImageId"),
                        text(fields, "name"),
                        text(fields, "description"),
                        texts(fields.path("tags"))));
            case UPDATE ->
                body.map(fields ->
                        new Call.Update(studioId, imageId, token, text(fields, "name"), text(fields, "description")));
        };
    }

    private static Optional<String> text(JsonNode body, String field) {
        return Optional.ofNullable(body.path(field).textValue());
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new HashMap<>();
        object.properties()
                .forEach(property ->
                        texts.put(property.getKey(), property.getValue().asText()));
        return texts;
    }

    private static Optional<String> parameter(String rawQuery, String name) {
        return Arrays.stream(rawQuery.split("&"))
                .filter(parameter -> parameter.startsWith(name + "="))
                .map(parameter -> URLDecoder.decode(parameter.substring(name.length() + 1), UTF_8))
                .findFirst();
    }
}
