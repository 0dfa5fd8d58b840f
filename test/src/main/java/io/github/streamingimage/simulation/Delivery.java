package io.github.streamingimage.simulation;

import io.github.streamingimage.json.JsonReader;
import io.github.streamingimage.json.JsonWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The delivery of one event to a function invoked asynchronously: up to two retries after about one and two minutes, as long as
 * the event is not too old, and then the record of the failure to the last resort, which has none of its own.
 */
final class Delivery {

    private static final int MOST_INVOCATIONS = 3;
    private static final Duration RETRY = Duration.ofMinutes(1);

    private final World world;
    private final Lambda.Role role;
    private final Handling handling;
    private final byte[] event;
    private final Optional<Ending.Failed> after;
    private final Instant accepted;
    private int invocations;

    Delivery(World world, Lambda.Role role, Handling handling, byte[] event, Optional<Ending.Failed> after) {
        this(world, role, handling, event, after, world.now());
    }

    /** A delivery of an event that Lambda accepted earlier. */
    Delivery(
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
                : chance.between(Duration.ofMillis(5), Duration.ofMillis(500));
        world.agenda().after(queued, () -> deliver(Optional.empty()));
    }

    private void deliver(Optional<Ending.Failed> last) {
        if (Duration.between(accepted, world.now()).compareTo(role.maxEventAge()) > 0) {
            world.happened(Fault.TOO_OLD);
            giveUp("EventAgeExceeded", last);
            return;
        }
        invocations++;
        handling.delivered();
        world.lambda().invoke(role, handling, event, after, ending -> {
            if (ending instanceof Ending.Failed failed) {
                retry(failed);
            }
        });
    }

    private void retry(Ending.Failed failed) {
        if (invocations == MOST_INVOCATIONS) {
            giveUp("RetriesExhausted", Optional.of(failed));
        } else {
            Duration pause = RETRY.multipliedBy(invocations).plus(world.chance().seconds(-5, 15));
            world.agenda().after(pause, () -> deliver(Optional.of(failed)));
        }
    }

    private void giveUp(String condition, Optional<Ending.Failed> last) {
        world.note("Lambda gives up %s of %s: %s", role, handling.request(), condition);
        if (role == Lambda.Role.DELETION) {
            byte[] failureRecord = JsonWriter.utf8(failureRecord(condition, last));
            world.lambda().accept(Lambda.Role.LAST_RESORT, handling, failureRecord, last);
        }
    }

    private Map<String, Object> failureRecord(String condition, Optional<Ending.Failed> last) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("version", "1.0");
        fields.put("timestamp", world.now().toString());
        fields.put(
                "requestContext",
                Map.of(
                        "requestId",
                        "event",
                        "functionArn",
                        role.arn(),
                        "condition",
                        condition,
                        "approximateInvokeCount",
                        invocations));
        fields.put("requestPayload", JsonReader.read(event).fields());
        last.ifPresent(failed -> {
            fields.put("responseContext", Map.of("statusCode", 200, "functionError", "Unhandled"));
            fields.put("responsePayload", failed.payload());
        });
        return fields;
    }
}
