package io.github.streamingimage.deletion;

import io.github.streamingimage.deletion.Decision.Act;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** Decides a request, act by act. Pure: the same arguments give the same decision, and nothing else is read or changed. */
public interface Decider {

    /**
     * With what a pass begins.
     *
     * @param progress the progress that the last pass ended with
     */
    default Act begin(Progress progress, Instant now) {
        return new Decision.Look(progress);
    }

    /**
     * What follows from what an act showed.
     *
     * @param now the time of the decision
     * @param random the source of jitter
     */
    Decision decide(Act act, Observation seen, Instant now, RandomGenerator random);
}
