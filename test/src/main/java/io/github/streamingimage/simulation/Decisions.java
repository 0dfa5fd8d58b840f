package io.github.streamingimage.simulation;

import io.github.streamingimage.customresource.CustomResourceResponse.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether an answer is true, and not the reverse of another.
 *
 * <p>What is promised about decisions: one invocation never sends two. The last resort repeats the SUCCESS of a Delete that could
 * not be delivered; of a Create or an Update it looks again, since it needs the attributes. A retry decides anew from what it
 * sees, and FAILED of a Delete is never sent by who has just seen that the image is gone; but one that can see nothing any more
 * (denied, out of time, crashed for good) says so, also when an earlier one had seen more and could not deliver it.
 */
final class Decisions {

    private static final int TRIES = 5;
    private static final Duration RETIREMENT = Duration.ofMinutes(1);
    private static final Duration INVOCATION_MARGIN = Duration.ofSeconds(30);

    private Decisions() {}

    static void check(World world, Run run, Answers.Read answer) {
        Request request = run.handling().request();
        String what = run + " answers " + request + " with " + answer + " after it saw "
                + run.deeds().lastLook();
        boolean success = answer.status() == Status.SUCCESS;
        boolean deletes = request.type() == Request.Type.DELETE;
        Optional<Status> decided = run.deeds().decided();
        if (decided.isPresent()) {
            if (decided.get() != answer.status()) {
                world.breach(Invariant.NEVER_REVERSED, what + " and had decided " + decided.get());
            }
            return;
        }
        run.deeds().decided(answer.status());
        if (deletes
                && !success
                && (run.repeatsSuccess()
                        || run.deeds().lastLook().filter(Sight::isGone).isPresent())) {
            world.breach(Invariant.NEVER_REVERSED, what);
        }
        if (success && !(deletes ? mayTellDeleted(world, run, request) : mayTellAdopted(run, request))) {
            world.breach(Invariant.TRUE_SUCCESS, what);
        }
        if (!success && !isTrue(world, run, answer.code())) {
            world.breach(Invariant.TRUE_FAILURE, what);
        }
        if (!success && !mayFail(run, request, answer.code())) {
            world.breach(Invariant.NO_WEDGE, what);
        }
    }

    private static boolean mayTellDeleted(World world, Run run, Request request) {
        return request.image().isEmpty()
                || world.lives().isGone(request.image().get())
                || request.wanted().retain() && request.undoes()
                || request.wanted().retain() && request.stack().isRollingBack()
                || request.wanted().succeedWhenRetired() && isRetired(world, run)
                || Declarations.keep(request)
                || run.repeatsSuccess();
    }

    private static boolean isRetired(World world, Run run) {
        return run.handling().hits(Fault.ENDPOINT_MISSING) >= TRIES
                && world.weather().hasLasted(Fault.ENDPOINT_MISSING, RETIREMENT, world.now());
    }

    private static boolean mayTellAdopted(Run run, Request request) {
        return request.type() == Request.Type.UPDATE
                || run.deeds()
                        .lastLook()
                        .filter(seen ->
                                seen.showsAnImage() && !seen.is("DELETE_IN_PROGRESS") && !seen.isOwnedByAmazon())
                        .isPresent();
    }

    private static boolean isTrue(World world, Run run, String code) {
        Handling handling = run.handling();
        Request request = handling.request();
        boolean deletes = request.type() == Request.Type.DELETE;
        Sight seen = run.deeds().lastLook().orElse(Sight.NOTHING);
        return switch (code) {
            case "ACCESS_DENIED" -> handling.hits(Fault.DENIED) > 0 && denials(handling) >= TRIES;
            case "REQUEST_REJECTED" -> handling.hits(Fault.REJECTED) > 0;
            case "STACK_STATUS_UNREADABLE" -> handling.hits(Fault.STACK_DENIED) > 0 && denials(handling) >= TRIES;
            case "SERVICE_RETIRED" ->
                handling.hits(Fault.ENDPOINT_MISSING) >= TRIES
                        && !(deletes && request.wanted().succeedWhenRetired());
            case "DELETE_FAILED" -> deletes && seen.is("DELETE_FAILED");
            case "DEADLINE_REACHED" -> isLate(world, run, request);
            case "REQUEST_OVERTAKEN" -> deletes && !handling.isOpen();
            case "IMAGE_NOT_FOUND" -> !deletes && seen.isGone();
            case "IMAGE_BEING_DELETED" -> !deletes && seen.is("DELETE_IN_PROGRESS");
            case "IMAGE_OWNED_BY_AMAZON" -> !deletes && seen.isOwnedByAmazon();
            case "FUNCTION_FAILED" -> run.role() == Lambda.Role.LAST_RESORT || run.answersForAnother();
            default -> false;
        };
    }

    /** The function counts the denials of both services together: what they wait for is the same policy. */
    private static int denials(Handling handling) {
        return handling.hits(Fault.DENIED) + handling.hits(Fault.STACK_DENIED);
    }

    /** It is late, or thinks so by a clock that no service has corrected yet; a few seconds are never corrected. */
    private static boolean isLate(World world, Run run, Request request) {
        Instant now = world.now();
        Duration skew = world.cloudFormation().skew();
        boolean late =
                !now.isBefore(request.deadline()) || !now.isBefore(run.end().minus(INVOCATION_MARGIN));
        Duration uncorrected = run.hasTheRightClock() ? Run.TOLERANCE : skew.abs();
        boolean seemsLate = !skew.isZero() && !now.plus(uncorrected).isBefore(request.deadline());
        if (seemsLate && !late) {
            world.tally().count("failed early by a clock that no service had corrected", 1);
        }
        return late || seemsLate;
    }

    /** An Update that keeps the image never fails; one that undoes another fails only when it cannot know that it does, or when it
     * comes too late for anybody to listen. */
    private static boolean mayFail(Run run, Request request, String code) {
        if (request.type() != Request.Type.UPDATE
                || code.equals("FUNCTION_FAILED")
                || !run.handling().isOpen()) {
            return true;
        }
        boolean stackIsKnown =
                run.handling().hits(Fault.STACK_DENIED) + run.handling().hits(Fault.STACK_UNREADABLE) == 0;
        return !request.keepsImage() && !(request.undoes() && stackIsKnown);
    }
}
