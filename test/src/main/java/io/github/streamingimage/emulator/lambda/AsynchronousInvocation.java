package io.github.streamingimage.emulator.lambda;

import java.time.Duration;
import java.util.List;

/**
 * What Lambda does with an event whose invocation fails: as many retries as there are delays, as long as the event is young
 * enough.
 *
 * @param retryDelays the waits before the first and later retries, none negative; at most two, as Lambda allows
 * @param maximumEventAge the age at which an event is given up, counted from its acceptance; more than zero and at most 6 h
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
}
