package io.github.streamingimage.benchmark;

import io.github.streamingimage.emulator.service.RateLimit;
import io.github.streamingimage.simulation.Latencies;
import io.github.streamingimage.simulation.Scenario;
import io.github.streamingimage.simulation.Scenario.Operation;
import io.github.streamingimage.simulation.ScenarioResult;
import io.github.streamingimage.simulation.ServiceKind;
import io.github.streamingimage.simulation.Usage;
import io.github.streamingimage.simulation.WaitingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * An operation on one stack under a rate limit, again and again with other seeds.
 *
 * @param deletion how long each deletion takes, if there are any
 * @param runs one for each seed, 1 or more
 */
record ScaleTrial(
        ServiceKind service,
        Operation operation,
        int images,
        Duration deletion,
        WaitingMode waiting,
        List<ScenarioResult> runs) {

    static final RateLimit LIMIT = new RateLimit(10, 20);

    /** How much longer than the floor it may take. */
    static final double MOST = 1.25;

    /** Deletions of a stack. */
    static ScaleTrial deletions(int images, Duration deletion, WaitingMode waiting, int seeds) {
        return run(ServiceKind.NIMBLE_STUDIO, Operation.DELETE, images, deletion, Optional.empty(), waiting, seeds)
                .get(0);
    }

    /** An operation that deletes nothing. */
    static ScaleTrial run(ServiceKind service, Operation operation, int images, WaitingMode waiting, int seeds) {
        return run(service, operation, images, Duration.ZERO, Optional.empty(), waiting, seeds)
                .get(0);
    }

    /** One for each stage of the operation. */
    static List<ScaleTrial> run(
            ServiceKind service,
            Operation operation,
            int images,
            Duration deletion,
            Optional<RateLimit> stackLimit,
            WaitingMode waiting,
            int seeds) {
        List<List<ScenarioResult>> runs = LongStream.rangeClosed(1, seeds)
                .mapToObj(seed -> new Scenario(
                                service,
                                operation,
                                images,
                                deletion,
                                Optional.of(LIMIT),
                                stackLimit,
                                waiting,
                                Latencies.USUAL,
                                seed)
                        .runStages())
                .toList();
        List<Operation> stages = operation.stages();
        return IntStream.range(0, stages.size())
                .mapToObj(stage -> new ScaleTrial(
                        service,
                        stages.get(stage),
                        images,
                        deletion,
                        waiting,
                        runs.stream().map(results -> results.get(stage)).toList()))
                .toList();
    }

    /**
     * Seconds before which no schedule can end. Each image takes three calls that are answered (the look that finds it READY,
     * DeleteStreamingImage, the look that finds it gone), and by second t at most burst + rate × t calls have been answered. The last
     * DeleteStreamingImage comes after the first looks at all images, and the last look a deletion later. Where nothing is deleted, each
     * image takes one look.
     */
    static double floor(Operation operation, int images, Duration deletion) {
        return operation == Operation.DELETE
                ? Math.max(answered(3 * images), answered(2 * images) + Samples.seconds(deletion))
                : answered(images);
    }

    double floor() {
        return floor(operation, images, deletion);
    }

    /** Seconds before which so many calls cannot have been answered. */
    private static double answered(int calls) {
        return (calls - LIMIT.burst()) / LIMIT.requestsPerSecond();
    }

    /** The time from the first request to the last response, as a multiple of the floor. */
    Samples ratio() {
        return Samples.of(
                totals().values().stream().mapToDouble(total -> total / floor()).toArray());
    }

    /** Seconds from the first request to the last response. */
    Samples totals() {
        return Samples.seconds(runs.stream().map(ScenarioResult::total).toList());
    }

    int failed() {
        return runs.stream().mapToInt(ScenarioResult::failed).max().orElseThrow();
    }

    /** Averages for one image. */
    double perImage(ToLongFunction<Usage> count) {
        return runs.stream()
                        .map(ScenarioResult::usage)
                        .mapToLong(count)
                        .average()
                        .orElseThrow()
                / images;
    }

    boolean meetsTheGoal() {
        return failed() == 0 && ratio().worst() <= MOST;
    }
}
