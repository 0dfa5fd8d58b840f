package io.github.streamingimage.benchmark;

import io.github.streamingimage.emulator.service.RateLimit;
import java.time.Duration;
import java.util.Optional;

/**
 * A stack deletion to be tried out: all images are READY, and their Deletes are issued at the same moment.
 *
 * @param images how many, 1 or more; beyond 500 they are in nested stacks
 * @param deletion how long each deletion takes from its acceptance on
 * @param limit what the service takes from all of them together, if that is limited
 * @param seed of all chance
 */
record Scenario(
        int images, Duration deletion, Optional<RateLimit> limit, Waiting waiting, Latencies latencies, long seed) {

    /** As many resources as a template holds. */
    static final int IMAGES_PER_STACK = 500;

    /** One image, and no limit. */
    static Scenario ofOne(Duration deletion, Waiting waiting, Latencies latencies, long seed) {
        return new Scenario(1, deletion, Optional.empty(), waiting, latencies, seed);
    }

    boolean nested() {
        return images > IMAGES_PER_STACK;
    }

    int stackOf(int image) {
        return image / IMAGES_PER_STACK;
    }
}
