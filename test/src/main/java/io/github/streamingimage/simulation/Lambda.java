package io.github.streamingimage.simulation;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.streamingimage.Services;
import io.github.streamingimage.emulator.Deployment;
import io.github.streamingimage.emulator.lambda.AsynchronousInvocation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Lambda: runs the two functions of a provider, at least once for each event. */
final class Lambda {

    private static final double COLD = 0.1;
    private static final Duration TIMEOUT = Deployment.seconds("function.timeout");
    private static final Duration TIMEOUT_INLINE = Deployment.seconds("function.timeout.inline");
    private static final Duration FALLBACK_TIMEOUT = Deployment.seconds("fallback.timeout");

    private final World world;
    private final Function<Services, RequestStreamHandler> function;
    private int invocations;
    private Duration correction = Duration.ZERO;

    /** The two functions. */
    enum Role {
        DELETION(Deployment.seconds("function.event-age")),
        LAST_RESORT(Deployment.seconds("fallback.event-age"));

        private final AsynchronousInvocation policy;

        Role(Duration maximumEventAge) {
            policy = AsynchronousInvocation.DEFAULT.withMaximumEventAge(maximumEventAge);
        }

        /** What becomes of its events when it fails. */
        AsynchronousInvocation policy() {
            return policy;
        }

        String arn() {
            return "arn:aws:lambda:" + World.REGION + ":" + World.ACCOUNT + ":function:" + name();
        }
    }

    Lambda(World world, Function<Services, RequestStreamHandler> function) {
        this.world = world;
        this.function = function;
    }

    /**
     * Takes an event to be delivered later: at least once, and now and then once more.
     *
     * @param after what became of the event before, when it comes as a record of that
     */
    void accept(Role role, Handling handling, byte[] event, Optional<Ending.Failed> after) {
        new EventDelivery(world, role, handling, event, after).begin();
        if (world.strikes(Fault.DUPLICATE)) {
            Instant accepted = world.now();
            world.agenda()
                    .after(
                            world.chance().between(Duration.ofMillis(1), Duration.ofHours(2)),
                            () -> new EventDelivery(world, role, handling, event, after, accepted).begin());
        }
    }

    /** By how much an environment that runs the next invocation has corrected its clock: not at all when it is a new one. */
    Duration correction() {
        return correction.isZero() || world.chance().of(COLD) ? Duration.ZERO : correction;
    }

    /** An environment is ready for the next invocation, with this correction; or it is gone, and a new one has none. */
    void keep(Duration corrected) {
        correction = corrected;
    }

    /** How long a function may run: with the state machine it has no need to wait itself. */
    Duration timeout(Role role) {
        if (role == Role.LAST_RESORT) {
            return FALLBACK_TIMEOUT;
        }
        return world.stateMachine().isPresent() ? TIMEOUT : TIMEOUT_INLINE;
    }

    /** Invokes the function, after the time that a start takes. */
    void invoke(Role role, Handling handling, byte[] event, Optional<Ending.Failed> after, Consumer<Ending> then) {
        Duration start = world.latencies().start().draw(world.chance());
        Instant now = world.now();
        handling.lost(now, now.plus(start));
        String id = "invocation-" + ++invocations;
        world.agenda()
                .beginAfter(
                        start,
                        () -> then.accept(
                                new SimulatedInvocation(world, role, handling, id, after).run(function, event)));
    }
}
