package io.github.streamingimage;

import io.github.streamingimage.customresource.Addressee;
import io.github.streamingimage.customresource.CustomResourceRequest;
import io.github.streamingimage.deletion.Progress;
import java.time.Duration;
import java.time.Instant;

/** By when a request must be decided, so that its answer still arrives in time. */
final class Deadlines {

    /** What the last look and the answer's delivery may take, of a long wait; a short one spares a fifth. */
    private static final Duration LONGEST_MARGIN = Duration.ofSeconds(30);

    private static final int MARGIN_FRACTION = 5;

    private Deadlines() {}

    /**
     * Starts the clock at the moment when CloudFormation issued the request, which can lie well before now when the invocation was
     * queued or is a retry.
     */
    static Progress start(CustomResourceRequest request, Instant now) {
        Instant startedAt = issuedAt(request.addressee(), now);
        return Progress.start(startedAt, lessMargin(startedAt, startedAt.plus(request.serviceTimeout())));
    }

    /** When CloudFormation issued the request, as far as its ResponseURL tells; otherwise now. */
    static Instant issuedAt(Addressee addressee, Instant now) {
        return addressee
                .responseUrl()
                .issuedAt()
                .filter(issued -> issued.isBefore(now))
                .orElse(now);
    }

    /** By when an invocation that waits inline must have decided. */
    static Instant ofInvocation(Instant now, Instant invocationEnd) {
        return lessMargin(now, invocationEnd);
    }

    private static Instant lessMargin(Instant from, Instant to) {
        Duration fraction = Duration.between(from, to).dividedBy(MARGIN_FRACTION);
        return to.minus(fraction.compareTo(LONGEST_MARGIN) < 0 ? fraction : LONGEST_MARGIN);
    }
}
