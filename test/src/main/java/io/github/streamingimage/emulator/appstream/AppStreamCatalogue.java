package io.github.streamingimage.emulator.appstream;

import static io.github.streamingimage.emulator.appstream.AppStreamImageState.COPYING;
import static io.github.streamingimage.emulator.appstream.AppStreamImageState.CREATING;
import static io.github.streamingimage.emulator.appstream.AppStreamImageState.DELETING;
import static io.github.streamingimage.emulator.appstream.AppStreamImageState.IMPORTING;
import static io.github.streamingimage.emulator.appstream.AppStreamImageState.PENDING;
import static io.github.streamingimage.emulator.appstream.AppStreamImageState.VALIDATING;

import io.github.streamingimage.emulator.service.ImageCondition;
import io.github.streamingimage.emulator.service.ServiceOutcome;
import io.github.streamingimage.emulator.service.ServiceOutcome.Refused;
import io.github.streamingimage.emulator.service.ServiceOutcome.Shown;
import java.time.Instant;
import java.util.Optional;

/** What the service does with a call when nothing interferes; confined to the lock of {@link AppStreamImages}. */
final class AppStreamCatalogue {
    private final ImageShelf shelf;

    AppStreamCatalogue(ImageShelf shelf) {
        this.shelf = shelf;
    }

    ServiceOutcome<ListedImage> perform(AppStreamCall call, Instant now) {
        Optional<ServiceOutcome<ListedImage>> problem = RequestRules.problem(call);
        if (problem.isPresent()) {
            return problem.get();
        }
        return call instanceof AppStreamCall.Describe describe
                ? shelf.describe(describe, now)
                : delete(call.imageId().orElseThrow(), now);
    }

    private ServiceOutcome<ListedImage> delete(String name, Instant now) {
        Optional<ScriptedImage> image = shelf.named(name);
        Optional<ImageCondition> condition = image.flatMap(known -> known.life().condition(now));
        if (condition.isEmpty()) {
            return ImageShelf.notFound(name);
        }
        return delete(image.get(), condition.get(), now);
    }

    private static ServiceOutcome<ListedImage> delete(ScriptedImage image, ImageCondition condition, Instant now) {
        AppStreamImageScript script = image.script();
        if (script.visibility() != Visibility.PRIVATE) {
            return new Refused<>(
                    AppStreamError.OPERATION_NOT_PERMITTED, "The image " + script.name() + " is not yours to delete.");
        }
        if (condition.isIn(DELETING)) {
            return script.rules()
                    .secondDeletion()
                    .<ServiceOutcome<ListedImage>>map(
                            error -> new Refused<>(error, "The image " + script.name() + " is being deleted."))
                    .orElseGet(() -> Shown.one(image.shownAs(condition, now)));
        }
        Optional<DeletionObstacle> obstacle = image.obstacle(now);
        if (obstacle.isPresent()) {
            return new Refused<>(obstacle.get().error(), obstacle.get().message());
        }
        if (condition.isIn(PENDING, CREATING, COPYING, IMPORTING, VALIDATING)) {
            return new Refused<>(
                    AppStreamError.OPERATION_NOT_PERMITTED,
                    "The image %s cannot be deleted while it is %s.".formatted(script.name(), condition.state()));
        }
        image.life().delete(now);
        return Shown.one(image.shownAs(script.rules().isReplyStale() ? condition : DELETING.condition(), now));
    }
}
