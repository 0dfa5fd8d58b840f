package io.github.streamingimage.emulator.cloudformation;

import java.time.Duration;
import java.time.InstantSource;

/** A clock, and what happens later on it. Real time and the virtual clock of the simulation are the two that exist. */
public interface Scheduler extends InstantSource {

    /** Runs an action once the delay is over, after this method has returned. */
    void after(Duration delay, Runnable action);
}
