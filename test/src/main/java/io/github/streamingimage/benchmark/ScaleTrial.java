package io.github.streamingimage.benchmark;

import io.github.streamingimage.emulator.service.RateLimit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Deletions of one stack under a rate limit, the same but for their seeds.
 *
 * @param runs one for each seed, 1 or more
 */
record ScaleTrial(int images, Duration deletion, Waiting waiting, List<Deletions> runs) {

    static final RateLimit LIMIT = new RateLimit(10, 20);

    /** How much longer than the floor it may take. */
    static final double MOST = 1.25;

    static ScaleTrial run(int images, Duration deletion, Waiting waiting, int seeds) {
        return new ScaleTrial(
                images,
                deletion,
                waiting,
                LongStream.rangeClosed(1, seeds)
                        .mapToObj(seed -> VirtualStack.run(
                                new Scenario(images, deletion, Optional.of(LIMIT), waiting, Latencies.USUAL, seed)))
                        .toList());
    }

    /**
     * Seconds before which no schedule can end. Each image takes three calls that are answered (the look that finds it READY,
     * DeleteStreamingImage, the look that finds it gone), and by second t at most burst + rate × t calls have been answered. The last
     * DeleteStreamingImage comes after the first looks at all images, and the last look a deletion later.
     */
    static double floor(int images, Duration deletion) {
        double all = (3.0 * images - LIMIT.burst()) / LIMIT.requestsPerSecond();
        double accepted = (2.0 * images - LIMIT.burst()) / LIMIT.requestsPerSecond();
        return Math.max(all, accepted + Samples.seconds(deletion));
    }

    /** The time from the first Delete to the last answer, as a multiple of the floor. */
    Samples ratio() {
        double floor = floor(images, deletion);
        return Samples.of(runs.stream()
                .mapToDouble(run -> Samples.seconds(run.total()) / floor)
                .toArray());
    }

    int undeleted() {
        return runs.stream().mapToInt(Deletions::undeleted).max().orElseThrow();
    }

    /** Averages for one image. */
    double perImage(java.util.function.ToLongFunction<Deletions> count) {
        return runs.stream().mapToLong(count).average().orElseThrow() / images;
    }

    boolean meetsTheGoal() {
        return undeleted() == 0 && ratio().worst() <= MOST;
    }
}
