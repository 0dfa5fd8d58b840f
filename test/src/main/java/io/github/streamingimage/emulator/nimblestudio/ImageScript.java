package io.github.streamingimage.emulator.nimblestudio;

import io.github.streamingimage.emulator.service.Beginning;
import io.github.streamingimage.emulator.service.DeletionScript;
import io.github.streamingimage.emulator.service.ImageCondition;
import io.github.streamingimage.emulator.service.ImageLife;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What an image is and how it will behave, written down in advance; immutable.
 *
 * <p>Unless told otherwise an image is READY from the start, belongs to its studio, takes a second to be updated, is
 * DELETED as soon as that is asked for, and is shown as DELETED for ever after.
 */
public record ImageScript(
        String streamingImageId,
        String name,
        boolean isOwnedByAmazon,
        Beginning beginning,
        Duration updateTakes,
        DeletionScript deletion) {

    public ImageScript {
        Validation.streamingImageId(streamingImageId).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(beginning, "beginning");
        Objects.requireNonNull(deletion, "deletion");
        if (updateTakes.isNegative()) {
            throw new IllegalArgumentException("updateTakes must not be negative: " + updateTakes);
        }
    }

    /** An image that is READY. */
    public static ImageScript ready(String streamingImageId) {
        return new ImageScript(
                streamingImageId,
                "image",
                false,
                Beginning.as(ImageState.READY.condition()),
                Duration.ofSeconds(1),
                DeletionScript.atOnce(
                        ImageState.DELETE_IN_PROGRESS.condition(),
                        ImageState.DELETE_FAILED.condition(),
                        ImageState.DELETED.condition(),
                        Optional.empty()));
    }

    public ImageScript name(String newName) {
        return new ImageScript(streamingImageId, newName, isOwnedByAmazon, beginning, updateTakes, deletion);
    }

    ImageScript withId(String newId) {
        return new ImageScript(newId, name, isOwnedByAmazon, beginning, updateTakes, deletion);
    }

    /** Nimble Studio provides the image: it can be read, but neither updated nor deleted. */
    public ImageScript ownedByAmazon() {
        return new ImageScript(streamingImageId, name, true, beginning, updateTakes, deletion);
    }

    /** The image stays in this state until an operation changes it. */
    public ImageScript startsIn(ImageState state) {
        return begins(Beginning.as(state.condition()));
    }

    /** As {@link #startsIn(ImageState, Duration, ImageState)}, settling to READY. */
    public ImageScript startsIn(ImageState state, Duration lasts) {
        return startsIn(state, lasts, ImageState.READY);
    }

    /** From DELETE_IN_PROGRESS it goes on as {@code deletion…} says: somebody else has begun to delete the image. */
    public ImageScript startsIn(ImageState state, Duration lasts, ImageState settled) {
        return begins(new Beginning(state.condition(), Optional.of(lasts), settled.condition()));
    }

    /** A state that the API's last version does not know; the image then settles to READY. */
    public ImageScript startsInUnknown(String state, Duration lasts) {
        ImageCondition unknown =
                new ImageCondition(state, "STREAMING_IMAGE_" + state, "The streaming image is " + state + ".");
        return begins(new Beginning(unknown, Optional.of(lasts), ImageState.READY.condition()));
    }

    public ImageScript updateTakes(Duration duration) {
        return new ImageScript(streamingImageId, name, isOwnedByAmazon, beginning, duration, deletion);
    }

    /** How long the image stays DELETE_IN_PROGRESS. */
    public ImageScript deletionTakes(Duration duration) {
        return deletes(deletion.taking(duration));
    }

    /** Once a deletion is accepted, the image stays DELETE_IN_PROGRESS for ever. */
    public ImageScript neverDeletes() {
        return deletes(deletion.endless());
    }

    /** The first so many deletions end in DELETE_FAILED. */
    public ImageScript deletionFails(int times, StatusCode statusCode, String statusMessage) {
        return deletes(deletion.failing(times, ImageState.DELETE_FAILED.condition(statusCode, statusMessage)));
    }

    /** How long Get answers DELETED before it answers 404; zero for 404 at once. */
    public ImageScript showsDeletedFor(Duration duration) {
        return deletes(deletion.leavingTombstoneFor(duration));
    }

    /** How long Get and List go on answering the old condition after Delete was accepted. */
    public ImageScript staleReadsFor(Duration duration) {
        return deletes(deletion.readStaleFor(duration));
    }

    ImageLife life(Instant now) {
        return new ImageLife(streamingImageId, beginning, deletion, now);
    }

    private ImageScript begins(Beginning changed) {
        return new ImageScript(streamingImageId, name, isOwnedByAmazon, changed, updateTakes, deletion);
    }

    private ImageScript deletes(DeletionScript changed) {
        return new ImageScript(streamingImageId, name, isOwnedByAmazon, beginning, updateTakes, changed);
    }
}
