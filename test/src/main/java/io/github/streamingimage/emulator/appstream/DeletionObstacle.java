package io.github.streamingimage.emulator.appstream;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that makes DeleteImage fail.
 *
 * @param lasts how long it stands in the way, from the image's beginning; empty for ever
 * @param isSharing whether it is that the image is shared with other accounts, which the image also says
 */
public record DeletionObstacle(Optional<Duration> lasts, AppStreamError error, String message, boolean isSharing) {
    public DeletionObstacle {
        Objects.requireNonNull(lasts, "lasts");
        Objects.requireNonNull(error, "error");
        Objects.requireNonNull(message, "message");
    }

    boolean stands(Duration age) {
        return lasts.map(known -> age.compareTo(known) < 0).orElse(true);
    }
}
