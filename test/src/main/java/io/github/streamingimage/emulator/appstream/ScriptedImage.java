package io.github.streamingimage.emulator.appstream;

import io.github.streamingimage.emulator.service.ImageCondition;
import io.github.streamingimage.emulator.service.ImageLife;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** One image that follows its script; confined to a lock. */
record ScriptedImage(AppStreamImageScript script, String arn, Instant added, ImageLife life) {
    static ScriptedImage begin(AppStreamImageScript script, String arn, Instant now) {
        ImageLife life = new ImageLife(script.name(), script.beginning(), script.deletion(), now);
        return new ScriptedImage(script, arn, now, life);
    }

    Instant createdTime() {
        return script.createdTime().orElse(added);
    }

    /** What keeps the image from being deleted now. */
    Optional<DeletionObstacle> obstacle(Instant now) {
        return standing(now).findFirst();
    }

    /** How the image looks to reads, which may lag behind; empty when it is gone. */
    Optional<ListedImage> seen(Instant now) {
        return life.seen(now).map(condition -> shownAs(condition, now));
    }

    ListedImage shownAs(ImageCondition condition, Instant now) {
        return new ListedImage(
                script.name(),
                arn,
                script.visibility(),
                createdTime(),
                standing(now).anyMatch(DeletionObstacle::isSharing),
                condition);
    }

    private Stream<DeletionObstacle> standing(Instant now) {
        return script.rules().obstacles().stream().filter(obstacle -> obstacle.stands(Duration.between(added, now)));
    }
}
