package io.github.streamingimage.simulation;

import io.github.streamingimage.emulator.service.ServiceListener;
import io.github.streamingimage.emulator.service.StateChange;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The images of a schedule: how they come to be, what others do to them, and how often they have changed. */
final class ImageLives implements ServiceListener {

    private final World world;
    private final Map<String, Integer> changes = new HashMap<>();
    private final Map<String, Integer> failures = new HashMap<>();
    private final Map<String, Instant> gone = new HashMap<>();
    private int made;

    ImageLives(World world) {
        this.world = world;
    }

    /** What a template names: a new image; one in fifty does not exist. */
    ImageKey make() {
        String id = newId();
        if (!world.chance().of(0.02)) {
            world.service().add(id, ImagePlan.byChance(world));
            if (world.strikes(Fault.SOMEBODY_DELETES)) {
                sometime("deletes " + id, () -> world.service().deletedBySomebody(id));
            }
        }
        return world.service().named(id);
    }

    /** A new image that is ready, and whose deletion takes this long. */
    ImageKey make(Duration deletion) {
        String id = newId();
        world.service().add(id, ImagePlan.calm(deletion));
        return world.service().named(id);
    }

    private String newId() {
        return "image-" + ++made;
    }

    /** Somebody else does this within an hour. */
    void sometime(String what, Runnable act) {
        world.agenda().after(world.chance().between(Duration.ofSeconds(1), Duration.ofHours(1)), () -> {
            world.note("somebody else %s", what);
            act.run();
        });
    }

    @Override
    public void stateChanged(StateChange change) {
        String id = change.imageId();
        changes.merge(id, 1, Integer::sum);
        if (change.to().equals(Optional.of("DELETE_FAILED"))) {
            failures.merge(id, 1, Integer::sum);
        } else if (change.to().orElse("DELETED").equals("DELETED")) {
            gone.putIfAbsent(id, change.at());
        }
        world.note("%s is %s", id, change.to().orElse("no more"));
    }

    /** How often the images of this id have changed their state. */
    int changes(ImageKey image) {
        return changes.getOrDefault(image.id(), 0);
    }

    /** How often a deletion of the image has failed. */
    int failures(ImageKey image) {
        world.service().model().advance();
        return failures.getOrDefault(image.id(), 0);
    }

    /** When the first image of this id was gone, if it is. */
    Optional<Instant> goneAt(ImageKey image) {
        world.service().model().advance();
        return Optional.ofNullable(gone.get(image.id()));
    }

    /** Whether the image really is gone, or never was. */
    boolean isGone(ImageKey image) {
        return world.service().isGone(image);
    }
}
