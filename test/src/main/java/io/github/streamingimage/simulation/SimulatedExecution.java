package io.github.streamingimage.simulation;

import io.github.streamingimage.emulator.stepfunctions.ExecutionEvent;
import io.github.streamingimage.json.JsonReader;
import io.github.streamingimage.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One execution of the deployed state machine: Wait, Look, Done, and around again; Answer when no look succeeds any more. When it
 * fails, is aborted or times out, the rule invokes the last resort with its input.
 */
final class SimulatedExecution {

    private static final List<Retrier> LOOK = Retrier.of("Look");
    private static final List<Retrier> ANSWER = Retrier.of("Answer");
    private static final Duration TIMEOUT = Retrier.timeout();
    private static final Duration TASK_TIMEOUT = Retrier.taskTimeout("Look");

    private final World world;
    private final Handling handling;
    private final String input;
    private byte[] data;
    private Map<String, Object> fields;
    private final Instant started;
    private boolean stopped;
    private boolean running = true;

    SimulatedExecution(World world, Handling handling, String input) {
        this.world = world;
        this.handling = handling;
        this.input = input;
        this.started = world.now();
        this.data = input.getBytes(StandardCharsets.UTF_8);
        this.fields = JsonReader.read(data).fields();
    }

    void begin() {
        handling.hold(world.now());
        handling.handedOver();
        world.agenda().after(TIMEOUT, () -> stop("TIMED_OUT"));
        if (world.strikes(Fault.ABORTED)) {
            Duration after = world.chance().between(Duration.ofSeconds(1), Duration.ofHours(1));
            world.agenda().after(after, () -> stop("ABORTED"));
        }
        // Reaches past the deadline only when the start was refused until then.
        handling.lost(world.now(), world.now().plus(pause()));
        await();
    }

    private void await() {
        enter();
        next(pause(), this::look);
    }

    private Duration pause() {
        return Duration.ofSeconds(((Number) fields.get("waitSeconds")).longValue());
    }

    private void look() {
        task(LOOK, Optional.empty(), new int[LOOK.size()]);
    }

    /** @param after what is to be answered for, in the state Answer */
    private void task(List<Retrier> retriers, Optional<Ending.Failed> after, int[] retries) {
        enter();
        if (world.strikes(Fault.TASK_REFUSED)) {
            Ending.Failed refused = new Ending.Failed("Lambda.TooManyRequestsException", "Rate exceeded");
            failed(refused, retriers, after, retries);
            return;
        }
        if (world.strikes(Fault.TASK_TIMED_OUT)) {
            // The function runs, and nobody learns how it ended.
            world.lambda().invoke(Lambda.Role.DELETION, handling, data, after, ending -> {});
            handling.lost(world.now(), world.now().plus(TASK_TIMEOUT));
            next(TASK_TIMEOUT, () -> failed(new Ending.Failed("States.Timeout", ""), retriers, after, retries));
            return;
        }
        world.lambda().invoke(Lambda.Role.DELETION, handling, data, after, ending -> {
            if (!running) {
                return;
            }
            if (ending instanceof Ending.Returned returned) {
                enter();
                data = returned.output();
                fields = returned.fields();
                if (returned.goesOn()) {
                    await();
                } else {
                    enter();
                    end("SUCCEEDED");
                }
            } else {
                failed((Ending.Failed) ending, retriers, after, retries);
            }
        });
    }

    private void failed(Ending.Failed failed, List<Retrier> retriers, Optional<Ending.Failed> after, int[] retries) {
        for (int i = 0; i < retriers.size(); i++) {
            if (retriers.get(i).isFor(failed.errorType())) {
                Optional<Duration> pause = retriers.get(i).pause(retries[i]++, world.chance());
                if (pause.isPresent()) {
                    handling.lost(world.now(), world.now().plus(pause.get()));
                    next(pause.get(), () -> task(retriers, after, retries));
                    return;
                }
                break;
            }
        }
        if (after.isEmpty()) {
            Map<String, Object> fields =
                    new LinkedHashMap<>(JsonReader.read(data).fields());
            fields.put("failure", Map.of("Error", failed.errorType(), "Cause", failed.cause()));
            data = JsonWriter.utf8(fields);
            task(ANSWER, Optional.of(failed), new int[ANSWER.size()]);
        } else {
            stop("FAILED", Optional.of(failed));
        }
    }

    /** A state is entered, or its task is tried once more: a transition that is paid for. */
    private void enter() {
        handling.use(Usage::transition);
    }

    private void next(Duration pause, Runnable state) {
        Duration all = pause.plus(world.latencies().transition().draw(world.chance()));
        Instant now = world.now();
        handling.lost(now.plus(pause), now.plus(all));
        world.agenda().after(all, () -> {
            if (running) {
                state.run();
            }
        });
    }

    private void stop(String status) {
        stop(status, Optional.empty());
    }

    private void stop(String status, Optional<Ending.Failed> last) {
        if (!running) {
            return;
        }
        if (status.equals("ABORTED")) {
            handling.hit(Fault.ABORTED);
        }
        stopped = true;
        handling.stopped(world.now());
        end(status);
        if (world.strikes(Fault.EVENT_LOST)) {
            return;
        }
        Optional<String> included = world.strikes(Fault.EVENT_WITHOUT_INPUT) ? Optional.empty() : Optional.of(input);
        byte[] event = new ExecutionEvent(
                        StateMachine.ARN,
                        handling.request().id(),
                        status,
                        last.map(Ending.Failed::errorType).orElse(""),
                        last.map(Ending.Failed::cause).orElse(""),
                        started,
                        included)
                .json();
        world.agenda()
                .after(
                        world.chance().seconds(0.1, 3),
                        () -> world.lambda().accept(Lambda.Role.LAST_RESORT, handling, event, last));
    }

    /** Whether it has ended otherwise than by itself. */
    boolean wasStopped() {
        return stopped;
    }

    private void end(String status) {
        world.note("the execution for %s has %s", handling.request(), status);
        running = false;
        handling.release();
    }
}
