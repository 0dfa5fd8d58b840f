package io.github.streamingimage.time;

import java.time.Duration;
import java.time.Instant;

/** The machine's own clock. */
public final class SystemTime implements Time {

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void sleep(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting: the environment is shutting down", e);
        }
    }
}
