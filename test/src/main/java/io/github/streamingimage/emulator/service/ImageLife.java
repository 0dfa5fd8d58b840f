package io.github.streamingimage.emulator.service;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What has become of one image so far and what will by itself; confined to the lock of its {@link ServiceModel}. */
public final class ImageLife {
    private final String imageId;
    private final DeletionScript deletion;
    private Timeline timeline;
    private int deletions;
    private Instant staleUntil = Instant.MIN;
    private Optional<ImageCondition> stale = Optional.empty();
    private int told;

    public ImageLife(String imageId, Beginning beginning, DeletionScript deletion, Instant now) {
        this.imageId = imageId;
        this.deletion = deletion;
        this.deletions = beginning.condition().equals(deletion.deleting()) ? 1 : 0;
        Timeline start = Timeline.startingWith(now, beginning.condition());
        this.timeline = beginning
                .lasts()
                .map(now::plus)
                .map(end -> deletions > 0 ? deletion.end(start, end, 0) : start.then(end, beginning.settled()))
                .orElse(start);
    }

    /** How the image is; empty when it is gone. */
    public Optional<ImageCondition> condition(Instant now) {
        return timeline.at(now);
    }

    /** How the image looks to reads, which may lag behind. */
    public Optional<ImageCondition> seen(Instant now) {
        return now.isBefore(staleUntil) ? stale : condition(now);
    }

    /** A deletion begins, whatever went on before. */
    public void delete(Instant now) {
        stale = condition(now);
        staleUntil = now.plus(deletion.staleReads());
        timeline = deletion.play(timeline, now, deletions);
        deletions++;
    }

    /** The image is in one condition for so long, and then in another. */
    public void pass(Instant now, ImageCondition through, Duration lasts, ImageCondition to) {
        timeline = timeline.then(now, through).then(now.plus(lasts), to);
    }

    /** From now on the image is in this condition, for everybody. */
    public void become(Instant now, ImageCondition condition) {
        staleUntil = now;
        timeline = timeline.then(now, condition);
    }

    /** From now on the image is gone, unless it has been already. */
    public void vanish(Instant now) {
        if (condition(now).isPresent()) {
            timeline = timeline.thenGone(now);
        }
    }

    /** The transitions up to now that this method has not returned before. */
    List<StateChange> changes(Instant now) {
        int from = told;
        told = timeline.count(now);
        return IntStream.range(from, told).mapToObj(this::change).toList();
    }

    /** When the next transition is due that {@link #changes} has not returned. */
    Optional<Instant> nextChange() {
        return told < timeline.steps().size()
                ? Optional.of(timeline.steps().get(told).since())
                : Optional.empty();
    }

    private StateChange change(int index) {
        Timeline.Step step = timeline.steps().get(index);
        Optional<ImageCondition> before =
                index == 0 ? Optional.empty() : timeline.steps().get(index - 1).condition();
        return new StateChange(
                step.since(),
                imageId,
                before.map(ImageCondition::state),
                step.condition().map(ImageCondition::state));
    }
}
