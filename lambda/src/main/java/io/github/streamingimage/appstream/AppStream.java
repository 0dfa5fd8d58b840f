package io.github.streamingimage.appstream;

import io.github.streamingimage.aws.AwsApi;
import io.github.streamingimage.aws.ServiceName;
import io.github.streamingimage.customresource.RequiredProperty;
import io.github.streamingimage.deletion.ImageService;
import io.github.streamingimage.deletion.StreamingImage;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The images of AppStream 2.0. A PhysicalResourceId is {@code ImageName|CreatedTime}, the time in ISO 8601, in UTC and whole seconds:
 * names are used again, and an image is only itself.
 */
public final class AppStream implements ImageService {

    /** AppStream 2.0, by the names that AWS gives it. */
    public static final ServiceName SERVICE = new ServiceName("appstream2", "appstream", "AWS_ENDPOINT_URL_APPSTREAM");

    private static final String NAME_FORM = "[a-zA-Z0-9][a-zA-Z0-9_.-]{0,100}";
    private static final RequiredProperty IMAGE_NAME = new RequiredProperty(
            "ImageName",
            Pattern.compile(NAME_FORM),
            "1 to 101 letters, digits, hyphens, underscores or periods, of which the first is a letter or a digit");
    private static final Pattern PHYSICAL_RESOURCE_ID =
            Pattern.compile("(" + NAME_FORM + ")\\|(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ)");

    /** Properties that the other resource of this project has, for whoever takes one for the other. */
    private static final List<String> MISPLACED = List.of("StudioId", "StreamingImageId", "OnServiceRetired");

    private final AwsApi api;

    public AppStream(AwsApi api) {
        this.api = api;
    }

    @Override
    public List<String> propertyNames() {
        return List.of(IMAGE_NAME.name());
    }

    @Override
    public Optional<String> problem(Map<String, Object> properties) {
        return IMAGE_NAME
                .problem(properties)
                .map(problem ->
                        problem + RequiredProperty.misplaced(properties, MISPLACED, "Custom::StreamingImageDeletion"));
    }

    @Override
    public StreamingImage declared(Map<String, Object> properties, String stackId) {
        return new AppStreamImage(api, (String) properties.get(IMAGE_NAME.name()), Optional.empty(), stackId);
    }

    @Override
    public Optional<StreamingImage> identified(String physicalResourceId) {
        Matcher id = PHYSICAL_RESOURCE_ID.matcher(physicalResourceId);
        try {
            return id.matches()
                    ? Optional.<StreamingImage>of(
                                    new AppStreamImage(api, id.group(1), Optional.of(Instant.parse(id.group(2))), ""))
                            // Leap seconds and 24:00 are read, and never written.
                            .filter(image -> image.physicalResourceId().equals(physicalResourceId))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
