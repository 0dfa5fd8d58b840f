package io.github.streamingimage.emulator.nimblestudio;

import io.github.streamingimage.emulator.service.ImageCondition;
import io.github.streamingimage.emulator.service.ImageLife;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** One image and its life so far; confined to a lock. */
final class Image {
    private final String studioId;
    private final Arns arns;
    private final String ec2ImageId;
    private final Map<String, String> tags;
    private final ImageScript script;
    private final ImageLife life;
    private String name;
    private String description;

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
        this.life = script.life(now);
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
        return isOwnedByAmazon() ? ShownImage.AMAZON : studioId;
    }

    ImageLife life() {
        return life;
    }

    /** How the image looks to Get and List, which may lag behind. */
    Optional<ShownImage> read(Instant now) {
        return life.seen(now).map(this::shownAs);
    }

    ShownImage shownAs(ImageCondition condition) {
        return new ShownImage(
                id(), arns.image(id()), name, description, ec2ImageId, owner(), "WINDOWS", arns.key(), tags, condition);
    }

    void update(Instant now, Optional<String> newName, Optional<String> newDescription) {
        name = newName.orElse(name);
        description = newDescription.orElse(description);
        life.pass(now, ImageState.UPDATE_IN_PROGRESS.condition(), script.updateTakes(), ImageState.READY.condition());
    }
}
