package io.github.streamingimage.deletion;

import io.github.streamingimage.deletion.Decision.Act;
import io.github.streamingimage.deletion.Decision.CheckStack;
import io.github.streamingimage.deletion.Decision.Fail;
import io.github.streamingimage.deletion.Decision.Look;
import io.github.streamingimage.deletion.Decision.PassEnd;
import io.github.streamingimage.deletion.Decision.Succeed;
import io.github.streamingimage.deletion.Decision.Succeed.Outcome;
import io.github.streamingimage.deletion.Observation.Image;
import io.github.streamingimage.deletion.Observation.Problem;
import io.github.streamingimage.deletion.Observation.Problem.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * Decides a Create or an Update: whether the image is fit to be adopted. Never decides a {@link Decision.Delete}. An Update that
 * keeps the image, or that undoes another while the stack is rolling back, never fails, so that it cannot wedge the stack. A stack that may not
 * be read counts as one that is not rolling back.
 *
 * @param image the image that the new properties name
 * @param current the PhysicalResourceId of the resource that is updated; empty on a Create
 */
public record Adoption(ImageIdentity image, String current) implements Decider {

    /** How often an Update that must not fail tries, in a rollback or when it comes late, before it goes on without attributes. */
    private static final int LEAST_TRIES = 4;

    /** How long an Update that must not fail rides out what is in the way: half of its time, and at most this. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** How long what was seen of the stack counts: longer than the slowest look takes. */
    private static final Duration STACK_HOLDS = Duration.ofSeconds(30);

    private static final String GONE = "DELETED";
    private static final String NOT_KNOWN = "";

    public Adoption {
        Objects.requireNonNull(image);
        Objects.requireNonNull(current);
    }

    @Override
    public Decision decide(Act act, Observation seen, Instant now, RandomGenerator random) {
        Situation situation = new Situation(image.toString(), now, random);
        Decision strict = decideStrictly(seen, act.progress(), situation);
        if (!(strict instanceof Fail fail) || !isUpdate()) {
            return strict;
        }
        Progress progress = fail.progress();
        boolean noTime = progress.time().isReached(now) && progress.stack() != null;
        if (mustSucceed(progress) || isRollingBack(progress) && noTime) {
            return kept(seen, progress);
        }
        return act instanceof CheckStack || isSettled(progress, now) || noTime ? fail : new CheckStack(progress);
    }

    private Decision decideStrictly(Observation seen, Progress progress, Situation situation) {
        return seen.match(new Observation.Cases<>() {
            @Override
            public Decision image(Image image) {
                return onImage(image, progress.with(progress.image().saw(image.state(), situation.now())));
            }

            @Override
            public Decision deleteAccepted(Observation.DeleteAccepted accepted) {
                throw new IllegalStateException("an adoption deletes nothing");
            }

            @Override
            public Decision notFound(Observation.NotFound notFound) {
                return unfit(
                        FailureCode.IMAGE_NOT_FOUND,
                        "does not exist.",
                        progress.with(progress.image().looked()));
            }

            @Override
            public Decision problem(Problem problem) {
                return onProblem(problem, progress.with(progress.image().looked()), situation);
            }

            @Override
            public Decision stack(Observation.Stack stack) {
                return onStack(stack, progress, situation);
            }

            @Override
            public Decision stackResources(Observation.StackResources resources) {
                throw new IllegalStateException("an adoption searches no resources");
            }

            @Override
            public Decision stackProblem(Observation.StackProblem problem) {
                return problem.accessDenied() && !keeps()
                        ? situation.denied(FailureCode.STACK_STATUS_UNREADABLE, problem.description(), progress)
                        : situation.failed(problem.description(), progress);
            }
        });
    }

    private Decision onImage(Image seen, Progress progress) {
        return switch (seen.phase()) {
            case GONE -> unfit(FailureCode.IMAGE_NOT_FOUND, "is " + seen.state() + ".", progress);
            case DELETING -> unfit(FailureCode.IMAGE_BEING_DELETED, "is " + seen.state() + ".", progress);
            case AT_REST, DELETION_FAILED, BUSY, UNKNOWN ->
                switch (seen.owner()) {
                    case ACCOUNT -> succeed(Outcome.ADOPTED, seen, progress);
                    case AMAZON -> unfit(FailureCode.IMAGE_OWNED_BY_AMAZON, "is owned by Amazon.", progress);
                    case ANOTHER_ACCOUNT ->
                        unfit(FailureCode.IMAGE_OWNED_BY_ANOTHER_ACCOUNT, "is owned by another account.", progress);
                };
        };
    }

    private Decision onProblem(Problem problem, Progress progress, Situation situation) {
        String description = problem.description();
        boolean refused = problem.kind() == Kind.ACCESS_DENIED || problem.kind() == Kind.REJECTED;
        // Without attributes every GetAtt of the stack would be updated to nothing: a refusal may be mended meanwhile.
        return switch (refused && mustSucceed(progress) ? Kind.UNAVAILABLE : problem.kind()) {
            case THROTTLED -> rideOut(situation.throttledCall(description, progress), progress, situation);
            case CONFLICT, UNAVAILABLE -> rideOut(situation.failed(description, progress), progress, situation);
            case ACCESS_DENIED -> situation.denied(FailureCode.ACCESS_DENIED, description, progress);
            case REJECTED -> unfit(FailureCode.REQUEST_REJECTED, "could not be read: " + description, progress);
            case ENDPOINT_MISSING ->
                situation.endpointMissing(
                        description,
                        progress,
                        after -> unfit(
                                FailureCode.SERVICE_RETIRED,
                                "cannot be read: its service has no endpoint in this region.",
                                after));
        };
    }

    /** Waits, unless an Update that must not fail has waited long enough: the sooner, when it holds up a rollback. */
    private Decision rideOut(PassEnd wait, Progress progress, Situation situation) {
        if (!isUpdate() || progress.image().looks() < LEAST_TRIES) {
            return wait;
        }
        if (mustSucceed(progress) && !isPatient(progress, situation.now())) {
            return kept(NOT_KNOWN, progress);
        }
        if (progress.stack() == null || isRollingBack(progress) && !isRollbackKnown(progress)) {
            return new CheckStack(progress);
        }
        // An id that takes a look to know must not be given away for a few failed calls: the resource would belong to
        // no image.
        boolean idIsKnown = keeps() || image.mayBe(image.physicalResourceId());
        return isRollbackKnown(progress) && idIsKnown ? kept(NOT_KNOWN, progress) : wait;
    }

    private static boolean isPatient(Progress progress, Instant now) {
        TimeLimit time = progress.time();
        return TimeLimit.between(time.startedAt(), now).compareTo(time.halfUpTo(PATIENCE)) < 0;
    }

    private Decision onStack(Observation.Stack seen, Progress progress, Situation situation) {
        Progress after = progress.saw(seen.standing(), situation.now());
        boolean believed = isRollingBack(after) ? isRollbackKnown(after) : keeps() || isSettled(after, situation.now());
        return believed
                ? new Look(after)
                : situation.awaitUntil(after.stack().settlesAt(), seen.description() + ", perhaps no longer", after);
    }

    private Decision unfit(FailureCode code, String what, Progress progress) {
        return new Fail(code, image + " " + what, progress);
    }

    private static boolean isRollingBack(Progress progress) {
        return progress.stack() != null && progress.stack().standing().isRollback();
    }

    /** Whether the stack was seen to roll back for long enough to be believed, or for as long as there is time. */
    private static boolean isRollbackKnown(Progress progress) {
        return isRollingBack(progress) && progress.stack().isSettledOrNeverIn(progress.time());
    }

    /** Whether the stack was seen not to roll back, for long enough, and not long ago. */
    private static boolean isSettled(Progress progress, Instant now) {
        StackSeen stack = progress.stack();
        return stack != null
                && stack.isSettled()
                && TimeLimit.between(stack.at(), now).compareTo(STACK_HOLDS) < 0;
    }

    private boolean isUpdate() {
        return !current.isEmpty();
    }

    private boolean mustSucceed(Progress progress) {
        return keeps() || isRollbackKnown(progress);
    }

    private boolean keeps() {
        return image.mayBe(current);
    }

    private Succeed kept(Observation seen, Progress progress) {
        if (seen instanceof Image shown && (shown.physicalResourceId().equals(current) || !keeps())) {
            return succeed(Outcome.KEPT, shown, progress);
        }
        // An image that is seen under another id than the resource's has come in the place of one that is gone.
        boolean gone = seen instanceof Image || seen instanceof Observation.NotFound;
        return kept(gone ? GONE : NOT_KNOWN, progress);
    }

    private Succeed kept(String state, Progress progress) {
        String physicalResourceId = keeps() ? current : image.physicalResourceId();
        return new Succeed(Outcome.KEPT, physicalResourceId, image.attributes(physicalResourceId, state), progress);
    }

    private static Succeed succeed(Outcome outcome, Image seen, Progress progress) {
        return new Succeed(outcome, seen.physicalResourceId(), seen.attributes(), progress);
    }
}
