package io.github.streamingimage.deletion;

import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Decides a request step by step. Pure: the same arguments give the same decision, and nothing else is read or changed. */
public interface Decider {

    /**
     * @param seen what the last look, or the last act, showed
     * @param progress the progress that the last decision carried
     * @param now the time of the decision
     * @param random the source of jitter
     */
    Decision decide(Observation seen, Progress progress, Instant now, RandomGenerator random);

    /**
     * What a pass begins with instead of a look: an act that was decided on before, and throttled.
     *
     * @param progress the progress that the last decision carried
     */
    default Optional<Decision> due(Progress progress, Instant now) {
        return Optional.empty();
    }
}
