package io.github.streamingimage.simulation;

import java.time.Duration;

/**
 * An invariant that did not hold in a schedule.
 *
 * @param seed the schedule's
 * @param at since the schedule's beginning
 */
record Breach(long seed, Duration at, Invariant invariant, String detail) {

    @Override
    public String toString() {
        return invariant + " at " + at + " with seed " + seed + ": " + detail + " (" + invariant.description() + ")";
    }
}
