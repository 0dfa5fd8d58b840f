package io.github.streamingimage.deletion;

import io.github.streamingimage.deletion.Decision.CheckStack;
import io.github.streamingimage.deletion.Decision.Fail;
import io.github.streamingimage.deletion.Decision.ImageView;
import io.github.streamingimage.deletion.Decision.Succeed;
import io.github.streamingimage.deletion.Decision.Succeed.Outcome;
import io.github.streamingimage.deletion.Decision.Wait;
import io.github.streamingimage.deletion.Observation.Image;
import io.github.streamingimage.deletion.Observation.Problem;
import io.github.streamingimage.deletion.Progress.StackCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * Decides a Create or an Update: whether the image is fit to be adopted. Never decides a {@link Decision.Delete}. An Update that
 * keeps the image, or that undoes another while the stack is rolling back, never fails, so that it cannot wedge the stack.
 *
 * @param image the image that the new properties name
 * @param kind how much the check may fail
 */
public record Adoption(ImageId image, Kind kind) implements Decider {

    /** How often an unavailable service is asked before an Update that must not fail goes on without its answer. */
    static final int TRIES_WHEN_LENIENT = 4;

    /** How much the check may fail. */
    public enum Kind {
        /** A Create: the image must be fit. */
        CREATE,
        /** An Update that names another image: it must be fit, unless the stack is rolling back. */
        REPLACE,
        /** An Update that names the same image: it succeeds in any case. */
        KEEP
    }

    public Adoption {
        Objects.requireNonNull(image);
        Objects.requireNonNull(kind);
    }

    @Override
    public Decision decide(Observation seen, Progress progress, Instant now, RandomGenerator random) {
        Decision strict = decideStrictly(seen, progress, new Situation(image.toString(), now, random));
        if (!(strict instanceof Fail fail) || seen instanceof Observation.StackProblem) {
            return strict;
        }
        if (stackMatters(fail.progress())) {
            return new CheckStack(fail.progress());
        }
        return mayFail(fail.progress()) ? fail : new Succeed(Outcome.KEPT, viewOf(seen), fail.progress());
    }

    private Decision decideStrictly(Observation seen, Progress progress, Situation situation) {
        return seen.match(new Observation.Cases<>() {
            @Override
            public Decision image(Image image) {
                return onImage(image, progress.looked().saw(image.reportedState(), situation.now()));
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
                Progress known = progress.with(
                        stack.rollingBack() ? StackCondition.ROLLING_BACK : StackCondition.SETTLED, situation.now());
                return new Wait(Duration.ZERO, stack.description(), known);
            }

            @Override
            public Decision stackProblem(Observation.StackProblem problem) {
                return problem.accessDenied()
                        ? situation.denied(FailureCode.STACK_STATUS_UNREADABLE, problem.description(), progress)
                        : situation.setback(problem.description(), progress);
            }
        });
    }

    private Decision onImage(Image seen, Progress progress) {
        return switch (seen.state()) {
            case DELETED -> unfit(FailureCode.IMAGE_NOT_FOUND, "is DELETED.", progress);
            case DELETE_IN_PROGRESS -> unfit(FailureCode.IMAGE_BEING_DELETED, "is DELETE_IN_PROGRESS.", progress);
            case CREATE_IN_PROGRESS, READY, UPDATE_IN_PROGRESS, UPDATE_FAILED, CREATE_FAILED, DELETE_FAILED, UNKNOWN ->
                seen.attributes().owner().equals(ImageAttributes.AMAZON)
                        ? unfit(FailureCode.IMAGE_OWNED_BY_AMAZON, "is owned by AMAZON.", progress)
                        : new Succeed(Outcome.ADOPTED, ImageView.of(seen), progress);
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
                                "cannot be read: Nimble Studio has no endpoint in this region.",
                                after));
        };
    }

    private Decision unavailable(String description, Progress progress, Situation situation) {
        if (progress.setbacks() + 1 >= TRIES_WHEN_LENIENT) {
            if (!mayFail(progress)) {
                return new Succeed(Outcome.KEPT, ImageView.UNKNOWN, progress);
            }
            if (stackMatters(progress)) {
                return new CheckStack(progress);
            }
        }
        return situation.setback(description, progress);
    }

    private Decision unfit(FailureCode code, String what, Progress progress) {
        return new Fail(code, "Streaming image " + image + " " + what, progress);
    }

    /** Whether the stack has to be checked before the Update may fail. */
    private boolean stackMatters(Progress progress) {
        return kind == Kind.REPLACE && progress.stack() == StackCondition.UNCHECKED;
    }

    private boolean mayFail(Progress progress) {
        return switch (kind) {
            case CREATE -> true;
            case REPLACE -> progress.stack() != StackCondition.ROLLING_BACK;
            case KEEP -> false;
        };
    }

    private static ImageView viewOf(Observation seen) {
        if (seen instanceof Image image) {
            return ImageView.of(image);
        }
        return seen instanceof Observation.NotFound ? ImageView.GONE : ImageView.UNKNOWN;
    }
}
