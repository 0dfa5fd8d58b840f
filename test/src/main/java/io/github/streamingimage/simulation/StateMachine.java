package io.github.streamingimage.simulation;

import io.github.streamingimage.stepfunctions.Executions.Start;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The state machine: starts one execution for each name. */
final class StateMachine {

    static final String ARN = "arn:aws:states:" + World.REGION + ":" + World.ACCOUNT + ":stateMachine:waiting";

    private final World world;
    private final Map<String, SimulatedExecution> executions = new HashMap<>();

    StateMachine(World world) {
        this.world = world;
    }

    /** StartExecution, as one invocation meets it. */
    Start start(Run run, String name, String input) {
        run.troubled(true);
        run.step();
        run.takesUsual();
        Secrecy.check(world, "an execution's name", name);
        if (run.strikes(Fault.START_REFUSED)) {
            return new Start.NotStarted(Fault.START_REFUSED.description());
        }
        if (!executions.containsKey(name)) {
            world.note("%s starts execution %s", run, name);
            SimulatedExecution execution = new SimulatedExecution(world, run.handling(), input);
            executions.put(name, execution);
            execution.begin();
        }
        run.step();
        if (run.strikes(Fault.START_REPLY_LOST)) {
            return new Start.NotStarted(Fault.START_REPLY_LOST.description());
        }
        run.deeds().handedOver();
        return new Start.HandedOver();
    }

    /** Times of the service's own: between two states. */
    static Duration transition(Chance chance) {
        return chance.between(Duration.ofMillis(10), Duration.ofMillis(100));
    }
}
