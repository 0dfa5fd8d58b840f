package io.github.streamingimage.simulation;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The one source of chance in a schedule; the same seed gives the same answers to the same questions in the same order. */
final class Chance {

    private final SplittableRandom random;

    Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Whether something happens that has this probability, 0 to 1. */
    boolean of(double probability) {
        return probability > 0 && random.nextDouble() < probability;
    }

    /** From the least to the most, both included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    double between(double least, double most) {
        return least + (most - least) * random.nextDouble();
    }

    /** Short ones as likely as long ones: the logarithm is spread evenly. */
    Duration between(Duration least, Duration most) {
        double ratio = most.toMillis() / (double) least.toMillis();
        return Duration.ofMillis(Math.round(least.toMillis() * Math.pow(ratio, random.nextDouble())));
    }

    Duration seconds(double least, double most) {
        return Duration.ofMillis(Math.round(1000 * between(least, most)));
    }

    UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Chance of somebody else's, independent of this one's further answers. */
    RandomGenerator split() {
        return random.split();
    }
}
