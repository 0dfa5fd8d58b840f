package io.github.streamingimage.localrun;

import io.github.streamingimage.emulator.nimblestudio.Call;
import io.github.streamingimage.emulator.nimblestudio.ErrorType;
import io.github.streamingimage.emulator.nimblestudio.ImageScript;
import io.github.streamingimage.emulator.nimblestudio.Operation;
import io.github.streamingimage.emulator.nimblestudio.StatusCode;
import io.github.streamingimage.emulator.nimblestudio.StreamingImages;
import io.github.streamingimage.emulator.service.ModeledError;
import java.time.Duration;
import java.util.Optional;

/** The images of a run in a studio of Nimble Studio. */
final class PlannedStudio extends PlannedImages {

    private static final Duration UPDATE_TIME = Duration.ofSeconds(3);

    private final StreamingImages images;

    PlannedStudio(StreamingImages images) {
        super(images, Operation.GET, Operation.DELETE);
        this.images = images;
    }

    @Override
    void add(String id, Duration deletion, Optional<NamedFault> fault) {
        ImageScript image = ImageScript.ready(id)
                .name("Workstation " + id)
                .updateTakes(UPDATE_TIME)
                .deletionTakes(deletion);
        if (fault.equals(Optional.of(NamedFault.DELETE_FAILED))) {
            image = image.deletionFails(1, StatusCode.INTERNAL_ERROR, "an internal error, scripted");
        } else if (fault.equals(Optional.of(NamedFault.NEVER_DELETES))) {
            image = image.neverDeletes();
        }
        images.add(Plan.STUDIO, image);
    }

    /** The image is being updated, and a call to delete it meets a conflict once more. */
    @Override
    void keepBusy(String id) {
        images.handle(
                new Call.Update(Plan.STUDIO, id, Optional.empty(), Optional.of("Renamed " + id), Optional.empty()));
        obstruct(id, conflict(), "scripted", 1);
    }

    @Override
    boolean isUnharmed(String id) {
        return images.state(Plan.STUDIO, id).equals(Optional.of("READY"));
    }

    @Override
    ModeledError throttling() {
        return ErrorType.THROTTLING;
    }

    @Override
    ModeledError conflict() {
        return ErrorType.CONFLICT;
    }
}
