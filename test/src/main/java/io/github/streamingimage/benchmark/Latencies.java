package io.github.streamingimage.benchmark;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * How long the outside world takes for things, each at random between two bounds.
 *
 * @param queue until Lambda begins to deliver an event
 * @param start until an invocation runs, in an environment that is there already
 * @param call one call of a service
 * @param transition from one state of the state machine to the next
 */
record Latencies(Range queue, Range start, Range call, Range transition) {

    /** Nothing takes any time: what remains is the schedule. */
    static final Latencies NONE = new Latencies(Range.NONE, Range.NONE, Range.NONE, Range.NONE);

    /** What they may be on AWS. */
    static final Latencies USUAL = new Latencies(
            Range.ofMillis(5, 500), Range.ofMillis(5, 50), Range.ofMillis(30, 70), Range.ofMillis(10, 50));

    /** Two bounds, both included, in milliseconds. */
    record Range(long least, long most) {
        static final Range NONE = new Range(0, 0);

        static Range ofMillis(long least, long most) {
            return new Range(least, most);
        }

        Duration draw(SplittableRandom random) {
            return Duration.ofMillis(random.nextLong(least, most + 1));
        }
    }

    Latencies withCall(Range call) {
        return new Latencies(queue, start, call, transition);
    }
}
