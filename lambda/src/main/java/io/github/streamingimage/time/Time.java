package io.github.streamingimage.time;

import java.time.Duration;
import java.time.Instant;

/** The time of day, and waiting: both real in the function, both virtual in a simulation. */
public interface Time {

    Instant now();

    /** Returns when the duration has passed; at once when it is zero. */
    void sleep(Duration duration);

    /**
     * Takes the time that a service of AWS has just told, to correct clock skew with: an environment that was frozen can wake up with a
     * clock that is minutes off. Ignored by a clock that needs no correction.
     */
    default void serviceSays(Instant serviceTime) {}
}
