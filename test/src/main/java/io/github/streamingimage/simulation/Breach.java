package io.github.streamingimage.simulation;

import java.time.Duration;

/**
 * A clause of an invariant that did not hold in a schedule.
 *
 * @param seed the schedule's
 * @param at since the schedule's beginning
 */
record Breach(long seed, Duration at, Clause clause, String detail) {

    Invariant invariant() {
        return clause.invariant();
    }

    @Override
    public String toString() {
        return invariant() + " at " + at + " with seed " + seed + ": " + clause + ": " + detail + " ("
                + invariant().description() + ")";
    }
}
