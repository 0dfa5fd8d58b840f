package io.github.streamingimage.emulator.appstream;

import io.github.streamingimage.emulator.service.ImageCondition;
import java.time.Instant;
import java.util.Objects;

/**
 * An image as a response shows it.
 *
 * @param isSharedWithOthers whether this account shares it with others
 */
public record ListedImage(
        String name,
        String arn,
        Visibility visibility,
        Instant createdTime,
        boolean isSharedWithOthers,
        ImageCondition condition) {
    public ListedImage {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(arn, "arn");
        Objects.requireNonNull(visibility, "visibility");
        Objects.requireNonNull(createdTime, "createdTime");
        Objects.requireNonNull(condition, "condition");
    }
}
