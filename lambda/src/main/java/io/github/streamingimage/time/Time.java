package io.github.streamingimage.time;

import java.time.Duration;
import java.time.Instant;

/** The time of day, and waiting: both real in the function, both virtual in a simulation. */
public interface Time {

    Instant now();

    /** Returns when the duration has passed; at once when it is zero. */
    void sleep(Duration duration);
}
