package io.github.streamingimage.deletion;

import io.github.streamingimage.deletion.Decision.Fail;
import io.github.streamingimage.deletion.Decision.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * The moment of one decision, and the answers to trouble that every request has in common. A wait never reaches past the
 * deadline, and at the deadline every wait becomes a failure that tells the state last seen.
 *
 * @param subject what the request is about, for people
 */
record Situation(String subject, Instant now, RandomGenerator random) {

    /**
     * How often a call is tried that is denied (IAM is eventually consistent), or whose endpoint does not exist. The delays in
     * between add up to 15 s, longer than the 10 s for which a JVM remembers that a name does not exist.
     */
    static final int TRIES = 5;

    boolean isPast(Instant time) {
        return !now.isBefore(time);
    }

    /** All is well, the image is on its way: look again. */
    Decision await(String cause, Progress progress) {
        Progress calm = progress.calm(now);
        Duration delay = PollSchedule.poll(calm.waitedFor(now), random);
        Throttling throttling = calm.throttling();
        return await(
                throttling == null
                        ? delay
                        : inTime(longer(delay, CrowdedSchedule.look(throttling.age(now), random)), calm),
                cause,
                calm);
    }

    /** The deletion has only just begun: look for the first time. */
    Decision begun(String cause, Progress progress) {
        Progress calm = progress.calm(now);
        Throttling throttling = calm.throttling();
        return await(
                throttling == null
                        ? PollSchedule.poll(calm.waitedFor(now), random)
                        : inTime(CrowdedSchedule.firstLook(throttling.age(now), random), calm),
                cause,
                calm);
    }

    /**
     * A call was throttled: make it again.
     *
     * @param call the call that comes next
     */
    Decision throttled(String cause, Progress progress, Progress.Call call) {
        Progress after = progress.with(call).throttled(now);
        Duration age = after.throttling().age(now);
        boolean needed = call != Progress.Call.LOOK || after.state() == null;
        Duration delay = needed
                ? CrowdedSchedule.turn(age, random)
                : longer(PollSchedule.poll(after.waitedFor(now), random), CrowdedSchedule.lookAgain(age, random));
        return await(inTime(delay, after), cause, after);
    }

    /** Something is wrong that time will mend. */
    Decision setback(String cause, Progress progress) {
        Progress after = progress.setback();
        return await(PollSchedule.backoff(after.waitedFor(now), after.setbacks(), random), cause, after);
    }

    Decision denied(FailureCode code, String cause, Progress progress) {
        Progress after = progress.denied();
        return after.denials() < TRIES
                ? await(PollSchedule.retry(after.denials()), cause, after)
                : new Fail(code, cause, after);
    }

    Decision endpointMissing(String cause, Progress progress, Function<Progress, Decision> retired) {
        Progress after = progress.endpointMissing();
        if (after.missing() >= TRIES) {
            return retired.apply(after);
        }
        Duration delay = PollSchedule.retry(after.missing());
        // A wait that the deadline cuts short proves nothing, so the look before it does not count.
        boolean cutShort = now.plus(delay).isAfter(progress.deadline());
        return await(delay, cause, cutShort ? progress : after);
    }

    Decision deadlineReached(String cause, Progress progress) {
        String seen = progress.state() == null
                ? "Its state was never seen"
                : "It has been " + progress.state() + " for " + seconds(progress.inStateFor(now));
        return new Fail(
                FailureCode.DEADLINE_REACHED,
                "Streaming image " + subject + " was not settled in "
                        + seconds(Duration.between(progress.startedAt(), now)) + ". " + seen + ", in "
                        + progress.looks() + " looks; last: " + cause + ".",
                progress);
    }

    private Decision await(Duration delay, String cause, Progress progress) {
        if (isPast(progress.deadline())) {
            return deadlineReached(cause, progress);
        }
        Duration left = Duration.between(now, progress.deadline());
        return new Wait(delay.compareTo(left) < 0 ? delay : left, cause, progress);
    }

    /** A look while the service throttles may not get through, also the last one: every wait leaves half of the time for others. */
    private Duration inTime(Duration delay, Progress progress) {
        Duration half = Duration.between(now, progress.deadline()).dividedBy(2);
        return half.compareTo(PollSchedule.SHORTEST) < 0 || half.compareTo(delay) > 0 ? delay : half;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + " s";
    }
}
