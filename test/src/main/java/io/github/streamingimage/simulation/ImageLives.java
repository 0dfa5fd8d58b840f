package io.github.streamingimage.simulation;

import io.github.streamingimage.emulator.nimblestudio.Call;
import io.github.streamingimage.emulator.nimblestudio.ImageScript;
import io.github.streamingimage.emulator.nimblestudio.ImageState;
import io.github.streamingimage.emulator.nimblestudio.StatusCode;
import io.github.streamingimage.emulator.service.ServiceListener;
import io.github.streamingimage.emulator.service.StateChange;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The images of a schedule: how they behave, what others do to them, and how often they have changed. */
final class ImageLives implements ServiceListener {

    private static final String STUDIO = "studio-1";
    private static final Duration LONGEST_DELETION = Duration.ofMinutes(100);
    private static final Duration LONGEST_LAG = Duration.ofSeconds(30);

    private final World world;
    private final Map<String, Integer> changes = new HashMap<>();
    private final Map<String, Integer> failures = new HashMap<>();
    private final Map<String, Instant> gone = new HashMap<>();
    private int made;

    ImageLives(World world) {
        this.world = world;
    }

    /** A new image; one in fifty does not exist. */
    ImageKey make() {
        Chance chance = world.chance();
        ImageKey image = new ImageKey(STUDIO, "image-" + ++made);
        if (chance.of(0.02)) {
            return image;
        }
        world.images().add(STUDIO, script(image.imageId()));
        if (world.strikes(Fault.SOMEBODY_DELETES)) {
            sometime(new Call.Delete(STUDIO, image.imageId(), Optional.of("somebody-" + made)));
        }
        if (world.strikes(Fault.SOMEBODY_UPDATES)) {
            sometime(new Call.Update(
                    STUDIO, image.imageId(), Optional.empty(), Optional.of("renamed"), Optional.empty()));
        }
        return image;
    }

    /** A new image that is READY, and whose deletion takes this long. */
    ImageKey make(Duration deletion) {
        ImageKey image = new ImageKey(STUDIO, "image-" + ++made);
        world.images().add(STUDIO, ImageScript.ready(image.imageId()).deletionTakes(deletion));
        return image;
    }

    private ImageScript script(String id) {
        Chance chance = world.chance();
        ImageScript script = ImageScript.ready(id)
                .deletionTakes(chance.between(
                        Duration.ofMillis(200), chance.of(0.05) ? LONGEST_DELETION : Duration.ofMinutes(4)))
                .updateTakes(chance.between(Duration.ofMillis(200), Duration.ofMinutes(2)));
        if (world.strikes(Fault.STRANGE_START)) {
            script = strange(script);
        }
        if (chance.of(0.5)) {
            script = script.showsDeletedFor(chance.of(0.5) ? Duration.ZERO : chance.seconds(0, 5));
        }
        boolean fails = world.strikes(Fault.DELETION_FAILING);
        if (world.strikes(Fault.READS_STALE)) {
            script = script.staleReadsFor(chance.between(Duration.ofMillis(200), LONGEST_LAG));
        }
        if (world.strikes(Fault.DELETION_ENDLESS)) {
            return script.neverDeletes();
        }
        if (fails) {
            StatusCode code = chance.oneOf(List.of(StatusCode.INTERNAL_ERROR, StatusCode.ACCESS_DENIED));
            return script.deletionFails(chance.between(1, 5), code, "Ünfit. ".repeat(chance.between(1, 900)));
        }
        return script;
    }

    private ImageScript strange(ImageScript script) {
        Chance chance = world.chance();
        Duration lasts = chance.between(Duration.ofSeconds(1), Duration.ofMinutes(20));
        return switch (chance.between(1, 7)) {
            case 1 -> script.startsIn(ImageState.CREATE_IN_PROGRESS, lasts, ImageState.CREATE_FAILED);
            case 2 -> script.startsIn(ImageState.UPDATE_IN_PROGRESS, lasts, ImageState.UPDATE_FAILED);
            case 3 -> script.startsIn(ImageState.DELETE_IN_PROGRESS, lasts, ImageState.READY);
            case 4 -> script.startsIn(ImageState.DELETE_FAILED);
            case 5 -> script.startsInUnknown("SHARE_IN_PROGRESS", lasts);
            case 6 -> script.ownedByAmazon();
            default -> script.startsIn(ImageState.CREATE_IN_PROGRESS, lasts);
        };
    }

    private void sometime(Call call) {
        world.agenda().after(world.chance().between(Duration.ofSeconds(1), Duration.ofHours(1)), () -> {
            world.note("somebody else calls %s", call);
            world.images().handle(call);
        });
    }

    @Override
    public void stateChanged(StateChange change) {
        changes.merge(change.imageId(), 1, Integer::sum);
        if (change.to().equals(Optional.of(ImageState.DELETE_FAILED.name()))) {
            failures.merge(change.imageId(), 1, Integer::sum);
        } else if (change.to().equals(Optional.of(ImageState.DELETED.name()))) {
            gone.put(change.imageId(), change.at());
        }
        world.note("%s is %s", change.imageId(), change.to().orElse("no more"));
    }

    /** How often the image has changed its state. */
    int changes(ImageKey image) {
        return changes.getOrDefault(image.imageId(), 0);
    }

    /** How often a deletion of the image has failed. */
    int failures(ImageKey image) {
        world.images().advance();
        return failures.getOrDefault(image.imageId(), 0);
    }

    /** When the deletion of the image ended, if it has. */
    Optional<Instant> goneAt(ImageKey image) {
        world.images().advance();
        return Optional.ofNullable(gone.get(image.imageId()));
    }

    /** Whether the image really is gone, or never was. */
    boolean isGone(ImageKey image) {
        return world.images()
                .state(image.studioId(), image.imageId())
                .map(ImageState.DELETED.name()::equals)
                .orElse(true);
    }
}
