package io.github.streamingimage.waiting;

import io.github.streamingimage.deletion.Decider;
import io.github.streamingimage.deletion.Decision;
import io.github.streamingimage.deletion.ImageId;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.Progress;
import io.github.streamingimage.logging.EventLog;
import java.time.Instant;
import java.util.Optional;

/**
 * One pass over a request: looks at the image (or does what is due without a look), decides, acts and decides again, until there is
 * nothing to do but wait or answer. Decides nothing itself.
 */
public final class Pass {

    private final Decider decider;
    private final ImageId image;
    private final String stackId;
    private final Edges edges;
    private final PassLog log;

    public Pass(Decider decider, ImageId image, String stackId, Edges edges, EventLog log) {
        this.decider = decider;
        this.image = image;
        this.stackId = stackId;
        this.edges = edges;
        this.log = new PassLog(log);
    }

    /**
     * Runs the pass, and another at once as long as there is nothing to wait for.
     *
     * @return a Wait of more than zero, a Succeed or a Fail
     */
    public Decision run(Progress progress) {
        Decision decision = runOnce(progress);
        while (decision instanceof Decision.Wait wait && wait.delay().isZero()) {
            decision = runOnce(wait.progress());
        }
        return decision;
    }

    private Decision runOnce(Progress progress) {
        Decision decision = due(progress).orElseGet(() -> decide(edges.images().observe(image), progress));
        Optional<Observation> shown = act(decision);
        while (shown.isPresent()) {
            decision = decide(shown.get(), decision.progress());
            shown = act(decision);
        }
        return decision;
    }

    private Optional<Decision> due(Progress progress) {
        Instant now = edges.time().now();
        Optional<Decision> due = decider.due(progress, now);
        due.ifPresent(decision -> log.decided(decision, now));
        return due;
    }

    private Decision decide(Observation seen, Progress progress) {
        log.observed(seen);
        Instant now = edges.time().now();
        Decision decision = decider.decide(seen, progress, now, edges.random());
        log.decided(decision, now);
        return decision;
    }

    /** Does what the decision asks for, and tells what that showed; nothing when it asks for no act. */
    private Optional<Observation> act(Decision decision) {
        return decision.match(new Decision.Cases<>() {
            @Override
            public Optional<Observation> delete(Decision.Delete delete) {
                return Optional.of(edges.images().delete(image, delete.clientToken()));
            }

            @Override
            public Optional<Observation> checkStack(Decision.CheckStack checkStack) {
                return Optional.of(edges.stacks().observe(stackId));
            }

            @Override
            public Optional<Observation> await(Decision.Wait wait) {
                return Optional.empty();
            }

            @Override
            public Optional<Observation> succeed(Decision.Succeed succeed) {
                return Optional.empty();
            }

            @Override
            public Optional<Observation> fail(Decision.Fail fail) {
                return Optional.empty();
            }
        });
    }
}
