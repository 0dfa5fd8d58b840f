package io.github.streamingimage.deletion;

import io.github.streamingimage.deletion.Decision.Fail;
import io.github.streamingimage.deletion.Decision.PassEnd;
import io.github.streamingimage.deletion.Decision.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * The moment of one decision, and what every request has in common about trouble. A wait never reaches past the deadline, and at
 * the deadline every wait becomes a failure that tells the state last seen.
 *
 * @param subject what a Reason calls the image
 */
record Situation(String subject, Instant now, RandomGenerator random) {

    /** How often a call is tried that is denied: IAM is eventually consistent. */
    private static final int TRIES_WHEN_DENIED = 5;

    /** How often in a row, and over how long, a name must be said not to exist before that is believed. */
    private static final int TRIES_WHEN_MISSING = 5;

    private static final Duration MISSING_FOR = Duration.ofMinutes(1);

    /** After so many passes, which no request needs, nothing is worth less than this delay: the state machine's history is bounded. */
    private static final int MANY_PASSES = 800;

    private static final Duration SHORTEST_AFTER_MANY = Duration.ofSeconds(10);

    /** All is well, the image is on its way: look again. */
    PassEnd await(String cause, Progress progress) {
        Progress calm = progress.with(progress.troubles().over(now));
        Duration delay = PollSchedule.poll(calm.waited(now), random);
        Throttling throttling = calm.troubles().throttling();
        return await(
                isCrowd(throttling)
                        ? inTime(longer(delay, CrowdedSchedule.look(throttling.age(now), random)), calm)
                        : delay,
                cause,
                calm);
    }

    /** All is well, and something is due at that time at the latest. */
    PassEnd awaitAtMost(Instant due, String cause, Progress progress) {
        Progress calm = progress.with(progress.troubles().over(now));
        return await(shorter(PollSchedule.poll(calm.waited(now), random), Duration.between(now, due)), cause, calm);
    }

    /** All is well, and nothing can be told before that time. */
    PassEnd awaitUntil(Instant due, String cause, Progress progress) {
        return await(
                Duration.between(now, due),
                cause,
                progress.with(progress.troubles().over(now)));
    }

    /** The deletion has only just begun: look for the first time. */
    PassEnd begun(String cause, Progress progress) {
        Progress calm = progress.with(progress.troubles().over(now));
        Throttling throttling = calm.troubles().throttling();
        return await(
                isCrowd(throttling)
                        ? inTime(CrowdedSchedule.firstLook(throttling.age(now), random), calm)
                        : PollSchedule.poll(calm.waited(now), random),
                cause,
                calm);
    }

    /** A call was throttled that the request cannot go on without: make it again. */
    PassEnd throttledCall(String cause, Progress progress) {
        return throttled(cause, progress, CrowdedSchedule::turn);
    }

    /** One of two calls in a row was throttled that the request cannot go on without: make both again. */
    PassEnd throttledPair(String cause, Progress progress) {
        return throttled(cause, progress, CrowdedSchedule::turnOfTwo);
    }

    private PassEnd throttled(String cause, Progress progress, BiFunction<Duration, RandomGenerator, Duration> turn) {
        Progress after = progress.with(progress.troubles().throttled(now));
        Throttling throttling = after.troubles().throttling();
        Duration delay =
                isCrowd(throttling) ? turn.apply(throttling.age(now), random) : CrowdedSchedule.firstTurn(random);
        return await(inTime(delay, after), cause, after);
    }

    /** A look was throttled. */
    PassEnd throttledLook(String cause, Progress progress) {
        Progress after = progress.with(progress.troubles().throttled(now));
        if (progress.image().state() == null || !isCrowd(after.troubles().throttling())) {
            return throttledCall(cause, progress);
        }
        Duration delay = longer(
                PollSchedule.poll(after.waited(now), random),
                CrowdedSchedule.lookAgain(after.troubles().throttling().age(now), random));
        return await(inTime(delay, after), cause, after);
    }

    /** A transient error: time will mend it. */
    PassEnd failed(String cause, Progress progress) {
        Progress after = progress.with(progress.troubles().failed());
        return await(PollSchedule.backoff(after.waited(now), after.troubles().failures(), random), cause, after);
    }

    PassEnd denied(FailureCode code, String cause, Progress progress) {
        Progress after = progress.with(progress.troubles().denied());
        int denials = after.troubles().denials();
        return denials < TRIES_WHEN_DENIED
                ? await(PollSchedule.retry(denials), cause, after)
                : new Fail(code, cause, after);
    }

    Decision endpointMissing(String cause, Progress progress, Function<Progress, Decision> retired) {
        Progress after = progress.with(progress.troubles().endpointMissing(now));
        Troubles troubles = after.troubles();
        boolean proven = troubles.missing() >= TRIES_WHEN_MISSING
                && TimeLimit.between(troubles.missingSince(), now).compareTo(MISSING_FOR) >= 0;
        if (proven) {
            return retired.apply(after);
        }
        boolean inTime =
                !troubles.missingSince().plus(MISSING_FOR).isAfter(after.time().deadline());
        return await(
                MISSING_FOR.dividedBy(TRIES_WHEN_MISSING - 1),
                inTime
                        ? cause
                        : cause + ", which proves that the service was shut down only after " + seconds(MISSING_FOR)
                                + ", for which there was no time",
                after);
    }

    Fail deadlineReached(String cause, Progress progress) {
        ImageSeen image = progress.image();
        String seen = image.state() == null
                ? "Its state was never seen"
                : "It has been " + image.state() + " for " + seconds(image.lasted(now));
        return new Fail(
                FailureCode.DEADLINE_REACHED,
                subject + " was not settled in "
                        + seconds(Duration.between(progress.time().startedAt(), now)) + ". " + seen + ", in "
                        + image.looks() + " looks; last: " + cause + ".",
                progress);
    }

    private PassEnd await(Duration delay, String cause, Progress progress) {
        if (progress.time().isReached(now)) {
            return deadlineReached(cause, progress);
        }
        Duration least = progress.passes() < MANY_PASSES ? delay : longer(delay, SHORTEST_AFTER_MANY);
        return new Wait(shorter(least, progress.time().left(now)), cause, progress.passed());
    }

    /** Whether the service throttles, most likely because of many requests: a single throttled call says nothing of that. */
    private static boolean isCrowd(Throttling throttling) {
        return throttling != null && !throttling.isIsolated();
    }

    /** A look while the service throttles may not get through, also the last one: every wait leaves half of the time for others. */
    private Duration inTime(Duration delay, Progress progress) {
        Duration half = progress.time().left(now).dividedBy(2);
        return half.compareTo(PollSchedule.SHORTEST) < 0 || half.compareTo(delay) > 0 ? delay : half;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + " s";
    }
}
