package io.github.streamingimage.emulator.service;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * The condition in which an image starts, and what becomes of it by itself.
 *
 * @param lasts how long the image stays in its first condition; empty for ever
 * @param settled what follows; an image that starts with its deletion ends as its {@link DeletionScript} says instead
 */
public record Beginning(ImageCondition condition, Optional<Duration> lasts, ImageCondition settled) {
    public Beginning {
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(settled, "settled");
        if (lasts.filter(Duration::isNegative).isPresent()) {
            throw new IllegalArgumentException("lasts must not be negative: " + lasts);
        }
    }

    /** In one condition for ever. */
    public static Beginning as(ImageCondition condition) {
        return new Beginning(condition, Optional.empty(), condition);
    }
}
