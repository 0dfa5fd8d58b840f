package io.github.streamingimage.simulation;

import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.Observation.StackProblem;
import io.github.streamingimage.emulator.cloudformation.Stack;
import io.github.streamingimage.emulator.cloudformation.StackDescription;
import io.github.streamingimage.stack.Stacks;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** DescribeStacks as one invocation meets it: a stack after its child, up to the root. */
final class SimulatedStacks implements Stacks {

    private final World world;
    private final Run run;

    SimulatedStacks(World world, Run run) {
        this.world = world;
        this.run = run;
    }

    @Override
    public Observation observe(String stackId) {
        run.troubled(false);
        Stack stack = run.handling().request().stack();
        if (!stack.id().equals(stackId)) {
            throw new IllegalStateException("asked for " + stackId + " instead of " + stack.id());
        }
        Optional<Instant> lastOperation = Optional.empty();
        String status = "";
        for (Optional<Stack> next = Optional.of(stack);
                next.isPresent();
                next = next.get().parent()) {
            stack = next.get();
            run.step();
            run.takesUsual();
            if (run.strikes(Fault.STACK_DENIED)) {
                return new StackProblem(true, Fault.STACK_DENIED.description());
            }
            if (run.strikes(Fault.STACK_UNREADABLE)) {
                return new StackProblem(false, Fault.STACK_UNREADABLE.description());
            }
            run.step();
            StackDescription seen = world.cloudFormation().described(stack);
            status = seen.status().name();
            world.note("%s sees that %s is %s", run, stack.id(), status);
            lastOperation = Stream.concat(lastOperation.stream(), seen.lastOperation().stream())
                    .max(Comparator.naturalOrder());
            if (status.contains("ROLLBACK")) {
                return new Observation.Stack(true, lastOperation, status);
            }
        }
        return new Observation.Stack(false, lastOperation, status);
    }
}
