package io.github.streamingimage.emulator.nimblestudio;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * The condition in which an image starts, and what becomes of it by itself.
 *
 * @param lasts how long the image stays in its first condition; empty for ever
 * @param settled what follows; an image that starts DELETE_IN_PROGRESS ends as its {@link DeletionScript} says instead
 */
public record Beginning(Condition condition, Optional<Duration> lasts, ImageState settled) {
    public Beginning {
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(settled, "settled");
        if (lasts.filter(Duration::isNegative).isPresent()) {
            throw new IllegalArgumentException("lasts must not be negative: " + lasts);
        }
    }

    static Beginning as(Condition condition) {
        return new Beginning(condition, Optional.empty(), ImageState.READY);
    }
}
