package io.github.streamingimage.simulation;

import io.github.streamingimage.stepfunctions.Executions.Start;
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
    Start start(SimulatedInvocation invocation, String name, String input) {
        invocation.troubled(true);
        invocation.step();
        invocation.takesUsual();
        Secrecy.check(world, Clause.TELLS_THE_URL_IN_AN_EXECUTIONS_NAME, name);
        if (invocation.strikes(Fault.START_REFUSED)) {
            return new Start.NotStarted(Fault.START_REFUSED.description());
        }
        if (!executions.containsKey(name)) {
            world.note("%s starts execution %s", invocation, name);
            SimulatedExecution execution = new SimulatedExecution(world, invocation.handling(), input);
            executions.put(name, execution);
            execution.begin();
        } else if (executions.get(name).wasStopped()) {
            // The name is taken for good, and nobody goes on with the request.
            invocation.handling().stopped(world.now());
        }
        invocation.step();
        if (invocation.strikes(Fault.START_REPLY_LOST)) {
            return new Start.NotStarted(Fault.START_REPLY_LOST.description());
        }
        invocation.deeds().handedOver();
        return new Start.HandedOver();
    }
}
