package io.github.streamingimage.emulator.service;

import java.time.Duration;
import java.time.Instant;

/** The state of a {@link RateLimit}: never more tokens than the burst, refilled evenly; confined to a lock. */
public final class TokenBucket {
    private static final double NANOS_PER_SECOND = 1e9;

    private final RateLimit limit;
    private double tokens;
    private Instant filled;

    public TokenBucket(RateLimit limit, Instant now) {
        this.limit = limit;
        this.tokens = limit.burst();
        this.filled = now;
    }

    /** Takes a token; false, and nothing taken, when there is none. */
    public boolean take(Instant now) {
        double seconds = Duration.between(filled, now).toNanos() / NANOS_PER_SECOND;
        tokens = Math.min(limit.burst(), tokens + Math.max(0, seconds) * limit.requestsPerSecond());
        filled = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
