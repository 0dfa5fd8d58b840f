package io.github.streamingimage.simulation;

import java.time.Duration;

/**
 * How an image is to behave, whatever its service.
 *
 * @param deletion how long each deletion takes
 * @param endless whether the first deletion never ends
 * @param failures how many deletions end with the image still there
 * @param staleReads for how long reads lag behind an accepted deletion
 * @param strange whether the image is not simply there, ready and the account's own
 */
record ImagePlan(Duration deletion, boolean endless, int failures, Duration staleReads, boolean strange) {

    private static final Duration SHORTEST = Duration.ofMillis(200);
    private static final Duration LONGEST_DELETION = Duration.ofMinutes(100);
    private static final Duration LONGEST_LAG = Duration.ofSeconds(30);

    /** An image of which nothing is to be feared. */
    static ImagePlan calm(Duration deletion) {
        return new ImagePlan(deletion, false, 0, Duration.ZERO, false);
    }

    static ImagePlan byChance(World world) {
        Chance chance = world.chance();
        Duration deletion = chance.between(SHORTEST, chance.of(0.05) ? LONGEST_DELETION : Duration.ofMinutes(4));
        boolean strange = world.strikes(Fault.STRANGE_START);
        boolean fails = world.strikes(Fault.DELETION_FAILING);
        Duration staleReads = world.strikes(Fault.READS_STALE) ? chance.between(SHORTEST, LONGEST_LAG) : Duration.ZERO;
        boolean endless = world.strikes(Fault.DELETION_ENDLESS);
        return new ImagePlan(deletion, endless, fails && !endless ? chance.between(1, 5) : 0, staleReads, strange);
    }
}
