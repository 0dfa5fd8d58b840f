package io.github.streamingimage.simulation;

import io.github.streamingimage.DeletionHandler;
import io.github.streamingimage.emulator.service.RateLimit;
import java.time.Duration;
import java.util.Optional;

/**
 * One operation on whole stacks in calm weather, in which nothing fails but what a rate limit refuses. All images are ready, and all
 * requests of one kind are issued at the same moment.
 *
 * @param images how many, 1 or more; beyond 500 they are in nested stacks of one parent
 * @param deletion how long each deletion takes from its acceptance on
 * @param limit what the service takes from all requests together, if that is limited
 * @param stackLimit what CloudFormation's Query API takes from all requests together, if that is limited
 * @param seed of all chance
 */
public record Scenario(
        ServiceKind service,
        Operation operation,
        int images,
        Duration deletion,
        Optional<RateLimit> limit,
        Optional<RateLimit> stackLimit,
        WaitingMode waiting,
        Latencies latencies,
        long seed) {

    /** As many resources as a template holds. */
    public static final int IMAGES_PER_STACK = 500;

    /** What is done with the stacks, and which of its requests counts. */
    public enum Operation {
        CREATE(Request.Type.CREATE),
        /** Changes a property of every resource, and keeps the images. */
        UPDATE(Request.Type.UPDATE),
        /** Gives every resource another logical id: what counts are the Deletes of the clean-up, which must leave the images alone. */
        RENAME(Request.Type.DELETE),
        DELETE(Request.Type.DELETE);

        private final Request.Type counted;

        Operation(Request.Type counted) {
            this.counted = counted;
        }

        Request.Type counted() {
            return counted;
        }
    }

    public Scenario {
        if (images > IMAGES_PER_STACK && operation != Operation.DELETE) {
            throw new IllegalArgumentException("images: nested stacks are only deleted");
        }
    }

    /** The deletion of one image, and no limit. */
    public static Scenario ofOne(Duration deletion, WaitingMode waiting, Latencies latencies, long seed) {
        return new Scenario(
                ServiceKind.NIMBLE_STUDIO,
                Operation.DELETE,
                1,
                deletion,
                Optional.empty(),
                Optional.empty(),
                waiting,
                latencies,
                seed);
    }

    /**
     * Runs the function's real code through the operation, on the virtual clock.
     *
     * @throws IllegalStateException when a promise is broken
     */
    public ScenarioResult run() {
        try (Strands strands = new Strands()) {
            World world = new World(Conditions.calm(this), strands, DeletionHandler::new, Optional.empty());
            Tally tally = world.run();
            if (!tally.breaches().isEmpty()) {
                throw new IllegalStateException(this + ": " + tally.breaches());
            }
            return ScenarioResult.of(this, world);
        }
    }
}
