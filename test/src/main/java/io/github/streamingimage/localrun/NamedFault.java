package io.github.streamingimage.localrun;

import io.github.streamingimage.emulator.nimblestudio.ErrorType;
import io.github.streamingimage.emulator.nimblestudio.ImageScript;
import io.github.streamingimage.emulator.nimblestudio.Operation;
import io.github.streamingimage.emulator.nimblestudio.StatusCode;
import io.github.streamingimage.emulator.nimblestudio.StreamingImages;
import io.github.streamingimage.emulator.service.FaultScript;
import io.github.streamingimage.emulator.service.ServiceFault;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a local run can be told to let go wrong, for every image. */
enum NamedFault {
    THROTTLING("Nimble Studio throttles the first three requests of each kind for each image"),
    CONFLICT("the first three DeleteStreamingImage calls for each image meet a ConflictException"),
    DELETE_FAILED("the first deletion of each image ends in DELETE_FAILED with INTERNAL_ERROR"),
    NEVER_DELETES("every image stays DELETE_IN_PROGRESS for ever: the run fails"),
    LOST_REPLY("the first DeleteStreamingImage calls for each image are carried out, but their replies lost"),
    CRASH("the function's process is killed once for each image while it waits"),
    SERVICE_RETIRED("Nimble Studio is shut down after the stack was created; the function takes a minute to be sure"),
    ROLLBACK("the first creation of the stack fails and is rolled back: the images must survive it");

    private final String description;

    NamedFault(String description) {
        this.description = description;
    }

    /** The name as the command line spells it. */
    String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String description() {
        return description;
    }

    /** Whether it befalls Nimble Studio's answers or images, so that it needs neither stack nor function. */
    boolean isOfNimbleStudio() {
        return switch (this) {
            case THROTTLING, CONFLICT, DELETE_FAILED, NEVER_DELETES, LOST_REPLY -> true;
            case CRASH, SERVICE_RETIRED, ROLLBACK -> false;
        };
    }

    static Stream<String> options() {
        return Stream.of(values()).map(NamedFault::option);
    }

    /** The fault that the command line names. @throws IllegalArgumentException when there is none */
    static NamedFault of(String option) {
        return Stream.of(values())
                .filter(fault -> fault.option().equals(option))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    /** How the fault changes an image. */
    ImageScript script(ImageScript image) {
        return switch (this) {
            case DELETE_FAILED -> image.deletionFails(1, StatusCode.INTERNAL_ERROR, "an internal error, scripted");
            case NEVER_DELETES -> image.neverDeletes();
            case THROTTLING, CONFLICT, LOST_REPLY, CRASH, SERVICE_RETIRED, ROLLBACK -> image;
        };
    }

    /** Lets go wrong what goes wrong in the service, from now on. */
    void befall(StreamingImages service, List<String> imageIds) {
        switch (this) {
            case THROTTLING -> {
                ServiceFault fault = new ServiceFault.Error(ErrorType.THROTTLING, "scripted");
                inject(service, imageIds, Operation.GET, fault, 3);
                inject(service, imageIds, Operation.DELETE, fault, 3);
            }
            case CONFLICT ->
                inject(
                        service,
                        imageIds,
                        Operation.DELETE,
                        new ServiceFault.Error(ErrorType.CONFLICT, "the image is busy"),
                        3);
            // Two for one call of the function: the JDK's HTTP client repeats a request once when its reply is lost.
            case LOST_REPLY -> inject(service, imageIds, Operation.DELETE, new ServiceFault.LostReply(), 2);
            case DELETE_FAILED, NEVER_DELETES, CRASH, SERVICE_RETIRED, ROLLBACK -> {}
        }
    }

    private static void inject(
            StreamingImages service, List<String> imageIds, Operation operation, ServiceFault fault, int times) {
        for (String id : imageIds) {
            service.inject(FaultScript.on(operation, fault).onlyFor(id).times(times));
        }
    }
}
