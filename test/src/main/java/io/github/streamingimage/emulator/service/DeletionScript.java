package io.github.streamingimage.emulator.service;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How deletions of one image go, from the moment one is accepted.
 *
 * @param deleting the condition while a deletion goes on
 * @param takes how long that is
 * @param ends false for a deletion that goes on for ever
 * @param failures how many deletions in a row end in {@code failure} before one succeeds
 * @param failure the condition after a deletion that failed
 * @param deleted the condition after one that succeeded
 * @param tombstone how long the image is shown as deleted before it is gone; empty for ever, zero not at all
 * @param staleReads how long reads go on showing the condition from before the deletion
 */
public record DeletionScript(
        ImageCondition deleting,
        Duration takes,
        boolean ends,
        int failures,
        ImageCondition failure,
        ImageCondition deleted,
        Optional<Duration> tombstone,
        Duration staleReads) {

    public DeletionScript {
        Objects.requireNonNull(deleting, "deleting");
        Objects.requireNonNull(failure, "failure");
        Objects.requireNonNull(deleted, "deleted");
        if (takes.isNegative()
                || staleReads.isNegative()
                || tombstone.filter(Duration::isNegative).isPresent()) {
            throw new IllegalArgumentException("takes, tombstone and staleReads must not be negative");
        }
        if (failures < 0) {
            throw new IllegalArgumentException("failures must not be negative: " + failures);
        }
    }

    /** Every deletion succeeds as soon as it is asked for. */
    public static DeletionScript atOnce(
            ImageCondition deleting, ImageCondition failure, ImageCondition deleted, Optional<Duration> tombstone) {
        return new DeletionScript(deleting, Duration.ZERO, true, 0, failure, deleted, tombstone, Duration.ZERO);
    }

    public DeletionScript taking(Duration duration) {
        return new DeletionScript(deleting, duration, ends, failures, failure, deleted, tombstone, staleReads);
    }

    public DeletionScript endless() {
        return new DeletionScript(deleting, takes, false, failures, failure, deleted, tombstone, staleReads);
    }

    public DeletionScript failing(int times, ImageCondition condition) {
        return new DeletionScript(deleting, takes, ends, times, condition, deleted, tombstone, staleReads);
    }

    public DeletionScript leavingTombstoneFor(Duration duration) {
        return new DeletionScript(deleting, takes, ends, failures, failure, deleted, Optional.of(duration), staleReads);
    }

    public DeletionScript readStaleFor(Duration duration) {
        return new DeletionScript(deleting, takes, ends, failures, failure, deleted, tombstone, duration);
    }

    /** @param earlier how many deletions of the image have begun before */
    Timeline play(Timeline before, Instant now, int earlier) {
        return end(before.then(now, deleting), now.plus(takes), earlier);
    }

    /** What follows on a deletion that has begun and ends at this instant, well or not. */
    Timeline end(Timeline begun, Instant end, int earlier) {
        if (!ends) {
            return begun;
        }
        if (earlier < failures) {
            return begun.then(end, failure);
        }
        if (tombstone.equals(Optional.of(Duration.ZERO))) {
            return begun.thenGone(end);
        }
        Timeline gone = begun.then(end, deleted);
        return tombstone.map(stays -> gone.thenGone(end.plus(stays))).orElse(gone);
    }
}
