package io.github.streamingimage.waiting;

import io.github.streamingimage.deletion.Decider;
import io.github.streamingimage.deletion.Decision;
import io.github.streamingimage.deletion.Decision.Act;
import io.github.streamingimage.deletion.Decision.CheckStack;
import io.github.streamingimage.deletion.Decision.Delete;
import io.github.streamingimage.deletion.Decision.PassEnd;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.Observation.Problem;
import io.github.streamingimage.deletion.Observation.Problem.Kind;
import io.github.streamingimage.deletion.Progress;
import io.github.streamingimage.deletion.StreamingImage;
import io.github.streamingimage.time.Time;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * One pass over a request: carries out an act, decides on what it showed, and goes on until there is nothing to do but wait or
 * respond. Decides nothing itself.
 *
 * @param stack looks at the request's stack
 * @param otherNamesResolve whether other host names can be resolved, asked anew
 */
public record Pass(
        Decider decider,
        StreamingImage image,
        Supplier<Observation> stack,
        BooleanSupplier otherNamesResolve,
        Time time,
        RandomGenerator random,
        PassLog log) {

    /** Runs it, from the progress that the last one ended with. */
    public PassEnd run(Progress progress) {
        Act act = decider.begin(progress, time.now());
        log.begun(act, time.now());
        while (true) {
            Observation seen = carryOut(act);
            log.observed(seen);
            Decision decision = decider.decide(act, seen, time.now(), random);
            log.decided(decision, time.now());
            if (decision instanceof PassEnd end) {
                return end;
            }
            act = (Act) decision;
        }
    }

    private Observation carryOut(Act act) {
        if (act instanceof CheckStack) {
            return stack.get();
        }
        Observation seen = act instanceof Delete delete ? image.delete(delete.clientToken()) : image.look();
        // A resolver that denies every name says nothing about this one.
        return seen instanceof Problem problem
                        && problem.kind() == Kind.ENDPOINT_MISSING
                        && !otherNamesResolve.getAsBoolean()
                ? new Problem(Kind.UNAVAILABLE, problem.description() + ", nor does any other")
                : seen;
    }
}
