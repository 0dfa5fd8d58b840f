package io.github.streamingimage.deletion;

import io.github.streamingimage.deletion.Decision.Act;
import io.github.streamingimage.deletion.Decision.CheckStack;
import io.github.streamingimage.deletion.Decision.Delete;
import io.github.streamingimage.deletion.Decision.Fail;
import io.github.streamingimage.deletion.Decision.Look;
import io.github.streamingimage.deletion.Decision.Succeed;
import io.github.streamingimage.deletion.Decision.Succeed.Outcome;
import io.github.streamingimage.deletion.Observation.Image;
import io.github.streamingimage.deletion.Observation.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * Decides a Delete: the image is gone, or it must be deleted, or waited for, or given up. Level-triggered: what is seen now
 * decides, not which transitions were seen before, so the first pass, the hundredth, and the first after a crash are the same.
 * A deletion is never decided after the deadline, and under {@link OnRollback#RETAIN} only once the stack and its ancestors are
 * known not to be rolling back, and not to have begun anything new since the request.
 *
 * @param requestId the RequestId, from which the client tokens are derived
 * @param image the image to delete
 */
public record Deletion(String requestId, ImageIdentity image, OnRollback onRollback, OnServiceRetired onServiceRetired)
        implements Decider {

    /** How often a deletion that fails and may be retried is tried, each time with a new client token. */
    static final int MAX_ATTEMPTS = 4;

    /** How long a read may lag behind an accepted deletion; the services' real lag was never published. */
    static final Duration STALE_READ = Duration.ofSeconds(10);

    /** An operation that began no later than this after a request can be the request's own: clocks, and times in whole seconds. */
    static final Duration SAME_OPERATION = Duration.ofSeconds(2);

    /**
     * How long the stack counts as not rolling back for a deletion that is throttled and repeated; a stack of hundreds of images
     * would have DescribeStacks throttled if each of them looked each time.
     */
    static final Duration STACK_HOLDS = Duration.ofSeconds(10);

    /** What becomes of the image when its Delete comes from a rollback. */
    public enum OnRollback {
        RETAIN,
        DELETE
    }

    /** What a Delete comes to when the service has no endpoint any more. */
    public enum OnServiceRetired {
        SUCCEED,
        FAIL
    }

    public Deletion {
        Objects.requireNonNull(requestId);
        Objects.requireNonNull(image);
        Objects.requireNonNull(onRollback);
        Objects.requireNonNull(onServiceRetired);
    }

    /** A look, or the deletion that was throttled, unless the deadline has been reached meanwhile. */
    @Override
    public Act begin(Progress progress, Instant now) {
        return progress.attempt().due() && !progress.time().isReached(now)
                ? deleteOnceChecked(progress, now)
                : new Look(progress);
    }

    @Override
    public Decision decide(Act act, Observation seen, Instant now, RandomGenerator random) {
        Progress progress = act instanceof Look ? begun(act.progress()) : act.progress();
        Situation situation = new Situation(image.toString(), now, random);
        return seen.match(new Observation.Cases<>() {
            @Override
            public Decision image(Image image) {
                return onImage(image, progress.saw(image.state(), now), situation);
            }

            @Override
            public Decision deleteAccepted(Observation.DeleteAccepted accepted) {
                // The response says what the call began; only looks say what the image is.
                Progress after = progress.with(progress.attempt().accepted(now));
                return accepted.image().phase() == Phase.GONE
                        ? succeed(Outcome.DELETED, after)
                        : situation.begun("the deletion was accepted", after);
            }

            @Override
            public Decision notFound(Observation.NotFound notFound) {
                return succeed(Outcome.DELETED, progress.looked());
            }

            @Override
            public Decision problem(Problem problem) {
                return onProblem(problem, act, act instanceof Look ? progress.looked() : progress, situation);
            }

            @Override
            public Decision stack(Observation.Stack stack) {
                return onStack(stack, progress, situation);
            }

            @Override
            public Decision stackProblem(Observation.StackProblem problem) {
                Progress after = progress.with(progress.attempt().due(false));
                return problem.accessDenied()
                        ? situation.denied(FailureCode.STACK_STATUS_UNREADABLE, problem.description(), after)
                        : situation.failed(problem.description(), after);
            }
        });
    }

    /** A look begins anew: a rollback may have begun while the request waited. */
    private static Progress begun(Progress progress) {
        return progress.with(progress.attempt().due(false)).with((StackSeen) null);
    }

    private Decision onImage(Image seen, Progress progress, Situation situation) {
        return switch (seen.phase()) {
            case GONE -> succeed(Outcome.DELETED, progress);
            case DELETING, BUSY, UNKNOWN -> situation.await("the image is " + seen.state(), progress);
            case AT_REST ->
                acceptedJustNow(progress, situation)
                        ? situation.await("the read is older than the accepted deletion", progress)
                        : delete(progress, situation);
            case DELETION_FAILED -> onDeletionFailed(seen, progress, situation);
        };
    }

    private Decision onDeletionFailed(Image seen, Progress progress, Situation situation) {
        Attempt attempt = progress.attempt();
        if (attempt.acceptedAt() == null) {
            return delete(progress, situation);
        }
        boolean seenBeforeTheCall = progress.image().since().isBefore(attempt.acceptedAt());
        if (seenBeforeTheCall && acceptedJustNow(progress, situation)) {
            return situation.await("the read is older than the accepted deletion", progress);
        }
        if (seen.retryable() && attempt.number() < MAX_ATTEMPTS) {
            return delete(progress.with(attempt.next()), situation);
        }
        return new Fail(
                FailureCode.DELETE_FAILED,
                image + " is " + seen.state() + " (" + seen.statusCode() + "): " + seen.statusMessage(),
                progress);
    }

    private Decision onStack(Observation.Stack seen, Progress progress, Situation situation) {
        if (seen.rollingBack()) {
            return succeed(Outcome.RETAINED, progress.with(new StackSeen(true, situation.now())));
        }
        // Lambda delivers late, and more than once: the rollback that the request came from can be over by then, and
        // the
        // stack be deleted or updated again.
        Instant latest = progress.time().startedAt().plus(SAME_OPERATION);
        return seen.lastOperation().filter(latest::isBefore).isPresent()
                ? new Fail(
                        FailureCode.REQUEST_OVERTAKEN,
                        image + " was not deleted: since this request was issued, another operation has begun: "
                                + seen.description() + ".",
                        progress)
                : delete(progress.with(new StackSeen(false, situation.now())), situation);
    }

    private Decision onProblem(Problem problem, Act act, Progress progress, Situation situation) {
        String description = problem.description();
        boolean repeated = progress.attempt().due();
        Progress after = progress.with(progress.attempt().due(false));
        return switch (problem.kind()) {
            case CONFLICT -> situation.await("the image is busy: " + description, after);
            case THROTTLED ->
                act instanceof Look
                        ? situation.throttledLook(description, after)
                        : situation.throttledCall(
                                description, progress.with(progress.attempt().due(true)));
            case UNAVAILABLE -> situation.failed(description, after);
            case ACCESS_DENIED -> situation.denied(FailureCode.ACCESS_DENIED, description, after);
            // The image may have changed since it was looked at.
            case REJECTED -> repeated ? new Look(after) : new Fail(FailureCode.REQUEST_REJECTED, description, after);
            case ENDPOINT_MISSING -> situation.endpointMissing(description, after, this::retired);
        };
    }

    private Decision retired(Progress progress) {
        return switch (onServiceRetired) {
            case SUCCEED -> succeed(Outcome.SERVICE_RETIRED, progress);
            case FAIL ->
                new Fail(
                        FailureCode.SERVICE_RETIRED,
                        image + " was not deleted: its service has no endpoint in this region any more.",
                        progress);
        };
    }

    private Decision delete(Progress progress, Situation situation) {
        return progress.time().isReached(situation.now())
                ? situation.deadlineReached("the deletion was not asked for any more", progress)
                : deleteOnceChecked(progress, situation.now());
    }

    private Act deleteOnceChecked(Progress progress, Instant now) {
        StackSeen stack = progress.stack();
        boolean settled = stack != null && !stack.rollingBack() && !stack.at().isBefore(now.minus(STACK_HOLDS));
        return onRollback == OnRollback.RETAIN && !settled
                ? new CheckStack(progress)
                : new Delete(ClientToken.of(requestId, progress.attempt().number()), progress);
    }

    private static boolean acceptedJustNow(Progress progress, Situation situation) {
        Instant acceptedAt = progress.attempt().acceptedAt();
        return acceptedAt != null && situation.now().isBefore(acceptedAt.plus(STALE_READ));
    }

    private Succeed succeed(Outcome outcome, Progress progress) {
        return new Succeed(outcome, image.physicalResourceId(), Map.of(), progress);
    }
}
