package io.github.streamingimage.waiting;

import io.github.streamingimage.customresource.Addressee;
import io.github.streamingimage.deletion.Decider;
import io.github.streamingimage.deletion.Decision;
import io.github.streamingimage.deletion.Decision.Act;
import io.github.streamingimage.deletion.Decision.CheckDeclarations;
import io.github.streamingimage.deletion.Decision.CheckStack;
import io.github.streamingimage.deletion.Decision.Delete;
import io.github.streamingimage.deletion.Decision.PassEnd;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.Observation.Problem;
import io.github.streamingimage.deletion.Observation.Problem.Kind;
import io.github.streamingimage.deletion.Progress;
import io.github.streamingimage.deletion.StreamingImage;
import io.github.streamingimage.http.Resolver;
import io.github.streamingimage.http.Resolver.Word;
import io.github.streamingimage.stack.Stacks;
import io.github.streamingimage.time.Time;
import java.util.random.RandomGenerator;

/**
 * One pass over a request: carries out an act, decides on what it showed, and goes on until there is nothing to do but wait or
 * respond. Decides nothing itself.
 *
 * @param addressee names the resource of the request and its stack
 */
public record Pass(
        Decider decider,
        StreamingImage image,
        Stacks stacks,
        Addressee addressee,
        Resolver resolver,
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
            return stacks.look(addressee.stackId());
        }
        if (act instanceof CheckDeclarations check) {
            return stacks.resources(
                    addressee.stackId(), addressee.logicalResourceId(), addressee.physicalResourceId(), check.page());
        }
        return believed(act instanceof Delete delete ? image.delete(delete.clientToken()) : image.look());
    }

    /** A resolver that denies every name says nothing about one. */
    private Observation believed(Observation seen) {
        return seen instanceof Problem problem
                        && problem.kind() == Kind.ENDPOINT_MISSING
                        && resolver.ask(addressee.responseUrl().host()) != Word.EXISTS
                ? new Problem(Kind.UNAVAILABLE, problem.description() + ", nor does any other")
                : seen;
    }
}
