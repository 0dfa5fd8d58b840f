package io.github.streamingimage.emulator.nimblestudio;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** One image and its life so far; confined to the lock of the {@link StreamingImages} that hold it. */
final class Image {
    private final String studioId;
    private final Arns arns;
    private final String ec2ImageId;
    private final Map<String, String> tags;
    private final ImageScript script;
    private String name;
    private String description;
    private Timeline timeline;
    private int deletions;
    private Instant staleUntil = Instant.MIN;
    private Optional<Condition> stale = Optional.empty();
    private int told;

    Image(String studioId, Arns arns, ImageScript script, Instant now) {
        this(studioId, arns, script, now, "ami-0123456789abcdef0", "", Map.of());
    }

    Image(
            String studioId,
            Arns arns,
            ImageScript script,
            Instant now,
            String ec2ImageId,
            String description,
            Map<String, String> tags) {
        this.studioId = studioId;
        this.arns = arns;
        this.ec2ImageId = ec2ImageId;
        this.tags = tags;
        this.script = script;
        this.name = script.name();
        this.description = description;
        this.timeline = script.timeline(now);
        this.deletions = script.beginning().condition().isIn(ImageState.DELETE_IN_PROGRESS) ? 1 : 0;
    }

    String studioId() {
        return studioId;
    }

    String id() {
        return script.streamingImageId();
    }

    boolean isOwnedByAmazon() {
        return script.isOwnedByAmazon();
    }

    String owner() {
        return isOwnedByAmazon() ? StreamingImage.AMAZON : studioId;
    }

    /** How the image is; empty when it is gone. */
    Optional<Condition> condition(Instant now) {
        return timeline.at(now);
    }

    /** How the image looks to Get and List, which may lag behind. */
    Optional<StreamingImage> read(Instant now) {
        return (now.isBefore(staleUntil) ? stale : condition(now)).map(this::shownAs);
    }

    StreamingImage shownAs(Condition condition) {
        return new StreamingImage(
                id(), arns.image(id()), name, description, ec2ImageId, owner(), "WINDOWS", arns.key(), tags, condition);
    }

    void delete(Instant now) {
        stale = condition(now);
        staleUntil = now.plus(script.deletion().staleReads());
        timeline = script.deletion().play(timeline, now, deletions);
        deletions++;
    }

    void update(Instant now, Optional<String> newName, Optional<String> newDescription) {
        name = newName.orElse(name);
        description = newDescription.orElse(description);
        timeline = timeline.then(now, Condition.of(ImageState.UPDATE_IN_PROGRESS))
                .then(now.plus(script.updateTakes()), Condition.of(ImageState.READY));
    }

    void retire(Instant now) {
        staleUntil = now;
        timeline = timeline.then(now, Condition.of(ImageState.DELETED));
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
        Optional<Condition> before =
                index == 0 ? Optional.empty() : timeline.steps().get(index - 1).condition();
        return new StateChange(
                step.since(),
                studioId,
                id(),
                before.map(Condition::state),
                step.condition().map(Condition::state));
    }
}
