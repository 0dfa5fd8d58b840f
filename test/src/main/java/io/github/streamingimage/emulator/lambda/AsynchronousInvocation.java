package io.github.streamingimage.emulator.lambda;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What Lambda does with an event that it has accepted: as many retries of a failed invocation as there are delays, as long as the
 * event is young enough. The one policy of the emulator and the simulation.
 *
 * <p>The age is compared when an attempt is due, the first and each retry alike, never before a wait: AWS documents the maximum
 * as the age of a request that Lambda sends to a function, and as the time for which an event is kept in the queue. An event whose
 * retry will come too late is therefore given up when the retry is due, and its record reaches the destination that much later.
 * That Lambda does not notice earlier is unverified; no rule here relies on it, and late is the harder case for who waits for the
 * record.
 *
 * @param retryDelays the waits before the first and later retries, none negative; at most two, as Lambda allows
 * @param maximumEventAge the age beyond which an event is not sent, counted from its acceptance; more than zero and at most 6 h
 */
public record AsynchronousInvocation(List<Duration> retryDelays, Duration maximumEventAge) {

    private static final Duration OLDEST = Duration.ofHours(6);

    /** Lambda's defaults: retries after one and two minutes, six hours. */
    public static final AsynchronousInvocation DEFAULT =
            new AsynchronousInvocation(List.of(Duration.ofMinutes(1), Duration.ofMinutes(2)), OLDEST);

    public AsynchronousInvocation {
        retryDelays = List.copyOf(retryDelays);
        if (retryDelays.size() > 2) {
            throw new IllegalArgumentException("retryDelays: Lambda retries at most twice");
        }
        if (retryDelays.stream().anyMatch(Duration::isNegative)) {
            throw new IllegalArgumentException("retryDelays: must not be negative");
        }
        if (maximumEventAge.compareTo(Duration.ZERO) <= 0 || maximumEventAge.compareTo(OLDEST) > 0) {
            throw new IllegalArgumentException("maximumEventAge: must be more than zero and at most 6 h");
        }
    }

    /** Two retries, each after the same delay. */
    public static AsynchronousInvocation retryingAfter(Duration delay) {
        return new AsynchronousInvocation(List.of(delay, delay), OLDEST);
    }

    /** The same retries of younger or older events. */
    public AsynchronousInvocation withMaximumEventAge(Duration age) {
        return new AsynchronousInvocation(retryDelays, age);
    }

    /** The wait before the next attempt after so many that failed; empty when the retries are exhausted. */
    public Optional<Duration> delayAfter(int failedAttempts) {
        return failedAttempts > retryDelays.size()
                ? Optional.empty()
                : Optional.of(retryDelays.get(failedAttempts - 1));
    }

    /** Whether an event of this age is not sent any more. */
    public boolean isExpired(Duration age) {
        return age.compareTo(maximumEventAge) > 0;
    }
}
