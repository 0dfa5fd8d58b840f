package io.github.streamingimage.emulator.nimblestudio;

import static io.github.streamingimage.emulator.nimblestudio.ImageState.CREATE_FAILED;
import static io.github.streamingimage.emulator.nimblestudio.ImageState.DELETED;
import static io.github.streamingimage.emulator.nimblestudio.ImageState.DELETE_FAILED;
import static io.github.streamingimage.emulator.nimblestudio.ImageState.DELETE_IN_PROGRESS;
import static io.github.streamingimage.emulator.nimblestudio.ImageState.READY;
import static io.github.streamingimage.emulator.nimblestudio.ImageState.UPDATE_FAILED;

import io.github.streamingimage.emulator.service.ImageCondition;
import io.github.streamingimage.emulator.service.ServiceOutcome;
import io.github.streamingimage.emulator.service.ServiceOutcome.Refused;
import io.github.streamingimage.emulator.service.ServiceOutcome.Shown;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What the service does with a call when nothing interferes; confined to the lock of {@link StreamingImages}. */
final class Catalogue {
    private final Studios studios;
    private final Tokens tokens = new Tokens();

    Catalogue(Studios studios) {
        this.studios = studios;
    }

    ServiceOutcome<ShownImage> perform(Call call, Instant now) {
        Optional<String> problem = Validation.problem(call);
        if (problem.isPresent()) {
            return new Refused<>(ErrorType.VALIDATION, problem.get());
        }
        if (!studios.contains(call.studioId())) {
            return notFound("studioId", call.studioId());
        }
        Optional<Tokens.Use> earlier = tokens.earlierUse(call);
        if (earlier.isPresent()) {
            return repeat(call, earlier.get(), now);
        }
        if (call instanceof Call.ListAll list) {
            return studios.page(list, now);
        }
        if (call instanceof Call.Create create) {
            return create(create, now);
        }
        String id = call.imageId().orElseThrow();
        return studios.find(call.studioId(), id)
                .flatMap(image -> call instanceof Call.Get
                        ? image.read(now).map(Shown::one)
                        : image.life().condition(now).map(condition -> change(call, image, condition, now)))
                .orElseGet(() -> notFound("streamingImageId", id));
    }

    /** The first request's effect stays the only one; the response shows what has become of the image meanwhile. */
    private static ServiceOutcome<ShownImage> repeat(Call call, Tokens.Use earlier, Instant now) {
        return call.equals(earlier.call())
                ? shown(earlier.image(), now)
                : new Refused<>(ErrorType.VALIDATION, "clientToken was used before, for another request");
    }

    private ServiceOutcome<ShownImage> create(Call.Create create, Instant now) {
        Image image = studios.create(create, now);
        tokens.remember(create, image);
        return shown(image, now);
    }

    private ServiceOutcome<ShownImage> change(Call call, Image image, ImageCondition condition, Instant now) {
        if (image.isOwnedByAmazon()) {
            return new Refused<>(ErrorType.ACCESS_DENIED, "The streaming image " + image.id() + " is owned by AMAZON");
        }
        if (call instanceof Call.Update update) {
            if (!condition.isIn(READY, UPDATE_FAILED)) {
                return conflict(image, condition);
            }
            image.update(now, update.name(), update.description());
        } else if (condition.isIn(READY, CREATE_FAILED, UPDATE_FAILED, DELETE_FAILED)) {
            image.life().delete(now);
        } else if (!condition.isIn(DELETE_IN_PROGRESS, DELETED)) {
            return conflict(image, condition);
        }
        tokens.remember(call, image);
        return shown(image, now);
    }

    private static ServiceOutcome<ShownImage> shown(Image image, Instant now) {
        return image.life()
                .condition(now)
                .map(image::shownAs)
                .<ServiceOutcome<ShownImage>>map(Shown::one)
                .orElseGet(() -> notFound("streamingImageId", image.id()));
    }

    private static ServiceOutcome<ShownImage> conflict(Image image, ImageCondition condition) {
        return new Refused<>(
                ErrorType.CONFLICT,
                "Another operation is in progress: the streaming image is " + condition.state(),
                Map.of("streamingImageId", image.id()));
    }

    private static ServiceOutcome<ShownImage> notFound(String field, String value) {
        return new Refused<>(
                ErrorType.RESOURCE_NOT_FOUND, field + " " + value + " was not found", Map.of(field, value));
    }
}
