package io.github.streamingimage.localrun.history;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What a run was asked to do.
 *
 * @param service whose images they are
 * @param images how many
 * @param deletionTime about how long each deletion takes
 * @param fault as the command line names it
 * @param waiting how the function waits, as the command line names it
 */
public record Parameters(
        EmulatedService service, int images, Duration deletionTime, Optional<String> fault, String waiting, long seed) {
    public Parameters {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(deletionTime, "deletionTime");
        Objects.requireNonNull(fault, "fault");
        Objects.requireNonNull(waiting, "waiting");
    }
}
