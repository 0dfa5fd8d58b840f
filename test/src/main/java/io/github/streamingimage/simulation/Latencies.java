package io.github.streamingimage.simulation;

import java.time.Duration;

/**
 * How long the outside world takes for things, drawn anew each time.
 *
 * @param queue until Lambda begins to deliver an event
 * @param start until an invocation runs
 * @param call one call of a service
 * @param transition of the state machine's, from one look to the next, beyond the wait between them
 */
public record Latencies(Latency queue, Latency start, Latency call, Latency transition) {

    /** Nothing takes any time: what remains is the schedule. */
    public static final Latencies NONE =
            new Latencies(Latency.of(0, 0), Latency.of(0, 0), Latency.of(0, 0), Latency.of(0, 0));

    /** What they may be on AWS, in environments that are there already. */
    public static final Latencies USUAL =
            new Latencies(Latency.of(5, 500), Latency.of(5, 50), Latency.of(30, 70), Latency.of(30, 150));

    /** From the shortest to what a bad day has in store, cold starts included. */
    static final Latencies VARIED = new Latencies(
            chance -> chance.between(Duration.ofMillis(5), Duration.ofMillis(500)),
            chance -> chance.between(Duration.ofMillis(5), Duration.ofSeconds(3)),
            Latency.of(4, 80),
            chance -> chance.between(Duration.ofMillis(10), Duration.ofMillis(100)));

    /** How long one thing takes. */
    interface Latency {
        Duration draw(Chance chance);

        /** Evenly between two bounds, both included, in milliseconds. */
        static Latency of(int least, int most) {
            return least == most
                    ? chance -> Duration.ofMillis(least)
                    : chance -> Duration.ofMillis(chance.between(least, most));
        }
    }

    /** The same, but for calls that all take this long. */
    public Latencies withCall(Duration call) {
        return new Latencies(queue, start, chance -> call, transition);
    }
}
