package io.github.streamingimage.deletion;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names one streaming image: the studio that holds it, and the image. Its text form, {@code StudioId|StreamingImageId}, is the
 * PhysicalResourceId of the resource, and the compound identifier that CloudFormation's own type for streaming images used.
 * Both parts are well-formed, so a text has at most one reading.
 *
 * @param studioId 1 to 64 characters of {@code [a-zA-Z0-9_-]}
 * @param streamingImageId 1 to 22 characters of {@code [a-zA-Z0-9_-]}
 */
public record ImageId(String studioId, String streamingImageId) {

    private static final Pattern STUDIO_ID = Pattern.compile("[a-zA-Z0-9_-]{1,64}");
    private static final Pattern STREAMING_IMAGE_ID = Pattern.compile("[a-zA-Z0-9_-]{1,22}");
    private static final char SEPARATOR = '|';

    public ImageId {
        if (!isStudioId(studioId)) {
            throw new IllegalArgumentException("studioId is malformed");
        }
        if (!isStreamingImageId(streamingImageId)) {
            throw new IllegalArgumentException("streamingImageId is malformed");
        }
    }

    /** The image that a PhysicalResourceId names, or nothing when it has another form and so belongs to no image. */
    public static Optional<ImageId> ofPhysicalResourceId(String physicalResourceId) {
        int separator = physicalResourceId.indexOf(SEPARATOR);
        if (separator < 0) {
            return Optional.empty();
        }
        String studioId = physicalResourceId.substring(0, separator);
        String streamingImageId = physicalResourceId.substring(separator + 1);
        return isStudioId(studioId) && isStreamingImageId(streamingImageId)
                ? Optional.of(new ImageId(studioId, streamingImageId))
                : Optional.empty();
    }

    public static boolean isStudioId(String text) {
        return STUDIO_ID.matcher(text).matches();
    }

    public static boolean isStreamingImageId(String text) {
        return STREAMING_IMAGE_ID.matcher(text).matches();
    }

    public String physicalResourceId() {
        return studioId + SEPARATOR + streamingImageId;
    }

    @Override
    public String toString() {
        return physicalResourceId();
    }
}
