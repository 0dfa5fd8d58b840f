package io.github.streamingimage.time;

import java.time.Duration;
import java.time.Instant;

/** The machine's own clock, corrected by the time that services tell when it is off by more than five seconds. */
public final class SystemTime implements Time {

    /** Services tell whole seconds, and what they tell takes time to arrive. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private volatile Duration skew = Duration.ZERO;

    @Override
    public Instant now() {
        return Instant.now().plus(skew);
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

    @Override
    public void serviceSays(Instant serviceTime) {
        Duration off = Duration.between(Instant.now(), serviceTime);
        skew = off.abs().compareTo(TOLERANCE) > 0 ? off : Duration.ZERO;
    }
}
