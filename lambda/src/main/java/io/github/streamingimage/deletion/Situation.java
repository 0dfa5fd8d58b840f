package io.github.streamingimage.deletion;

import io.github.streamingimage.deletion.Decision.Fail;
import io.github.streamingimage.deletion.Decision.PassEnd;
import io.github.streamingimage.deletion.Decision.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * The moment of one decision, and what every request has in common about trouble. A wait never reaches past the deadline, and at
 * the deadline every wait becomes a failure that tells the state last seen.
 *
 * @param subject what a Reason calls the image
 */
record Situation(String subject, Instant now, RandomGenerator random) {

    /**
     * How often a call is tried that is denied (IAM is eventually consistent), or whose endpoint does not exist. The delays in
     * between add up to 15 s, longer than the 10 s for which a JVM remembers that a name does not exist.
     */
    static final int TRIES = 5;

    /** All is well, the image is on its way: look again. */
    PassEnd await(String cause, Progress progress) {
        Progress calm = progress.with(progress.troubles().over(now));
        Duration delay = PollSchedule.poll(calm.waited(now), random);
        Throttling throttling = calm.troubles().throttling();
        return await(
                throttling == null
                        ? delay
                        : inTime(longer(delay, CrowdedSchedule.look(throttling.age(now), random)), calm),
                cause,
                calm);
    }

    /** The deletion has only just begun: look for the first time. */
    PassEnd begun(String cause, Progress progress) {
        Progress calm = progress.with(progress.troubles().over(now));
        Throttling throttling = calm.troubles().throttling();
        return await(
                throttling == null
                        ? PollSchedule.poll(calm.waited(now), random)
                        : inTime(CrowdedSchedule.firstLook(throttling.age(now), random), calm),
                cause,
                calm);
    }

    /** A call was throttled that the request cannot go on without: make it again. */
    PassEnd throttledCall(String cause, Progress progress) {
        Progress after = progress.with(progress.troubles().throttled(now));
        Duration age = after.troubles().throttling().age(now);
        return await(inTime(CrowdedSchedule.turn(age, random), after), cause, after);
    }

    /** A look was throttled. */
    PassEnd throttledLook(String cause, Progress progress) {
        if (progress.image().state() == null) {
            return throttledCall(cause, progress);
        }
        Progress after = progress.with(progress.troubles().throttled(now));
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
        return denials < TRIES ? await(PollSchedule.retry(denials), cause, after) : new Fail(code, cause, after);
    }

    Decision endpointMissing(String cause, Progress progress, Function<Progress, Decision> retired) {
        Progress after = progress.with(progress.troubles().endpointMissing());
        int missing = after.troubles().missing();
        if (missing >= TRIES) {
            return retired.apply(after);
        }
        Duration delay = PollSchedule.retry(missing);
        // A wait that the deadline cuts short proves nothing, so the look before it does not count.
        boolean cutShort = now.plus(delay).isAfter(progress.time().deadline());
        return await(delay, cause, cutShort ? progress : after);
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
        Duration left = progress.time().left(now);
        return new Wait(delay.compareTo(left) < 0 ? delay : left, cause, progress);
    }

    /** A look while the service throttles may not get through, also the last one: every wait leaves half of the time for others. */
    private Duration inTime(Duration delay, Progress progress) {
        Duration half = progress.time().left(now).dividedBy(2);
        return half.compareTo(PollSchedule.SHORTEST) < 0 || half.compareTo(delay) > 0 ? delay : half;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + " s";
    }
}
