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
 * @param late seconds from the end of the deletion to the answer
 * @param lateBeyond how much of that is more than {@link #allowed}; not above 0 if all is well
 * @param calls of Nimble Studio
 * @param transitions of the state machine that waits; of another way to wait, what they would be with one state for each look
 */
record WaitingTrial(String who, Samples late, Samples lateBeyond, Samples calls, Samples transitions) {

    private static final Duration WIDEST = Duration.ofMinutes(2);

    private record Wait(Duration deletion, double late, double calls, double transitions) {
        double beyond() {
            return late - allowed(Samples.seconds(deletion));
        }
    }

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
        List<Wait> waits = LongStream.rangeClosed(1, seeds).mapToObj(trial).toList();
        return new WaitingTrial(
                who,
                samples(waits, Wait::late),
                samples(waits, Wait::beyond),
                samples(waits, Wait::calls),
                samples(waits, Wait::transitions));
    }

    private static Samples samples(List<Wait> waits, ToDoubleFunction<Wait> measure) {
        return Samples.of(waits.stream().mapToDouble(measure).toArray());
    }

    private static Duration vary(Duration duration, long seed) {
        Duration quarter = duration.dividedBy(4);
        long most = Math.min(quarter.toMillis(), WIDEST.toMillis());
        return duration.plusMillis(new SplittableRandom(seed).nextLong(-most, most + 1));
    }

    /** Median lateness times median calls. */
    double product() {
        return late.median() * calls.median();
    }
}
