package io.github.streamingimage.infra;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import software.constructs.Node;

/**
 * The app's context values.
 *
 * @param streamingImage the image of Nimble Studio that an example declares, if it shall be deployed
 * @param imageName the image of AppStream that an example declares, if it shall be deployed
 * @param dashboard whether the providers have a dashboard
 */
record AppContext(Optional<StreamingImage> streamingImage, Optional<String> imageName, boolean dashboard) {
    private static final String DASHBOARD = "dashboard";
    private static final String STUDIO_ID = "studioId";
    private static final String STREAMING_IMAGE_ID = "streamingImageId";
    private static final String IMAGE_NAME = "imageName";

    /** One image of one studio, both valid. */
    record StreamingImage(String studioId, String streamingImageId) {}

    /** Reads the context; an {@link IllegalArgumentException} names the key that is wrong. */
    static AppContext of(Node node) {
        Optional<String> studioId = value(node, STUDIO_ID, StreamingImageDeletion.STUDIO_ID);
        Optional<String> streamingImageId = value(node, STREAMING_IMAGE_ID, StreamingImageDeletion.STREAMING_IMAGE_ID);
        if (studioId.isPresent() != streamingImageId.isPresent()) {
            String missing = studioId.isPresent() ? STREAMING_IMAGE_ID : STUDIO_ID;
            throw new IllegalArgumentException(
                    "the context value %s is missing: %s and %s are given together, or neither"
                            .formatted(missing, STUDIO_ID, STREAMING_IMAGE_ID));
        }
        return new AppContext(
                studioId.map(studio -> new StreamingImage(studio, streamingImageId.orElseThrow())),
                value(node, IMAGE_NAME, AppStreamImageDeletion.IMAGE_NAME),
                flag(node, DASHBOARD));
    }

    /** A string from the command line, a boolean from a file. */
    private static boolean flag(Node node, String key) {
        Object value = node.tryGetContext(key);
        if (value != null && !List.of("true", "false").contains(value.toString())) {
            throw new IllegalArgumentException(
                    "the context value %s must be true or false, but was '%s'".formatted(key, value));
        }
        return value != null && Boolean.parseBoolean(value.toString());
    }

    private static Optional<String> value(Node node, String key, Pattern allowed) {
        Object value = node.tryGetContext(key);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof String text) || !allowed.matcher(text).matches()) {
            throw new IllegalArgumentException("the context value %s must be a string that matches %s, but was '%s'"
                    .formatted(key, allowed.pattern(), value));
        }
        return Optional.of(text);
    }
}
