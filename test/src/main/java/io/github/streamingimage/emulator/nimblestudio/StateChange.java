package io.github.streamingimage.emulator.nimblestudio;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One transition of one image, as it really happened, whatever stale reads still show.
 *
 * @param from the state before; empty when there was no such image
 * @param to the state since then; empty when the image is gone and Get answers 404
 */
public record StateChange(
        Instant at, String studioId, String streamingImageId, Optional<String> from, Optional<String> to) {
    public StateChange {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(studioId, "studioId");
        Objects.requireNonNull(streamingImageId, "streamingImageId");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }
}
