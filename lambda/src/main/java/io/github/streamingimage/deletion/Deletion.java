package io.github.streamingimage.deletion;

import io.github.streamingimage.deletion.Decision.Act;
import io.github.streamingimage.deletion.Decision.CheckDeclarations;
import io.github.streamingimage.deletion.Decision.CheckStack;
import io.github.streamingimage.deletion.Decision.Delete;
import io.github.streamingimage.deletion.Decision.Fail;
import io.github.streamingimage.deletion.Decision.Look;
import io.github.streamingimage.deletion.Decision.Succeed;
import io.github.streamingimage.deletion.Decision.Succeed.Outcome;
import io.github.streamingimage.deletion.Observation.Image;
import io.github.streamingimage.deletion.Observation.Problem;
import io.github.streamingimage.deletion.Observation.StackResources;
import io.github.streamingimage.deletion.Progress.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Decides a Delete: the image is gone, or it must be deleted, or waited for, or given up. Level-triggered: what is seen now
 * decides, not which transitions were seen before, so the first pass, the hundredth, and the first after a crash are the same.
 * A deletion is never decided after the deadline, and only once the stack is known to be in an operation that deletes this
 * resource: the request's own, not a later one; not a rollback, under {@link OnRollback#RETAIN}; and one that leaves no other
 * resource which declares the same image.
 *
 * @param requestId the RequestId, from which the client tokens are derived
 * @param issuedAt when CloudFormation issued the request, by its own clock; nothing when it does not tell
 * @param image the image to delete
 */
public record Deletion(
        String requestId,
        Optional<Instant> issuedAt,
        ImageIdentity image,
        OnRollback onRollback,
        OnServiceRetired onServiceRetired)
        implements Decider {

    /**
     * The pauses before a deletion that failed is tried again, each time with a new client token, when the service may yet do it: long
     * enough that an outage of some minutes does not use them up.
     */
    private static final List<Duration> RETRIES =
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(5));

    /** How long a read may lag behind an accepted deletion; the services' real lag was never published. */
    private static final Duration STALE_READ = Duration.ofSeconds(10);

    /**
     * For how long a state that this version does not know must not change before the service is asked to delete the image; half of its
     * time, when a request has less than four minutes.
     */
    private static final Duration UNKNOWN_AT_REST = Duration.ofMinutes(2);

    /** An operation that began no later than this after a request can be the request's own: a ResponseURL tells whole seconds. */
    private static final Duration SAME_OPERATION = Duration.ofSeconds(2);

    /**
     * How long what was seen of the stack counts for a deletion that is throttled and repeated, and while its resources are read; a stack of
     * hundreds of images would have DescribeStacks throttled if each of them looked each time.
     */
    private static final Duration STACK_HOLDS = Duration.ofSeconds(10);

    /** A stack has at most 500 resources, of which a page holds 100; more pages than this are a loop in the responses. */
    private static final int MOST_PAGES = 50;

    /** How often in a row a page may fail before the search begins anew: the token of a page may not hold for ever. */
    private static final int TRIES_OF_A_PAGE = 5;

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
        Objects.requireNonNull(issuedAt);
        Objects.requireNonNull(image);
        Objects.requireNonNull(onRollback);
        Objects.requireNonNull(onServiceRetired);
    }

    /** A look, or what was in the middle when it was throttled, unless the deadline has been reached meanwhile. */
    @Override
    public Act begin(Progress progress, Instant now) {
        if (progress.time().isReached(now)) {
            return new Look(progress);
        }
        return switch (progress.due()) {
            case LOOK -> new Look(progress);
            case DELETE -> deleteOnceChecked(progress, now);
            case DECLARATIONS -> checkDeclarations(progress);
        };
    }

    @Override
    public Decision decide(Act act, Observation seen, Instant now, RandomGenerator random) {
        Progress progress = act instanceof Look ? act.progress().with(Due.LOOK) : act.progress();
        Situation situation = new Situation(image.toString(), now, random);
        return seen.match(new Observation.Cases<>() {
            @Override
            public Decision image(Image image) {
                return onImage(image, progress.with(progress.image().saw(image.state(), now)), situation);
            }

            @Override
            public Decision deleteAccepted(Observation.DeleteAccepted accepted) {
                // The response says what the call began; only looks say what the image is.
                Progress after = progress.with(Due.LOOK).with(progress.attempt().accepted(now));
                return accepted.image().phase() == Phase.GONE
                        ? succeed(Outcome.DELETED, after)
                        : situation.begun("the deletion was accepted", after);
            }

            @Override
            public Decision notFound(Observation.NotFound notFound) {
                return succeed(Outcome.DELETED, progress.with(progress.image().looked()));
            }

            @Override
            public Decision problem(Problem problem) {
                return act instanceof Look
                        ? onProblemOfLook(
                                problem, progress.with(progress.image().looked()), situation)
                        : onProblemOfDelete(problem, progress, situation);
            }

            @Override
            public Decision stack(Observation.Stack stack) {
                return onStack(stack, progress.saw(stack.standing(), now), situation);
            }

            @Override
            public Decision stackResources(StackResources resources) {
                return onStackResources(resources, progress, situation);
            }

            @Override
            public Decision stackProblem(Observation.StackProblem problem) {
                Progress after = progress.with(act instanceof CheckDeclarations ? Due.DECLARATIONS : Due.LOOK);
                if (progress.troubles().failures() >= TRIES_OF_A_PAGE) {
                    after = searchAnew(after);
                }
                return problem.accessDenied()
                        ? situation.denied(FailureCode.STACK_STATUS_UNREADABLE, problem.description(), after)
                        : situation.failed(problem.description(), after);
            }
        });
    }

    private Decision onImage(Image seen, Progress progress, Situation situation) {
        return switch (seen.phase()) {
            case GONE -> succeed(Outcome.DELETED, progress);
            case DELETING, BUSY -> situation.await("the image is " + seen.state(), progress);
            case UNKNOWN ->
                progress.image()
                                        .lasted(situation.now())
                                        .compareTo(progress.time().halfUpTo(UNKNOWN_AT_REST))
                                < 0
                        ? situation.await("the image is " + seen.state() + ", which may pass", progress)
                        : onImageAtRest(progress, situation, UNKNOWN_AT_REST);
            case AT_REST -> onImageAtRest(progress, situation, STALE_READ);
            case DELETION_FAILED -> onDeletionFailed(seen, progress, situation);
        };
    }

    /** @param patience how long after an accepted deletion the image may still be seen as it was before */
    private Decision onImageAtRest(Progress progress, Situation situation, Duration patience) {
        Attempt attempt = progress.attempt();
        if (!attempt.wasAccepted()) {
            return check(progress, situation);
        }
        return attempt.acceptedFor(situation.now()).compareTo(patience) < 0
                ? situation.await("the read is older than the accepted deletion", progress)
                : check(progress.with(attempt.next()), situation);
    }

    private Decision onDeletionFailed(Image seen, Progress progress, Situation situation) {
        Attempt attempt = progress.attempt();
        Instant now = situation.now();
        if (!attempt.wasAccepted()) {
            return check(progress, situation);
        }
        boolean seenBeforeTheCall = progress.image().since().isBefore(attempt.acceptedAt());
        if (seenBeforeTheCall && attempt.acceptedFor(now).compareTo(STALE_READ) < 0) {
            return situation.await("the read is older than the accepted deletion", progress);
        }
        Attempt failed = attempt.failed(now);
        if (seen.retryable() && failed.failures() <= RETRIES.size()) {
            Instant retryAt = failed.failedAt().plus(RETRIES.get(failed.failures() - 1));
            if (!now.isBefore(retryAt)) {
                return check(progress.with(failed.next()), situation);
            }
            if (retryAt.isBefore(progress.time().deadline())) {
                return situation.awaitAtMost(retryAt, "the image is " + describe(seen), progress.with(failed));
            }
        }
        return new Fail(FailureCode.DELETE_FAILED, image + " is " + describe(seen), progress.with(failed));
    }

    private Decision onStack(Observation.Stack seen, Progress progress, Situation situation) {
        StackStanding standing = seen.standing();
        StackSeen stack = progress.stack();
        boolean retains = standing.isRollback() && onRollback == OnRollback.RETAIN;
        boolean settled = retains ? stack.isSettledOrNeverIn(progress.time()) : stack.isSettled();
        if (mustSettle(standing) && !settled) {
            return situation.awaitUntil(
                    stack.settlesAt(), seen.description() + ", to be seen once more", progress.with(Due.LOOK));
        }
        if (retains) {
            return succeed(Outcome.RETAINED, progress);
        }
        // Lambda delivers late, and more than once: by then another operation may update or delete the stack.
        boolean overtaken = standing == StackStanding.GONE
                || issuedAt.isPresent()
                        && seen.lastOperation()
                                .filter(issuedAt.get().plus(SAME_OPERATION)::isBefore)
                                .isPresent();
        if (overtaken) {
            return new Fail(
                    FailureCode.REQUEST_OVERTAKEN,
                    image + " was not deleted: since this request was issued, another operation has begun: "
                            + seen.description() + ".",
                    progress);
        }
        if (standing == StackStanding.OTHER) {
            return situation.failed(seen.description() + ", which deletes nothing", progress.with(Due.LOOK));
        }
        return standing.leavesOthers() && !progress.declarations().searched()
                ? checkDeclarations(progress)
                : delete(progress, situation);
    }

    /**
     * Whether more than one look has to show this, since CloudFormation's reads lag behind: a rollback may be over, and another resource may have
     * come to declare the image of which its stack does not tell yet.
     */
    private boolean mustSettle(StackStanding standing) {
        return standing.leavesOthers() || standing.isOfARollback() && onRollback == OnRollback.RETAIN;
    }

    private Decision onStackResources(StackResources seen, Progress progress, Situation situation) {
        if (!seen.declaredBy().isEmpty()) {
            return succeed(Outcome.STILL_DECLARED, progress);
        }
        Progress after = progress.with(progress.declarations().read(seen.nextPage()));
        if (after.declarations().searched()) {
            return delete(after, situation);
        }
        if (after.time().isReached(situation.now())) {
            return situation.deadlineReached("the stack's resources were not read to their end", after);
        }
        return after.declarations().pages() < MOST_PAGES
                ? checkDeclarations(after)
                : situation.failed("the pages of the stack's resources have no end", searchAnew(after));
    }

    private Decision onProblemOfLook(Problem problem, Progress progress, Situation situation) {
        return switch (problem.kind()) {
            case THROTTLED -> situation.throttledLook(problem.description(), progress);
            case REJECTED -> new Fail(FailureCode.REQUEST_REJECTED, problem.description(), progress);
            case CONFLICT, UNAVAILABLE, ACCESS_DENIED, ENDPOINT_MISSING -> onProblem(problem, progress, situation);
        };
    }

    private Decision onProblemOfDelete(Problem problem, Progress progress, Situation situation) {
        boolean lookedLongAgo = progress.due() != Due.LOOK;
        Progress after = progress.with(Due.LOOK);
        String description = problem.description();
        return switch (problem.kind()) {
            case THROTTLED ->
                image.looksBeforeDeletion()
                        ? situation.throttledPair(description, progress.with(Due.DELETE))
                        : situation.throttledCall(description, progress.with(Due.DELETE));
            // The image may have changed since it was looked at.
            case REJECTED ->
                lookedLongAgo ? new Look(after) : new Fail(FailureCode.REQUEST_REJECTED, description, after);
            case CONFLICT -> onProblem(problem, after.with(after.attempt().refused(busy(problem))), situation);
            case UNAVAILABLE, ACCESS_DENIED, ENDPOINT_MISSING -> onProblem(problem, after, situation);
        };
    }

    private Decision onProblem(Problem problem, Progress progress, Situation situation) {
        String description = problem.description();
        return switch (problem.kind()) {
            case CONFLICT -> situation.await(busy(problem), progress);
            case THROTTLED, UNAVAILABLE, REJECTED -> situation.failed(description, progress);
            case ACCESS_DENIED -> situation.denied(FailureCode.ACCESS_DENIED, description, progress);
            case ENDPOINT_MISSING -> situation.endpointMissing(description, progress, this::retired);
        };
    }

    private static String busy(Problem problem) {
        return "the image is busy: " + problem.description();
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

    /** Checks the stack, whatever was seen of it before: a rollback may have begun while the request waited. */
    private Decision check(Progress progress, Situation situation) {
        return inTime(new CheckStack(progress), situation);
    }

    private Decision delete(Progress progress, Situation situation) {
        return inTime(deleteOnceChecked(progress, situation.now()), situation);
    }

    private static Decision inTime(Act act, Situation situation) {
        Progress progress = act.progress();
        if (!progress.time().isReached(situation.now())) {
            return act;
        }
        String conflict = progress.attempt().conflict();
        return situation.deadlineReached(
                conflict == null ? "the deletion was not asked for any more" : conflict, progress);
    }

    private Act deleteOnceChecked(Progress progress, Instant now) {
        StackSeen stack = progress.stack();
        boolean checked = stack != null && TimeLimit.between(stack.at(), now).compareTo(STACK_HOLDS) <= 0;
        return checked
                ? new Delete(ClientToken.of(requestId, progress.attempt().number()), progress)
                : new CheckStack(progress);
    }

    private static Act checkDeclarations(Progress progress) {
        return new CheckDeclarations(progress.declarations().nextPage(), progress.with(Due.DECLARATIONS));
    }

    private static Progress searchAnew(Progress progress) {
        return progress.declarations().searched() ? progress : progress.with(Declarations.NOT_SEARCHED);
    }

    private static String describe(Image seen) {
        return seen.state() + " (" + seen.statusCode() + "): " + seen.statusMessage();
    }

    private Succeed succeed(Outcome outcome, Progress progress) {
        return new Succeed(outcome, image.physicalResourceId(), Map.of(), progress);
    }
}
