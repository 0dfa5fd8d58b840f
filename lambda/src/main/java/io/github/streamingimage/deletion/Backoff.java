package io.github.streamingimage.deletion;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Exponential backoff: a delay that doubles with each try, up to a longest one.
 *
 * @param first the delay after the first try
 */
public record Backoff(Duration first, Duration longest) {

    public Backoff {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("the delays are out of order");
        }
    }

    /** The delay after so many tries, 1 or more. */
    public Duration delay(int tries) {
        double doubled = first.toMillis() * Math.pow(2, tries - 1);
        return Duration.ofMillis(Math.round(Math.min(doubled, longest.toMillis())));
    }

    /** The delay with full jitter: any part of it, so that many who failed together do not come back together. */
    public Duration delay(int tries, RandomGenerator random) {
        return Duration.ofMillis(Math.round(delay(tries).toMillis() * random.nextDouble()));
    }
}
