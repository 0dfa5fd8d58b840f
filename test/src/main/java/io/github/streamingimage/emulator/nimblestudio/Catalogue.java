package io.github.streamingimage.emulator.nimblestudio;

import static io.github.streamingimage.emulator.nimblestudio.ImageState.CREATE_FAILED;
import static io.github.streamingimage.emulator.nimblestudio.ImageState.DELETED;
import static io.github.streamingimage.emulator.nimblestudio.ImageState.DELETE_FAILED;
import static io.github.streamingimage.emulator.nimblestudio.ImageState.DELETE_IN_PROGRESS;
import static io.github.streamingimage.emulator.nimblestudio.ImageState.READY;
import static io.github.streamingimage.emulator.nimblestudio.ImageState.UPDATE_FAILED;

import io.github.streamingimage.emulator.nimblestudio.Outcome.Refused;
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

    Outcome perform(Call call, Instant now) {
        Optional<String> problem = Validation.problem(call);
        if (problem.isPresent()) {
            return Refused.of(ErrorType.VALIDATION, problem.get());
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
        String id = call.streamingImageId().orElseThrow();
        return studios.find(call.studioId(), id)
                .flatMap(image -> call instanceof Call.Get
                        ? image.read(now).map(Outcome.One::new)
                        : image.condition(now).map(condition -> change(call, image, condition, now)))
                .orElseGet(() -> notFound("streamingImageId", id));
    }

    /** The first request's effect stays the only one; the answer shows what has become of the image meanwhile. */
    private static Outcome repeat(Call call, Tokens.Use earlier, Instant now) {
        return call.equals(earlier.call())
                ? shown(earlier.image(), now)
                : Refused.of(ErrorType.VALIDATION, "clientToken was used before, for another request");
    }

    private Outcome create(Call.Create create, Instant now) {
        Image image = studios.create(create, now);
        tokens.remember(create, image);
        return shown(image, now);
    }

    private Outcome change(Call call, Image image, Condition condition, Instant now) {
        if (image.isOwnedByAmazon()) {
            return Refused.of(ErrorType.ACCESS_DENIED, "The streaming image " + image.id() + " is owned by AMAZON");
        }
        if (call instanceof Call.Update update) {
            if (!condition.isIn(READY, UPDATE_FAILED)) {
                return conflict(image, condition);
            }
            image.update(now, update.name(), update.description());
        } else if (condition.isIn(READY, CREATE_FAILED, UPDATE_FAILED, DELETE_FAILED)) {
            image.delete(now);
        } else if (!condition.isIn(DELETE_IN_PROGRESS, DELETED)) {
            return conflict(image, condition);
        }
        tokens.remember(call, image);
        return shown(image, now);
    }

    private static Outcome shown(Image image, Instant now) {
        return image.condition(now)
                .map(image::shownAs)
                .<Outcome>map(Outcome.One::new)
                .orElseGet(() -> notFound("streamingImageId", image.id()));
    }

    private static Outcome conflict(Image image, Condition condition) {
        return new Refused(
                ErrorType.CONFLICT,
                "Another operation is in progress: the streaming image is " + condition.state(),
                Map.of("streamingImageId", image.id()));
    }

    private static Outcome notFound(String field, String value) {
        return new Refused(ErrorType.RESOURCE_NOT_FOUND, field + " " + value + " was not found", Map.of(field, value));
    }
}
