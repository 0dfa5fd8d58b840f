package io.github.streamingimage.localrun;

import io.github.streamingimage.localrun.history.EmulatedService;
import java.util.Locale;
import java.util.stream.Stream;

/** What a local run can be told to let go wrong, for every image. */
enum NamedFault {
    THROTTLING("the service throttles the first three requests of each kind for each image"),
    CONFLICT("the first three calls to delete each image meet a ConflictException, or AppStream's"
            + " ConcurrentModificationException"),
    DELETE_FAILED("the first deletion of each image ends in DELETE_FAILED, or AppStream's FAILED, with INTERNAL_ERROR"),
    NEVER_DELETES("every image is being deleted for ever: the run fails"),
    LOST_REPLY("the first calls to delete each image are carried out, but their replies lost"),
    CRASH("the function's process is killed once for each image while it waits"),
    SERVICE_RETIRED(
            "Nimble Studio, and it only, is shut down after the stack was created; the function takes a minute to be sure"),
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

    /** Whether it can befall the images of this service. */
    boolean goesWith(EmulatedService service) {
        return this != SERVICE_RETIRED || service == EmulatedService.NIMBLE_STUDIO;
    }

    /** Whether it befalls the service's responses or images, so that it needs neither stack nor function. */
    boolean isOfService() {
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
}
