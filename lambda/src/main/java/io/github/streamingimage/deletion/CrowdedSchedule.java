package io.github.streamingimage.deletion;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The delays while the service throttles again and again, most likely because a whole stack of images is being deleted at once. Each request decides
 * for itself, but all of them together are to keep the service busy with calls that help.
 *
 * <p>A throttled call does nothing and uses up nothing of the rate limit, and whoever tries more often gets a larger part of it. So
 * the calls that a request cannot go on without ({@link #turn}: the first look, and the deletion) are tried every second, and
 * soon push aside the looks at images that are only waited for, which come rarely. The longer the throttling lasts, the longer is the
 * line, whose length nobody knows; so these looks come after a part of the time for which it has lasted. After its
 * deletion was accepted, a request first looks when {@link #FIRST_LOOK} of the time has passed once more that it took to
 * come that far: those behind it are still to be served, and those before it look before it. That is why there is hardly any jitter.
 * Since every delay is a part of the time that has passed, the answer is late by a part of that time, whatever the size of the stack
 * and the rate limit are.
 *
 * <p>The figures were found by simulating stacks of 60 to 2,500 images; the report on performance has them.
 */
final class CrowdedSchedule {

    private static final double FIRST_LOOK = 4 / 7.0;
    private static final double NEXT_LOOK = 1 / 7.0;
    private static final double LOOK_AGAIN = 1 / 5.0;
    private static final double TURN = 1 / 80.0;
    private static final double TURN_OF_TWO = 1 / 7.0;
    private static final Duration SHORTEST_LOOK = Duration.ofSeconds(7);
    private static final Duration SHORTEST_TURN = Duration.ofSeconds(1);
    private static final double LOOK_JITTER = 0.03;
    private static final double EAGER = 0.4;
    private static final double RELUCTANT = 2.2;

    private CrowdedSchedule() {}

    /**
     * Before a throttled call that the request cannot go on without is tried again. Some of these delays are longer than two seconds,
     * so that requests do not keep in step that wait for whole seconds, in the state machine.
     */
    static Duration turn(Duration throttled, RandomGenerator random) {
        double even = random.nextDouble();
        return part(throttled, TURN, SHORTEST_TURN, EAGER + (RELUCTANT - EAGER) * even * even);
    }

    /**
     * Before two calls in a row are tried again that must both get through. When everybody tries every second, one call in dozens gets
     * through, and two in a row hardly ever; so the longer the throttling lasts, the more these leave to others.
     */
    static Duration turnOfTwo(Duration throttled, RandomGenerator random) {
        return part(throttled, TURN_OF_TWO, SHORTEST_TURN, 0.5 + random.nextDouble());
    }

    /** Before the first call that was throttled is made again. */
    static Duration firstTurn(RandomGenerator random) {
        return SHORTEST_TURN.dividedBy(2).plusMillis(random.nextLong(SHORTEST_TURN.toMillis()));
    }

    /** Between the acceptance of the deletion and the first look at what became of it. */
    static Duration firstLook(Duration throttled, RandomGenerator random) {
        return part(throttled, FIRST_LOOK, SHORTEST_LOOK, jitter(random));
    }

    /** Between two looks at an image that is only waited for. */
    static Duration look(Duration throttled, RandomGenerator random) {
        return part(throttled, NEXT_LOOK, SHORTEST_LOOK, jitter(random));
    }

    /** Before a throttled look at an image that is only waited for is tried again. */
    static Duration lookAgain(Duration throttled, RandomGenerator random) {
        return part(throttled, LOOK_AGAIN, SHORTEST_LOOK, jitter(random));
    }

    private static double jitter(RandomGenerator random) {
        return 1 + LOOK_JITTER * (2 * random.nextDouble() - 1);
    }

    /** The part of the time, or the shortest delay, times a factor. */
    private static Duration part(Duration time, double part, Duration shortest, double factor) {
        return Duration.ofMillis(Math.round(Math.max(shortest.toMillis(), time.toMillis() * part) * factor));
    }
}
