package io.github.streamingimage.localrun.history;

import java.time.Duration;
import java.util.Objects;

/**
 * An answer that CloudFormation accepted.
 *
 * @param at since the start of the run
 * @param requestType {@code CREATE}, {@code UPDATE} or {@code DELETE}
 * @param status {@code SUCCESS} or {@code FAILED}
 * @param reason empty when there is none
 * @param outcome what the function's log calls it, such as {@code DELETED} or {@code RETAINED}; empty when it does not say
 * @param bytes the size of the answer
 * @param took since the request was issued
 */
public record ImageAnswer(
        Duration at, String requestType, String status, String reason, String outcome, int bytes, Duration took) {

    public ImageAnswer {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(requestType, "requestType");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(took, "took");
    }

    /** Whether it tells that the image of a Delete is dealt with. */
    public boolean isSuccessOfDelete() {
        return requestType.equals("DELETE") && isSuccess();
    }

    /** Whether it says that what was asked for is done. */
    public boolean isSuccess() {
        return status.equals("SUCCESS");
    }
}
