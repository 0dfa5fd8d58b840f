package io.github.streamingimage.deletion;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The delays between two looks while the service does not throttle. A delay grows with the time already waited, so a verdict is
 * late by at most a tenth of the wait (or {@link #SHORTEST}), and the number of looks grows with the logarithm of the wait until
 * delays reach {@link #LONGEST}.
 */
final class PollSchedule {

    static final Duration SHORTEST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofSeconds(45);
    private static final int FRACTION = 10;
    private static final double JITTER = 0.1;

    private PollSchedule() {}

    /** A tenth of the time waited, up to a tenth of that less at random so that many images do not poll in step. */
    static Duration poll(Duration waited, RandomGenerator random) {
        double tenth = waited.toMillis() / (double) FRACTION;
        return bounded(Math.round(tenth * (1 - JITTER * random.nextDouble())));
    }

    /** The poll delay, doubled with each failure in a row, with full jitter. */
    static Duration backoff(Duration waited, int failures, RandomGenerator random) {
        return new Backoff(poll(waited, random), LONGEST)
                .delay(failures + 1, random)
                .plusMillis(1);
    }

    /** 1, 2, 4, 8 … seconds before the 2nd, 3rd, 4th, 5th … try of something that is expected to come right soon. */
    static Duration retry(int tries) {
        return new Backoff(SHORTEST, LONGEST).delay(tries);
    }

    private static Duration bounded(long millis) {
        return Duration.ofMillis(Math.max(SHORTEST.toMillis(), Math.min(LONGEST.toMillis(), millis)));
    }
}
