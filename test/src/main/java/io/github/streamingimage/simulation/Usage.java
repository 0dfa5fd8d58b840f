package io.github.streamingimage.simulation;

import java.time.Duration;
import java.util.Collection;

/**
 * What requests have used.
 *
 * @param calls how many calls the images' service answered
 * @param throttled how many more it refused because of its rate limit
 * @param stackCalls how many calls CloudFormation answered
 * @param stackThrottled how many more it refused because of its rate limit
 * @param billed the time of the invocations; the virtual clock counts milliseconds, to which Lambda rounds up
 * @param transitions how many states the state machine entered
 */
public record Usage(
        long calls,
        long throttled,
        long stackCalls,
        long stackThrottled,
        int invocations,
        Duration billed,
        int transitions) {

    static final Usage NONE = new Usage(0, 0, 0, 0, 0, Duration.ZERO, 0);

    Usage call(boolean refused) {
        return plus(new Usage(refused ? 0 : 1, refused ? 1 : 0, 0, 0, 0, Duration.ZERO, 0));
    }

    Usage stackCall(boolean refused) {
        return plus(new Usage(0, 0, refused ? 0 : 1, refused ? 1 : 0, 0, Duration.ZERO, 0));
    }

    Usage invocation(Duration took) {
        return plus(new Usage(0, 0, 0, 0, 1, took, 0));
    }

    Usage transition() {
        return plus(new Usage(0, 0, 0, 0, 0, Duration.ZERO, 1));
    }

    static Usage sum(Collection<Usage> usages) {
        return usages.stream().reduce(NONE, Usage::plus);
    }

    private Usage plus(Usage other) {
        return new Usage(
                calls + other.calls,
                throttled + other.throttled,
                stackCalls + other.stackCalls,
                stackThrottled + other.stackThrottled,
                invocations + other.invocations,
                billed.plus(other.billed),
                transitions + other.transitions);
    }
}
