package io.github.streamingimage.simulation;

/**
 * Why a promise about a request is not held against the function. Each is the outside world's doing, is counted, and covers no more than
 * a share of the requests: one that grows may begin to cover what the function could have avoided.
 */
enum Excuse {
    QUEUED("no response in time: the event was still in Lambda's queue at the deadline", 0.03),
    CRASHED("no response in time: before the deadline whoever had the request was stopped by force", 0.03),
    UNDELIVERED("no response in time: before the deadline no try to deliver it had succeeded", 0.045),
    STOPPED_AFTER_THE_DEADLINE(
            "no response in time: whoever had the request was stopped by force after the deadline", 0.001),
    UNDELIVERED_AFTER_THE_DEADLINE("no response in time: no try to deliver it after the deadline succeeded", 0.01),
    MISTIMED("no response in time: a clock was off that no service had corrected", 0.001),
    DELAYED("no response in time: the outside world took more than the margin", 0.03),
    EARLY_BY_ITS_CLOCK("FAILED before the deadline by a clock that was off and that no service had corrected", 0.0015),
    WEDGED_BY_CRASHES("an Update that must not fail was stopped by force again and again", 0.0005),
    ROLLBACK_IN_DOUBT(
            "a request with five seconds left took a rollback for real that was shown though it was over", 0.0002),
    UNDONE_BLINDLY(
            "an Update that undoes another failed since its stack could not be read in time, or was shown as it had been",
            0.0002);

    private final String description;
    private final double most;

    Excuse(String description, double most) {
        this.description = description;
        this.most = most;
    }

    String description() {
        return description;
    }

    /** The largest share of the requests that it may cover. */
    double most() {
        return most;
    }
}
