package io.github.streamingimage.localrun;

import io.github.streamingimage.emulator.appstream.AppStreamError;
import io.github.streamingimage.emulator.appstream.AppStreamImageScript;
import io.github.streamingimage.emulator.appstream.AppStreamImageState;
import io.github.streamingimage.emulator.appstream.AppStreamImages;
import io.github.streamingimage.emulator.appstream.AppStreamOperation;
import io.github.streamingimage.emulator.service.ModeledError;
import java.time.Duration;
import java.util.Optional;

/** The images of a run in AppStream. */
final class PlannedAppStream extends PlannedImages {

    private final AppStreamImages images;

    PlannedAppStream(AppStreamImages images) {
        super(images, AppStreamOperation.DESCRIBE_IMAGES, AppStreamOperation.DELETE_IMAGE);
        this.images = images;
    }

    @Override
    void add(String id, Duration deletion, Optional<NamedFault> fault) {
        AppStreamImageScript image = AppStreamImageScript.available(id).deletionTakes(deletion);
        if (fault.equals(Optional.of(NamedFault.DELETE_FAILED))) {
            image = image.deletionFails(1, AppStreamImageState.FAILED, "INTERNAL_ERROR", "an internal error, scripted");
        } else if (fault.equals(Optional.of(NamedFault.NEVER_DELETES))) {
            image = image.neverDeletes();
        }
        images.add(image);
    }

    /** A fleet still uses the image when it is to be deleted, and some time after. */
    @Override
    void keepBusy(String id) {
        obstruct(id, AppStreamError.RESOURCE_IN_USE, "The image " + id + " is in use by the fleet fleet-1.", 2);
    }

    @Override
    boolean isUnharmed(String id) {
        return images.state(id).equals(Optional.of("AVAILABLE"));
    }

    @Override
    ModeledError throttling() {
        return AppStreamError.THROTTLING;
    }

    @Override
    ModeledError conflict() {
        return AppStreamError.CONCURRENT_MODIFICATION;
    }
}
