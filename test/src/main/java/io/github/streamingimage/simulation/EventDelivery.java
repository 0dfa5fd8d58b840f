package io.github.streamingimage.simulation;

import io.github.streamingimage.emulator.lambda.DestinationRecord;
import io.github.streamingimage.emulator.lambda.DestinationRecord.Condition;
import io.github.streamingimage.json.JsonWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The delivery of one event to a function invoked asynchronously, by the function's policy, some seconds sooner or later, and then
 * the record of the failure to the last resort, which has no destination of its own.
 */
final class EventDelivery {

    private final World world;
    private final Lambda.Role role;
    private final Handling handling;
    private final byte[] event;
    private final Optional<Ending.Failed> after;
    private final Instant accepted;
    private int invocations;

    EventDelivery(World world, Lambda.Role role, Handling handling, byte[] event, Optional<Ending.Failed> after) {
        this(world, role, handling, event, after, world.now());
    }

    /** A delivery of an event that Lambda accepted earlier. */
    EventDelivery(
            World world,
            Lambda.Role role,
            Handling handling,
            byte[] event,
            Optional<Ending.Failed> after,
            Instant accepted) {
        this.world = world;
        this.role = role;
        this.handling = handling;
        this.event = event;
        this.after = after;
        this.accepted = accepted;
    }

    void begin() {
        Chance chance = world.chance();
        Duration queued = world.strikes(Fault.LATE)
                ? chance.between(Duration.ofSeconds(1), Duration.ofHours(3))
                : world.latencies().queue().draw(chance);
        world.agenda().after(queued, () -> deliver(Optional.empty()));
    }

    private void deliver(Optional<Ending.Failed> last) {
        if (role.policy().isExpired(Duration.between(accepted, world.now()))) {
            world.happened(Fault.TOO_OLD);
            giveUp(Condition.EVENT_AGE_EXCEEDED, last);
            return;
        }
        invocations++;
        handling.delivered();
        world.lambda().invoke(role, handling, event, after, ending -> {
            if (ending instanceof Ending.Failed failed) {
                retryOrGiveUp(failed);
            }
        });
    }

    private void retryOrGiveUp(Ending.Failed failed) {
        role.policy()
                .delayAfter(invocations)
                .ifPresentOrElse(
                        delay -> {
                            Duration about = delay.plus(world.chance().seconds(-5, 15));
                            world.agenda().after(about, () -> deliver(Optional.of(failed)));
                        },
                        () -> giveUp(Condition.RETRIES_EXHAUSTED, Optional.of(failed)));
    }

    private void giveUp(Condition condition, Optional<Ending.Failed> last) {
        world.note("Lambda gives up %s of %s: %s", role, handling.request(), condition.wireName());
        if (role == Lambda.Role.DELETION) {
            Optional<byte[]> error = last.map(failed -> JsonWriter.utf8(failed.payload()));
            byte[] failureRecord =
                    new DestinationRecord(role.arn(), "event", condition, invocations, event, error).json(world.now());
            world.lambda().accept(Lambda.Role.LAST_RESORT, handling, failureRecord, last);
        }
    }
}
