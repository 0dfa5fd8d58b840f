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
final class DecisionCheck {

    private static final int TRIES = 5;
    private static final Duration RETIREMENT = Duration.ofMinutes(1);
    private static final Duration INVOCATION_MARGIN = Duration.ofSeconds(30);

    private DecisionCheck() {}

    static void check(World world, SimulatedInvocation invocation, ResponseCheck.Read answer) {
        Request request = invocation.handling().request();
        String what = invocation + " answers " + request + " with " + answer + " after it saw "
                + invocation.deeds().lastLook();
        boolean success = answer.status() == Status.SUCCESS;
        boolean deletes = request.type() == Request.Type.DELETE;
        Optional<Status> decided = invocation.deeds().decided();
        if (decided.isPresent()) {
            if (decided.get() != answer.status()) {
                world.breach(Invariant.NEVER_REVERSED, what + " and had decided " + decided.get());
            }
            return;
        }
        invocation.deeds().decided(answer.status());
        if (deletes
                && !success
                && (invocation.repeatsSuccess()
                        || invocation.deeds().lastLook().filter(Sight::isGone).isPresent())) {
            world.breach(Invariant.NEVER_REVERSED, what);
        }
        if (success && !(deletes ? mayTellDeleted(world, invocation, request) : mayTellAdopted(invocation, request))) {
            world.breach(Invariant.TRUE_SUCCESS, what);
        }
        if (!success && !isTrue(world, invocation, answer.code())) {
            world.breach(Invariant.TRUE_FAILURE, what);
        }
        if (!success && !mayFail(invocation, request, answer.code())) {
            world.breach(Invariant.NO_WEDGE, what);
        }
    }

    private static boolean mayTellDeleted(World world, SimulatedInvocation invocation, Request request) {
        return request.image().isEmpty()
                || world.lives().isGone(request.image().get())
                || request.wanted().retain() && request.undoes()
                || request.wanted().retain() && request.stack().isRollingBack()
                || request.wanted().succeedWhenRetired() && isRetired(world, invocation)
                || StackDeclarations.keep(request)
                || invocation.repeatsSuccess();
    }

    private static boolean isRetired(World world, SimulatedInvocation invocation) {
        return world.service().isRetirable()
                && invocation.handling().hits(Fault.ENDPOINT_MISSING) >= TRIES
                && world.weather().hasLasted(Fault.ENDPOINT_MISSING, RETIREMENT, world.now());
    }

    private static boolean mayTellAdopted(SimulatedInvocation invocation, Request request) {
        return request.type() == Request.Type.UPDATE
                || invocation.deeds().lastLook().filter(Sight::mayBeAdopted).isPresent();
    }

    private static boolean isTrue(World world, SimulatedInvocation invocation, String code) {
        Handling handling = invocation.handling();
        Request request = handling.request();
        boolean deletes = request.type() == Request.Type.DELETE;
        Sight seen = invocation.deeds().lastLook().orElse(Sight.NOTHING);
        return switch (code) {
            case "ACCESS_DENIED" -> handling.hits(Fault.DENIED) > 0 && denials(handling) >= TRIES;
            case "REQUEST_REJECTED" -> handling.hits(Fault.REJECTED) > 0;
            case "STACK_STATUS_UNREADABLE" -> handling.hits(Fault.STACK_DENIED) > 0 && denials(handling) >= TRIES;
            case "SERVICE_RETIRED" ->
                world.service().isRetirable()
                        && handling.hits(Fault.ENDPOINT_MISSING) >= TRIES
                        && !(deletes && request.wanted().succeedWhenRetired());
            case "DELETE_FAILED" -> deletes && seen.is("DELETE_FAILED");
            case "DEADLINE_REACHED" -> isLate(world, invocation, request);
            case "REQUEST_OVERTAKEN" -> deletes && !handling.isOpen();
            case "IMAGE_NOT_FOUND" -> !deletes && seen.isGone();
            case "IMAGE_BEING_DELETED" -> !deletes && seen.beingDeleted();
            case "IMAGE_OWNED_BY_AMAZON", "IMAGE_OWNED_BY_ANOTHER_ACCOUNT" -> !deletes && seen.foreign();
            case "FUNCTION_FAILED" -> invocation.role() == Lambda.Role.LAST_RESORT || invocation.answersForAnother();
            default -> false;
        };
    }

    /** The function counts the denials of both services together: what they wait for is the same policy. */
    private static int denials(Handling handling) {
        return handling.hits(Fault.DENIED) + handling.hits(Fault.STACK_DENIED);
    }

    /** It is late, or thinks so by a clock that no service has corrected yet; a few seconds are never corrected. */
    private static boolean isLate(World world, SimulatedInvocation invocation, Request request) {
        Instant now = world.now();
        Duration skew = world.cloudFormation().skew();
        boolean late = !now.isBefore(request.deadline())
                || !now.isBefore(invocation.end().minus(INVOCATION_MARGIN));
        Duration uncorrected = invocation.hasTheRightClock() ? SimulatedInvocation.TOLERANCE : skew.abs();
        boolean seemsLate = !skew.isZero() && !now.plus(uncorrected).isBefore(request.deadline());
        if (seemsLate && !late) {
            world.tally().count("failed early by a clock that no service had corrected", 1);
        }
        return late || seemsLate;
    }

    /** An Update that keeps the image never fails; one that undoes another fails only when it cannot know that it does, or when it
     * comes too late for anybody to listen. */
    private static boolean mayFail(SimulatedInvocation invocation, Request request, String code) {
        if (request.type() != Request.Type.UPDATE
                || code.equals("FUNCTION_FAILED")
                || !invocation.handling().isOpen()) {
            return true;
        }
        boolean stackIsKnown = invocation.handling().hits(Fault.STACK_DENIED)
                        + invocation.handling().hits(Fault.STACK_UNREADABLE)
                == 0;
        return !request.keepsImage() && !(request.undoes() && stackIsKnown);
    }
}
