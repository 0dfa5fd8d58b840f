package io.github.streamingimage.localrun;

import io.github.streamingimage.emulator.service.FaultScript;
import io.github.streamingimage.emulator.service.ModeledError;
import io.github.streamingimage.emulator.service.ServiceFault;
import io.github.streamingimage.emulator.service.ServiceModel;
import io.github.streamingimage.emulator.service.ServiceOperation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The images of a run in the service that has them, and what goes wrong there. */
abstract class PlannedImages {

    private final ServiceModel<?, ?> service;
    private final ServiceOperation look;
    private final ServiceOperation delete;

    PlannedImages(ServiceModel<?, ?> service, ServiceOperation look, ServiceOperation delete) {
        this.service = service;
        this.look = look;
        this.delete = delete;
    }

    /** Adds an image whose deletion takes so long, and which a fault has changed. */
    abstract void add(String id, Duration deletion, Optional<NamedFault> fault);

    /** Something else is done with the image, so that it cannot be deleted for a while. */
    abstract void keepBusy(String id);

    /** Whether nobody has begun to delete the image. */
    abstract boolean isUnharmed(String id);

    abstract ModeledError throttling();

    abstract ModeledError conflict();

    /** Throttles the next looks at the image, and the next calls to delete it. */
    final void throttle(String id, int looks, int deletions) {
        inject(id, look, new ServiceFault.Error(throttling(), "scripted"), looks);
        obstruct(id, throttling(), "scripted", deletions);
    }

    /** The next calls to delete the image meet this error. */
    final void obstruct(String id, ModeledError error, String message, int times) {
        inject(id, delete, new ServiceFault.Error(error, message), times);
    }

    /** Lets go wrong what goes wrong in the service, from now on. */
    final void befall(NamedFault fault, List<String> ids) {
        for (String id : ids) {
            switch (fault) {
                case THROTTLING -> throttle(id, 3, 3);
                case CONFLICT -> obstruct(id, conflict(), "the image is busy", 3);
                // Two for one call of the function: the JDK's HTTP client repeats a request once when its reply is
                // lost.
                case LOST_REPLY -> inject(id, delete, new ServiceFault.LostReply(), 2);
                case DELETE_FAILED, NEVER_DELETES, CRASH, SERVICE_RETIRED, ROLLBACK -> {}
            }
        }
    }

    private void inject(String id, ServiceOperation operation, ServiceFault fault, int times) {
        service.inject(FaultScript.on(operation, fault).onlyFor(id).times(times));
    }
}
