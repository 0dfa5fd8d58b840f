package io.github.streamingimage.emulator.nimblestudio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where a request goes by method and path, with the ids decoded from the path. */
record Route(Operation operation, String studioId, Optional<String> streamingImageId) {
    private static final int COLLECTION = 5;

    /** Empty when no operation has this method and path. */
    static Optional<Route> find(String method, String rawPath) {
        List<String> parts =
                Arrays.stream(rawPath.split("/", -1)).map(Route::decode).toList();
        boolean isImage = parts.size() == COLLECTION + 1;
        if (parts.size() != COLLECTION && !isImage
                || !parts.subList(0, 3).equals(List.of("", "2020-08-01", "studios"))
                || !parts.get(4).equals("streaming-images")) {
            return Optional.empty();
        }
        return Arrays.stream(Operation.values())
                .filter(operation -> operation.method().equals(method) && operation.namesAnImage() == isImage)
                .findFirst()
                .map(operation -> new Route(
                        operation, parts.get(3), isImage ? Optional.of(parts.get(COLLECTION)) : Optional.empty()));
    }

    /** In a path, unlike in a form, a plus sign is a plus sign. */
    private static String decode(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), UTF_8);
    }
}
