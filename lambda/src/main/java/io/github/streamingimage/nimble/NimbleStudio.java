package io.github.streamingimage.nimble;

import io.github.streamingimage.aws.AwsApi;
import io.github.streamingimage.aws.ServiceName;
import io.github.streamingimage.deletion.ImageService;
import io.github.streamingimage.deletion.StreamingImage;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The streaming images of Nimble Studio. A PhysicalResourceId is {@code StudioId|StreamingImageId}, the compound identifier of
 * CloudFormation's own type for streaming images. Both parts are well-formed, so a text has at most one reading.
 */
public final class NimbleStudio implements ImageService {

    /** Nimble Studio, by the names that AWS gives it. */
    public static final ServiceName SERVICE = new ServiceName("nimble", "nimble", "AWS_ENDPOINT_URL_NIMBLE");

    private static final String STUDIO_ID = "StudioId";
    private static final String STREAMING_IMAGE_ID = "StreamingImageId";
    private static final Pattern STUDIO_ID_FORM = Pattern.compile("[a-zA-Z0-9_-]{1,64}");
    private static final Pattern STREAMING_IMAGE_ID_FORM = Pattern.compile("[a-zA-Z0-9_-]{1,22}");
    private static final char SEPARATOR = '|';

    private final AwsApi api;

    public NimbleStudio(AwsApi api) {
        this.api = api;
    }

    @Override
    public Optional<String> problem(Map<String, Object> properties) {
        return problem(properties, STUDIO_ID, STUDIO_ID_FORM, "1 to 64")
                .or(() -> problem(properties, STREAMING_IMAGE_ID, STREAMING_IMAGE_ID_FORM, "1 to 22"));
    }

    @Override
    public StreamingImage declared(Map<String, Object> properties, String stackId) {
        return new NimbleImage(
                api, (String) properties.get(STUDIO_ID), (String) properties.get(STREAMING_IMAGE_ID), stackId);
    }

    @Override
    public Optional<StreamingImage> identified(String physicalResourceId) {
        int separator = physicalResourceId.indexOf(SEPARATOR);
        if (separator < 0) {
            return Optional.empty();
        }
        String studioId = physicalResourceId.substring(0, separator);
        String streamingImageId = physicalResourceId.substring(separator + 1);
        return STUDIO_ID_FORM.matcher(studioId).matches()
                        && STREAMING_IMAGE_ID_FORM.matcher(streamingImageId).matches()
                ? Optional.of(new NimbleImage(api, studioId, streamingImageId, ""))
                : Optional.empty();
    }

    private static Optional<String> problem(
            Map<String, Object> properties, String property, Pattern form, String length) {
        Object value = properties.get(property);
        if (value == null) {
            return Optional.of("Property " + property + " is missing.");
        }
        return value instanceof String text && form.matcher(text).matches()
                ? Optional.empty()
                : Optional.of(
                        "Property " + property + " is not " + length + " letters, digits, hyphens or underscores.");
    }
}
