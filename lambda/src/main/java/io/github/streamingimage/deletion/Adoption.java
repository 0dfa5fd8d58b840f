package io.github.streamingimage.deletion;

import io.github.streamingimage.deletion.Decision.Act;
import io.github.streamingimage.deletion.Decision.CheckStack;
import io.github.streamingimage.deletion.Decision.Fail;
import io.github.streamingimage.deletion.Decision.Look;
import io.github.streamingimage.deletion.Decision.Succeed;
import io.github.streamingimage.deletion.Decision.Succeed.Outcome;
import io.github.streamingimage.deletion.Observation.Image;
import io.github.streamingimage.deletion.Observation.Problem;
import java.time.Instant;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * Decides a Create or an Update: whether the image is fit to be adopted. Never decides a {@link Decision.Delete}. An Update that
 * keeps the image, or that undoes another while the stack is rolling back, never fails, so that it cannot wedge the stack.
 *
 * @param image the image that the new properties name
 * @param current the PhysicalResourceId of the resource that is updated; empty on a Create
 */
public record Adoption(ImageIdentity image, String current) implements Decider {

    /** How often an unavailable service is asked before an Update that must not fail goes on without its response. */
    static final int TRIES_WHEN_LENIENT = 4;

    private static final String GONE = "DELETED";
    private static final String NOT_KNOWN = "";

    public Adoption {
        Objects.requireNonNull(image);
        Objects.requireNonNull(current);
    }

    @Override
    public Decision decide(Act act, Observation seen, Instant now, RandomGenerator random) {
        Decision strict = decideStrictly(seen, act.progress(), new Situation(image.toString(), now, random));
        if (!(strict instanceof Fail fail) || act instanceof CheckStack) {
            return strict;
        }
        if (stackMatters(fail.progress())) {
            return new CheckStack(fail.progress());
        }
        return mayFail(fail.progress()) ? fail : kept(seen, fail.progress());
    }

    private Decision decideStrictly(Observation seen, Progress progress, Situation situation) {
        return seen.match(new Observation.Cases<>() {
            @Override
            public Decision image(Image image) {
                return onImage(image, progress.saw(image.state(), situation.now()));
            }

            @Override
            public Decision deleteAccepted(Observation.DeleteAccepted accepted) {
                throw new IllegalStateException("an adoption deletes nothing");
            }

            @Override
            public Decision notFound(Observation.NotFound notFound) {
                return unfit(FailureCode.IMAGE_NOT_FOUND, "does not exist.", progress.looked());
            }

            @Override
            public Decision problem(Problem problem) {
                return onProblem(problem, progress.looked(), situation);
            }

            @Override
            public Decision stack(Observation.Stack stack) {
                return new Look(progress.with(new StackSeen(stack.rollingBack(), situation.now())));
            }

            @Override
            public Decision stackProblem(Observation.StackProblem problem) {
                return problem.accessDenied()
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
        return switch (problem.kind()) {
            case CONFLICT, THROTTLED, UNAVAILABLE -> unavailable(description, progress, situation);
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

    private Decision unavailable(String description, Progress progress, Situation situation) {
        if (progress.troubles().failures() + 1 >= TRIES_WHEN_LENIENT) {
            if (!mayFail(progress)) {
                return kept(NOT_KNOWN, progress);
            }
            if (stackMatters(progress)) {
                return new CheckStack(progress);
            }
        }
        return situation.failed(description, progress);
    }

    private Decision unfit(FailureCode code, String what, Progress progress) {
        return new Fail(code, image + " " + what, progress);
    }

    /** Whether the stack has to be checked before the Update may fail. */
    private boolean stackMatters(Progress progress) {
        return isUpdate() && !keeps() && progress.stack() == null;
    }

    private boolean mayFail(Progress progress) {
        boolean rollingBack = progress.stack() != null && progress.stack().rollingBack();
        return !isUpdate() || !keeps() && !rollingBack;
    }

    private boolean isUpdate() {
        return !current.isEmpty();
    }

    private boolean keeps() {
        return image.mayBe(current);
    }

    private Succeed kept(Observation seen, Progress progress) {
        if (seen instanceof Image shown && (shown.physicalResourceId().equals(current) || !keeps())) {
            return succeed(Outcome.KEPT, shown, progress);
        }
        // An image that is seen under another id than the resource's has come in the place of one that is gone.
        return kept(seen instanceof Observation.Problem ? NOT_KNOWN : GONE, progress);
    }

    private Succeed kept(String state, Progress progress) {
        String physicalResourceId = keeps() ? current : image.physicalResourceId();
        return new Succeed(Outcome.KEPT, physicalResourceId, image.attributes(state), progress);
    }

    private static Succeed succeed(Outcome outcome, Image seen, Progress progress) {
        return new Succeed(outcome, seen.physicalResourceId(), seen.attributes(), progress);
    }
}
