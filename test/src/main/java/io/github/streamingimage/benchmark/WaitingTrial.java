package io.github.streamingimage.benchmark;

import io.github.streamingimage.simulation.Latencies;
import io.github.streamingimage.simulation.Scenario;
import io.github.streamingimage.simulation.ScenarioResult;
import io.github.streamingimage.simulation.WaitingMode;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/**
 * Deletions of about the same duration, each waited for once: {@code duration} more or less by a quarter, at most 2 minutes, so that
 * no schedule's looks fall on their ends.
 *
 * @param waits one for each deletion
 */
record WaitingTrial(String who, List<Wait> waits) {

    private static final Duration WIDEST = Duration.ofMinutes(2);

    /**
     * One of them.
     *
     * @param late seconds from the end of the deletion to the response
     * @param calls of Nimble Studio
     * @param transitions of the state machine that waits; of another way to wait, what they would be with one state for each look
     */
    record Wait(Duration deletion, double late, double calls, double transitions) {}

    /** A tenth of the deletion, at least a second, and at most five seconds or a hundredth of it, whichever is longer. */
    private static double allowed(double deletion) {
        return Math.max(1, Math.min(deletion / 10, Math.max(5, deletion / 100)));
    }

    /** The function's real code, on the virtual clock, with nothing taking time. */
    static WaitingTrial ofTheFunction(WaitingMode waiting, Duration duration, int seeds) {
        return of("this function, " + waiting.text(), seeds, seed -> {
            Duration deletion = vary(duration, seed);
            ScenarioResult result =
                    Scenario.ofOne(deletion, waiting, Latencies.NONE, seed).run();
            return new Wait(
                    deletion,
                    result.failed() > 0
                            ? Double.POSITIVE_INFINITY
                            : Samples.seconds(result.lateness().get(0)),
                    result.usage().calls(),
                    result.usage().transitions());
        });
    }

    /** The calls of each of these deletions that this function makes, durable, when calls and transitions take the time that they usually do. */
    static Samples callsInUsualTime(Duration deletion, int seeds) {
        return Samples.of(LongStream.rangeClosed(1, seeds)
                .mapToObj(seed -> Scenario.ofOne(deletion, WaitingMode.DURABLE, Latencies.USUAL, seed)
                        .run())
                .mapToDouble(result -> result.usage().calls())
                .toArray());
    }

    static WaitingTrial of(Rival rival, Duration duration, int seeds) {
        return of(rival.name(), seeds, seed -> {
            Duration deletion = vary(duration, seed);
            Rival.Wait wait = rival.on(deletion);
            // As the provider framework does: a state for each look, none for the call that deletes.
            return new Wait(deletion, wait.late(), wait.calls(), wait.calls() - 1);
        });
    }

    private static WaitingTrial of(String who, int seeds, LongFunction<Wait> trial) {
        return new WaitingTrial(
                who, LongStream.rangeClosed(1, seeds).mapToObj(trial).toList());
    }

    Samples late() {
        return samples(Wait::late);
    }

    /** By how much a response is later than {@link #allowed}; not above 0 if all is well. */
    Samples lateBeyond() {
        return samples(wait -> wait.late() - allowed(Samples.seconds(wait.deletion())));
    }

    /** By how much a response is later than anything of the other's, or than a hundredth of the deletion, whichever is later. */
    Samples lateBeyond(WaitingTrial other) {
        double worst = other.late().worst();
        return samples(wait -> wait.late() - Math.max(worst, Samples.seconds(wait.deletion()) / 100));
    }

    Samples calls() {
        return samples(Wait::calls);
    }

    Samples transitions() {
        return samples(Wait::transitions);
    }

    private Samples samples(ToDoubleFunction<Wait> measure) {
        return Samples.of(waits.stream().mapToDouble(measure).toArray());
    }

    /** About that duration, another one for each seed. */
    static Duration vary(Duration duration, long seed) {
        Duration quarter = duration.dividedBy(4);
        long most = Math.min(quarter.toMillis(), WIDEST.toMillis());
        return duration.plusMillis(new SplittableRandom(seed).nextLong(-most, most + 1));
    }

    /** Median lateness times median calls. */
    double product() {
        return late().median() * calls().median();
    }
}
