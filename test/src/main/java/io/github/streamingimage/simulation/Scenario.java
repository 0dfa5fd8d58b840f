package io.github.streamingimage.simulation;

import io.github.streamingimage.DeletionHandler;
import io.github.streamingimage.emulator.service.RateLimit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One operation on whole stacks in calm weather, in which nothing fails but what a rate limit refuses. All images are ready, and all
 * requests of one kind are issued at the same moment.
 *
 * @param service whose images they are
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
        DELETE(Request.Type.DELETE),
        /** Creates, updates and deletes, one after the other. */
        LIFE(Request.Type.DELETE);

        private final Request.Type counted;

        Operation(Request.Type counted) {
            this.counted = counted;
        }

        Request.Type counted() {
            return counted;
        }

        /** The operations that it consists of, in their order. */
        public List<Operation> stages() {
            return this == LIFE ? List.of(CREATE, UPDATE, DELETE) : List.of(this);
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
     * Runs the function's real code through the operation, on the virtual clock. What became of it, or of the last one of a life.
     *
     * @throws IllegalStateException when a promise is broken
     */
    public ScenarioResult run() {
        List<ScenarioResult> results = runStages();
        return results.get(results.size() - 1);
    }

    /** The same, with what became of each of its stages. */
    public List<ScenarioResult> runStages() {
        try (Strands strands = new Strands()) {
            World world = new World(Conditions.calm(this), strands, DeletionHandler::new, Optional.empty());
            Tally tally = world.run();
            if (!tally.breaches().isEmpty()) {
                throw new IllegalStateException(this + ": " + tally.breaches());
            }
            return operation.stages().stream()
                    .map(stage -> ScenarioResult.of(stage, images, world))
                    .toList();
        }
    }
}
