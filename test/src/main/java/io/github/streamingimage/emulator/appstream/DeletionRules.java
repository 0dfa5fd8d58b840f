package io.github.streamingimage.emulator.appstream;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How DeleteImage of one image is received.
 *
 * @param obstacles what makes it fail; the first that stands does
 * @param isReplyStale whether the reply shows the image as it was, and not as DELETING
 * @param secondDeletion what DeleteImage of a DELETING image meets; empty when it is accepted and does nothing
 */
public record DeletionRules(
        List<DeletionObstacle> obstacles, boolean isReplyStale, Optional<AppStreamError> secondDeletion) {

    static final DeletionRules NONE = new DeletionRules(List.of(), false, Optional.empty());

    public DeletionRules {
        obstacles = List.copyOf(obstacles);
        Objects.requireNonNull(secondDeletion, "secondDeletion");
    }

    DeletionRules with(DeletionObstacle obstacle) {
        List<DeletionObstacle> more =
                Stream.concat(obstacles.stream(), Stream.of(obstacle)).toList();
        return new DeletionRules(more, isReplyStale, secondDeletion);
    }

    DeletionRules withStaleReply() {
        return new DeletionRules(obstacles, true, secondDeletion);
    }

    DeletionRules withSecondDeletion(AppStreamError error) {
        return new DeletionRules(obstacles, isReplyStale, Optional.of(error));
    }
}
