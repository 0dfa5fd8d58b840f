package io.github.streamingimage.deletion;

import io.github.streamingimage.deletion.Decision.Delete;
import io.github.streamingimage.deletion.Decision.Fail;
import io.github.streamingimage.deletion.Decision.ImageView;
import io.github.streamingimage.deletion.Decision.Succeed;
import io.github.streamingimage.deletion.Decision.Succeed.Outcome;
import io.github.streamingimage.deletion.Decision.Wait;
import io.github.streamingimage.deletion.Observation.Image;
import io.github.streamingimage.deletion.Observation.Problem;
import io.github.streamingimage.deletion.Progress.Call;
import io.github.streamingimage.deletion.Progress.StackCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Decides a Delete: the image is gone, or it must be deleted, or waited for, or given up. Level-triggered: what is seen now
 * decides, not which transitions were seen before, so the first pass, the hundredth, and the first after a crash are the same.
 * DeleteStreamingImage is never decided after the deadline, and under {@link OnRollback#RETAIN} only once the stack and its
 * ancestors are known not to be rolling back, and not to have begun anything new since the request.
 *
 * @param requestId the RequestId, from which the client tokens are derived
 * @param image the image to delete
 */
public record Deletion(String requestId, ImageId image, OnRollback onRollback, OnServiceRetired onServiceRetired)
        implements Decider {

    /** How often a deletion that ends in DELETE_FAILED with INTERNAL_ERROR is tried, each time with a new client token. */
    static final int MAX_ATTEMPTS = 4;

    /** How long a read may lag behind an accepted DeleteStreamingImage; the service's real lag was never published. */
    static final Duration STALE_READ = Duration.ofSeconds(10);

    /** An operation that began no later than this after a request can be the request's own: clocks, and times in whole seconds. */
    static final Duration SAME_OPERATION = Duration.ofSeconds(2);

    /**
     * How long the stack counts as not rolling back for a DeleteStreamingImage that is throttled and repeated; a stack of hundreds of
     * images would have DescribeStacks throttled if each of them looked each time.
     */
    static final Duration STACK_HOLDS = Duration.ofSeconds(10);

    private static final String INTERNAL_ERROR = "INTERNAL_ERROR";

    /** What becomes of the image when its Delete comes from a rollback. */
    public enum OnRollback {
        RETAIN,
        DELETE
    }

    /** What a Delete answers when Nimble Studio has no endpoint any more. */
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

    /** A DeleteStreamingImage that was throttled, unless the deadline has been reached meanwhile. */
    @Override
    public Optional<Decision> due(Progress progress, Instant now) {
        return progress.call() == Call.DELETE_AGAIN && now.isBefore(progress.deadline())
                ? Optional.of(deleteUnlessRollingBack(progress, now))
                : Optional.empty();
    }

    @Override
    public Decision decide(Observation seen, Progress before, Instant now, RandomGenerator random) {
        Progress progress = before.with(Call.LOOK);
        Situation situation = new Situation(image.toString(), now, random);
        return seen.match(new Observation.Cases<>() {
            @Override
            public Decision image(Image image) {
                // A rollback may have begun while the request waited.
                Progress after = progress.looked().stackUnchecked().saw(image.reportedState(), now);
                return onImage(image, after, situation);
            }

            @Override
            public Decision deleteAccepted(Observation.DeleteAccepted accepted) {
                // The answer says what the call began; only looks say what the image is.
                Progress after = progress.accepted(now);
                return accepted.image().state() == ImageState.DELETED
                        ? gone(after)
                        : situation.begun("DeleteStreamingImage was accepted", after);
            }

            @Override
            public Decision notFound(Observation.NotFound notFound) {
                return gone(progress.looked());
            }

            @Override
            public Decision problem(Problem problem) {
                return onProblem(
                        problem, before.call(), before.call() == Call.LOOK ? progress.looked() : progress, situation);
            }

            @Override
            public Decision stack(Observation.Stack stack) {
                return onStack(stack, before, situation);
            }

            @Override
            public Decision stackProblem(Observation.StackProblem problem) {
                return problem.accessDenied()
                        ? situation.denied(FailureCode.STACK_STATUS_UNREADABLE, problem.description(), progress)
                        : situation.setback(problem.description(), progress);
            }
        });
    }

    private Decision onImage(Image seen, Progress progress, Situation situation) {
        return switch (seen.state()) {
            case DELETED -> gone(progress);
            case DELETE_IN_PROGRESS, CREATE_IN_PROGRESS, UPDATE_IN_PROGRESS, UNKNOWN ->
                situation.await("the image is " + seen.reportedState(), progress);
            case READY, CREATE_FAILED, UPDATE_FAILED ->
                acceptedJustNow(progress, situation)
                        ? situation.await("the read is older than the accepted DeleteStreamingImage", progress)
                        : delete(progress, situation);
            case DELETE_FAILED -> onDeleteFailed(seen, progress, situation);
        };
    }

    private Decision onDeleteFailed(Image seen, Progress progress, Situation situation) {
        if (progress.acceptedAt() == null) {
            return delete(progress, situation);
        }
        boolean seenBeforeTheCall = progress.stateSince().isBefore(progress.acceptedAt());
        if (seenBeforeTheCall && acceptedJustNow(progress, situation)) {
            return situation.await("the read is older than the accepted DeleteStreamingImage", progress);
        }
        if (seen.statusCode().equals(INTERNAL_ERROR) && progress.attempt() < MAX_ATTEMPTS) {
            return delete(progress.nextAttempt(), situation);
        }
        return new Fail(
                FailureCode.DELETE_FAILED,
                "Streaming image " + image + " is " + seen.reportedState() + " (" + seen.statusCode() + "): "
                        + seen.statusMessage(),
                progress);
    }

    private Decision onStack(Observation.Stack seen, Progress progress, Situation situation) {
        if (seen.rollingBack()) {
            return new Succeed(
                    Outcome.RETAINED,
                    new ImageView(Objects.requireNonNullElse(progress.state(), ""), ImageAttributes.NONE),
                    progress.with(StackCondition.ROLLING_BACK, situation.now()));
        }
        // Lambda delivers late, and more than once: the rollback that the request came from can be over by then, and
        // the
        // stack be deleted or updated again.
        Instant latest = progress.startedAt().plus(SAME_OPERATION);
        return seen.lastOperation().filter(latest::isBefore).isPresent()
                ? new Fail(
                        FailureCode.REQUEST_OVERTAKEN,
                        "Streaming image " + image
                                + " was not deleted: since this request was issued, another operation has begun: "
                                + seen.description() + ".",
                        progress)
                : delete(progress.with(StackCondition.SETTLED, situation.now()), situation);
    }

    private Decision onProblem(Problem problem, Call call, Progress progress, Situation situation) {
        return switch (problem.kind()) {
            case CONFLICT -> situation.await("the image is busy: " + problem.description(), progress);
            case THROTTLED ->
                situation.throttled(problem.description(), progress, call == Call.LOOK ? Call.LOOK : Call.DELETE_AGAIN);
            case UNAVAILABLE -> situation.setback(problem.description(), progress);
            case ACCESS_DENIED -> situation.denied(FailureCode.ACCESS_DENIED, problem.description(), progress);
            case REJECTED ->
                call == Call.DELETE_AGAIN
                        ? new Wait(Duration.ZERO, "the image may have changed: " + problem.description(), progress)
                        : new Fail(FailureCode.REQUEST_REJECTED, problem.description(), progress);
            case ENDPOINT_MISSING -> situation.endpointMissing(problem.description(), progress, this::retired);
        };
    }

    private Decision retired(Progress progress) {
        return switch (onServiceRetired) {
            case SUCCEED -> new Succeed(Outcome.SERVICE_RETIRED, ImageView.UNKNOWN, progress);
            case FAIL ->
                new Fail(
                        FailureCode.SERVICE_RETIRED,
                        "Nimble Studio has no endpoint in this region any more.",
                        progress);
        };
    }

    private Decision delete(Progress progress, Situation situation) {
        if (situation.isPast(progress.deadline())) {
            return situation.deadlineReached("DeleteStreamingImage was not called any more", progress);
        }
        return deleteUnlessRollingBack(
                progress.call() == Call.DELETE_AGAIN ? progress : progress.with(Call.DELETE), situation.now());
    }

    private Decision deleteUnlessRollingBack(Progress progress, Instant now) {
        return onRollback == OnRollback.RETAIN && !progress.stackSettledSince(now.minus(STACK_HOLDS))
                ? new Decision.CheckStack(progress)
                : new Delete(ClientToken.of(requestId, progress.attempt()), progress);
    }

    private static boolean acceptedJustNow(Progress progress, Situation situation) {
        return progress.acceptedAt() != null
                && !situation.isPast(progress.acceptedAt().plus(STALE_READ));
    }

    private static Decision gone(Progress progress) {
        return new Succeed(Outcome.DELETED, ImageView.GONE, progress);
    }
}
