package io.github.streamingimage.nimble;

import io.github.streamingimage.aws.AwsApi;
import io.github.streamingimage.aws.ServiceName;
import io.github.streamingimage.customresource.RequiredProperty;
import io.github.streamingimage.deletion.ImageService;
import io.github.streamingimage.deletion.StreamingImage;
import java.util.List;
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

    private static final RequiredProperty STUDIO_ID = new RequiredProperty(
            "StudioId", Pattern.compile("[a-zA-Z0-9_-]{1,64}"), "1 to 64 letters, digits, hyphens or underscores");
    private static final RequiredProperty STREAMING_IMAGE_ID = new RequiredProperty(
            "StreamingImageId",
            Pattern.compile("[a-zA-Z0-9_-]{1,22}"),
            "1 to 22 letters, digits, hyphens or underscores");

    /** The property that the other resource of this project has, for whoever takes one for the other. */
    private static final List<String> MISPLACED = List.of("ImageName");

    private static final char SEPARATOR = '|';

    private final AwsApi api;

    public NimbleStudio(AwsApi api) {
        this.api = api;
    }

    @Override
    public List<String> propertyNames() {
        return List.of(STUDIO_ID.name(), STREAMING_IMAGE_ID.name(), "OnServiceRetired");
    }

    @Override
    public Optional<String> problem(Map<String, Object> properties) {
        return STUDIO_ID
                .problem(properties)
                .or(() -> STREAMING_IMAGE_ID.problem(properties))
                .map(problem ->
                        problem + RequiredProperty.misplaced(properties, MISPLACED, "Custom::AppStreamImageDeletion"));
    }

    @Override
    public StreamingImage declared(Map<String, Object> properties, String stackId) {
        return new NimbleImage(
                api,
                (String) properties.get(STUDIO_ID.name()),
                (String) properties.get(STREAMING_IMAGE_ID.name()),
                stackId);
    }

    @Override
    public Optional<StreamingImage> identified(String physicalResourceId) {
        int separator = physicalResourceId.indexOf(SEPARATOR);
        if (separator < 0) {
            return Optional.empty();
        }
        String studioId = physicalResourceId.substring(0, separator);
        String streamingImageId = physicalResourceId.substring(separator + 1);
        return STUDIO_ID.form().matcher(studioId).matches()
                        && STREAMING_IMAGE_ID.form().matcher(streamingImageId).matches()
                ? Optional.of(new NimbleImage(api, studioId, streamingImageId, ""))
                : Optional.empty();
    }
}
