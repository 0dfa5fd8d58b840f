package io.github.streamingimage;

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
     *
     * @param invocationEnd when Lambda ends the invocation
     */
    static Progress start(CustomResourceRequest request, Instant now, Instant invocationEnd) {
        Instant startedAt = request.addressee()
                .responseUrl()
                .issuedAt()
                .filter(issued -> issued.isBefore(now))
                .orElse(now);
        Instant byServiceTimeout = lessMargin(startedAt, startedAt.plus(request.serviceTimeout()));
        Instant byInvocation = lessMargin(now, invocationEnd);
        return Progress.start(startedAt, byServiceTimeout.isBefore(byInvocation) ? byServiceTimeout : byInvocation);
    }

    private static Instant lessMargin(Instant from, Instant to) {
        Duration fraction = Duration.between(from, to).dividedBy(MARGIN_FRACTION);
        return to.minus(fraction.compareTo(LONGEST_MARGIN) < 0 ? fraction : LONGEST_MARGIN);
    }
}
