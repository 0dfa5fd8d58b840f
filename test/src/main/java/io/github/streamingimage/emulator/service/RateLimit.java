package io.github.streamingimage.emulator.service;

/** How many requests the service takes before it throttles: a token bucket that starts full. */
public record RateLimit(double requestsPerSecond, int burst) {
    public RateLimit {
        if (!(requestsPerSecond > 0) || burst < 1) {
            throw new IllegalArgumentException(
                    "requestsPerSecond must be above 0 and burst at least 1: " + requestsPerSecond + ", " + burst);
        }
    }
}
