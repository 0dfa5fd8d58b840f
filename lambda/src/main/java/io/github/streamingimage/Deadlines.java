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

    private static final Duration LARGEST_SKEW = Duration.ofHours(2);

    private static final int MARGIN_FRACTION = 5;

    private Deadlines() {}

    /**
     * Starts the clock at the moment when CloudFormation issued the request, which can lie well before now when the invocation was
     * queued or is a retry.
     */
    static Progress start(CustomResourceRequest request, Instant now) {
        Instant startedAt = issuedAt(request.addressee(), now);
        Duration timeout = request.serviceTimeout();
        return Progress.start(startedAt, startedAt.plus(timeout).minus(margin(timeout)));
    }

    /**
     * When CloudFormation issued the request, as far as its ResponseURL tells; otherwise now. The clock of an environment that was frozen
     * can be behind CloudFormation's, until a service corrects it; a time that lies further ahead is none.
     */
    static Instant issuedAt(Addressee addressee, Instant now) {
        return addressee
                .responseUrl()
                .issuedAt()
                .filter(issued -> issued.isBefore(now.plus(LARGEST_SKEW)))
                .orElse(now);
    }

    /** What is to be spared of so long a time. */
    static Duration margin(Duration time) {
        Duration fraction = time.dividedBy(MARGIN_FRACTION);
        return fraction.compareTo(LONGEST_MARGIN) < 0 ? fraction : LONGEST_MARGIN;
    }
}
