package io.github.streamingimage.emulator.service;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One transition of one image, as it really happened, whatever stale reads still show.
 *
 * @param from the state before; empty when there was no such image
 * @param to the state since then; empty when the image is gone
 */
public record StateChange(Instant at, String imageId, Optional<String> from, Optional<String> to) {
    public StateChange {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(imageId, "imageId");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }
}
