package io.github.streamingimage.emulator.nimblestudio;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How deletions of one image go, from the moment one is accepted.
 *
 * @param takes how long the image stays DELETE_IN_PROGRESS
 * @param ends false for a deletion that stays DELETE_IN_PROGRESS for ever
 * @param failures how many deletions in a row end in {@code failure} before one succeeds
 * @param failure the condition after a deletion that failed
 * @param tombstone how long Get answers DELETED before it answers 404; empty for ever, zero not at all
 * @param staleReads how long reads go on answering the condition from before the deletion
 */
public record DeletionScript(
        Duration takes,
        boolean ends,
        int failures,
        Condition failure,
        Optional<Duration> tombstone,
        Duration staleReads) {

    static final DeletionScript AT_ONCE = new DeletionScript(
            Duration.ZERO, true, 0, Condition.of(ImageState.DELETE_FAILED), Optional.empty(), Duration.ZERO);

    public DeletionScript {
        if (takes.isNegative()
                || staleReads.isNegative()
                || tombstone.filter(Duration::isNegative).isPresent()) {
            throw new IllegalArgumentException("takes, tombstone and staleReads must not be negative");
        }
        if (failures < 0) {
            throw new IllegalArgumentException("failures must not be negative: " + failures);
        }
        Objects.requireNonNull(failure, "failure");
    }

    DeletionScript taking(Duration duration) {
        return new DeletionScript(duration, ends, failures, failure, tombstone, staleReads);
    }

    DeletionScript endless() {
        return new DeletionScript(takes, false, failures, failure, tombstone, staleReads);
    }

    DeletionScript failing(int times, StatusCode statusCode, String statusMessage) {
        Condition condition = new Condition(ImageState.DELETE_FAILED.name(), statusCode.name(), statusMessage);
        return new DeletionScript(takes, ends, times, condition, tombstone, staleReads);
    }

    DeletionScript leavingTombstoneFor(Duration duration) {
        return new DeletionScript(takes, ends, failures, failure, Optional.of(duration), staleReads);
    }

    DeletionScript readStaleFor(Duration duration) {
        return new DeletionScript(takes, ends, failures, failure, tombstone, duration);
    }

    /** @param earlier how many deletions of the image have begun before */
    Timeline play(Timeline before, Instant now, int earlier) {
        return end(before.then(now, Condition.of(ImageState.DELETE_IN_PROGRESS)), now.plus(takes), earlier);
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
        Timeline deleted = begun.then(end, Condition.of(ImageState.DELETED));
        return tombstone.map(stays -> deleted.thenGone(end.plus(stays))).orElse(deleted);
    }
}
