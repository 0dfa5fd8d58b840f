package io.github.streamingimage.deletion;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The delays between two looks while the service does not throttle. A verdict is late by at most a tenth of the wait, and by at most the
 * larger of {@link #STEADY} and a hundredth of the wait; {@link #SHORTEST} is the least. That makes at most 320 looks in 55 minutes.
 */
final class PollSchedule {

    static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration STEADY = Duration.ofSeconds(5);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(45);
    private static final int SOON = 10;
    private static final int LATER = 100;
    private static final double JITTER = 0.1;

    private PollSchedule() {}

    /**
     * The delay after so long a wait, up to a tenth of it less at random, but not a whole second less: the state machine waits for whole
     * seconds only, and would look more often. There nothing is at random; images that poll in step are parted by the first throttling.
     */
    static Duration poll(Duration waited, RandomGenerator random) {
        long latest = Math.max(STEADY.toMillis(), waited.toMillis() / LATER);
        long longest = Math.max(SHORTEST.toMillis(), Math.min(waited.toMillis() / SOON, latest));
        long whole = Duration.ofSeconds(longest / 1000).toMillis();
        return Duration.ofMillis(Math.max(whole, Math.round(longest * (1 - JITTER * random.nextDouble()))));
    }

    /** The poll delay, doubled with each failure in a row, with full jitter. */
    static Duration backoff(Duration waited, int failures, RandomGenerator random) {
        Duration first = poll(waited, random);
        return new Backoff(first.compareTo(LONGEST_BACKOFF) < 0 ? first : LONGEST_BACKOFF, LONGEST_BACKOFF)
                .delay(failures + 1, random)
                .plusMillis(1);
    }

    /** 1, 2, 4, 8 … seconds before the 2nd, 3rd, 4th, 5th … try of something that is expected to come right soon. */
    static Duration retry(int tries) {
        return new Backoff(SHORTEST, LONGEST_BACKOFF).delay(tries);
    }
}
