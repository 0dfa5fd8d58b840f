package io.github.streamingimage.emulator.nimblestudio;

import io.github.streamingimage.emulator.service.ImageCondition;
import java.util.Map;
import java.util.Objects;

/**
 * An image as a response shows it: a snapshot of all that the API tells about one.
 *
 * @param owner the studio's id, or {@code AMAZON}
 */
public record ShownImage(
        String streamingImageId,
        String arn,
        String name,
        String description,
        String ec2ImageId,
        String owner,
        String platform,
        String keyArn,
        Map<String, String> tags,
        ImageCondition condition) {

    /** The owner of the images that Nimble Studio provides. */
    public static final String AMAZON = "AMAZON";

    public ShownImage {
        Objects.requireNonNull(condition, "condition");
        tags = Map.copyOf(tags);
    }
}
