package io.github.streamingimage.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Whether a FAILED says what really was in the way, and does not wedge its stack: which clause it breaks, if any. */
final class FailureCheck {

    private static final int TRIES = 5;

    /** What as many tries take at most, each pause twice the one before from a second on. */
    private static final Duration TIME_FOR_TRIES = Duration.ofSeconds(30);

    private static final Duration INVOCATION_MARGIN = Duration.ofSeconds(30);

    private static final Set<String> ONLY_OF_DELETES = Set.of("DELETE_FAILED", "REQUEST_OVERTAKEN");
    private static final Set<String> NEVER_OF_DELETES =
            Set.of("IMAGE_NOT_FOUND", "IMAGE_BEING_DELETED", "IMAGE_OWNED_BY_AMAZON", "IMAGE_OWNED_BY_ANOTHER_ACCOUNT");

    private FailureCheck() {}

    static Optional<Clause> untrue(World world, SimulatedInvocation invocation, String code) {
        Handling handling = invocation.handling();
        Request request = handling.request();
        Sight seen = invocation.lastSight();
        boolean deletes = request.type() == Request.Type.DELETE;
        if ((deletes ? NEVER_OF_DELETES : ONLY_OF_DELETES).contains(code)) {
            return Optional.of(Clause.FAILS_FOR_WHAT_CANNOT_BE);
        }
        return switch (code) {
            case "ACCESS_DENIED" -> denied(handling, Fault.DENIED);
            case "STACK_STATUS_UNREADABLE" -> denied(handling, Fault.STACK_DENIED);
            case "REQUEST_REJECTED" -> unless(handling.hits(Fault.REJECTED) > 0, Clause.FAILS_FOR_NO_REJECTION);
            case "SERVICE_RETIRED" ->
                deletes && request.wanted().succeedWhenRetired()
                        ? Optional.of(Clause.FAILS_WHERE_RETIREMENT_IS_TO_SUCCEED)
                        : SuccessCheck.unproven(world, handling).map(unproven -> Clause.FAILS_FOR_NO_RETIREMENT);
            case "DELETE_FAILED" -> unless(seen.hasFailed(), Clause.FAILS_FOR_A_DELETION_THAT_HAS_NOT_FAILED);
            case "DEADLINE_REACHED" -> early(world, invocation);
            case "REQUEST_OVERTAKEN" -> unless(!handling.isOpen(), Clause.FAILS_FOR_NO_LATER_OPERATION);
            case "IMAGE_NOT_FOUND" -> unless(seen.isGone(), Clause.FAILS_FOR_AN_IMAGE_THAT_IS_FIT);
            case "IMAGE_BEING_DELETED" -> unless(seen.beingDeleted(), Clause.FAILS_FOR_AN_IMAGE_THAT_IS_FIT);
            case "IMAGE_OWNED_BY_AMAZON", "IMAGE_OWNED_BY_ANOTHER_ACCOUNT" ->
                unless(seen.foreign(), Clause.FAILS_FOR_AN_IMAGE_THAT_IS_FIT);
            case "FUNCTION_FAILED" -> unless(invocation.answersForAFailure(), Clause.FAILS_BY_ITSELF);
            default -> Optional.of(Clause.FAILS_FOR_WHAT_CANNOT_BE);
        };
    }

    private static Optional<Clause> unless(boolean isTrue, Clause clause) {
        return isTrue ? Optional.empty() : Optional.of(clause);
    }

    /** The function counts the denials of both services together: what they wait for is the same policy. */
    private static Optional<Clause> denied(Handling handling, Fault denial) {
        if (handling.hits(denial) == 0) {
            return Optional.of(Clause.FAILS_FOR_ANOTHER_DENIAL);
        }
        int denials = handling.hits(Fault.DENIED) + handling.hits(Fault.STACK_DENIED);
        return unless(denials >= TRIES, Clause.FAILS_AFTER_FEWER_THAN_FIVE_DENIALS);
    }

    /**
     * It is late, or the invocation ends and nobody could take the request over, or it seems late by a clock that no service has corrected
     * yet; a few seconds are never corrected.
     */
    private static Optional<Clause> early(World world, SimulatedInvocation invocation) {
        Request request = invocation.handling().request();
        Instant now = world.now();
        if (!now.isBefore(request.deadline())) {
            return Optional.empty();
        }
        if (!now.isBefore(invocation.end().minus(INVOCATION_MARGIN))) {
            return unless(!invocation.couldHandOver(), Clause.FAILS_INSTEAD_OF_HANDING_OVER);
        }
        Duration skew = world.cloudFormation().skew();
        Duration uncorrected = invocation.hasTheRightClock() ? SimulatedInvocation.TOLERANCE : skew.abs();
        if (skew.isZero() || now.plus(uncorrected).isBefore(request.deadline())) {
            return Optional.of(Clause.FAILS_BEFORE_THE_DEADLINE);
        }
        world.tally().excuse(Excuse.EARLY_BY_ITS_CLOCK);
        return Optional.empty();
    }

    private static boolean isStackUnknown(World world, Handling handling, String code) {
        Request request = handling.request();
        Duration since = Duration.between(request.sentAt(), world.now());
        boolean neverReadable = world.weather().hasLasted(Fault.STACK_DENIED, since, world.now());
        boolean noTime =
                Duration.between(handling.takenUp(), request.deadline()).compareTo(TIME_FOR_TRIES) < 0;
        return code.equals("STACK_STATUS_UNREADABLE")
                || neverReadable && handling.hits(Fault.STACK_DENIED) > 0
                || code.equals("DEADLINE_REACHED") && handling.hits(Fault.STACK_UNREADABLE) >= (noTime ? 1 : TRIES)
                || noTime && handling.hits(Fault.STACK_READ_LATE) > 0;
    }

    /**
     * An Update that keeps the image never fails; one that undoes another fails only when it could not learn that it does. Nobody listens any
     * more when the request is closed.
     */
    static Optional<Clause> wedge(World world, SimulatedInvocation invocation, String code) {
        Request request = invocation.handling().request();
        boolean unknown = !request.keepsImage() && isStackUnknown(world, invocation.handling(), code);
        boolean mayFail = request.type() != Request.Type.UPDATE
                || !request.keepsImage() && !request.undoes()
                || !invocation.handling().isOpen();
        if (mayFail) {
            return Optional.empty();
        }
        if (code.equals("FUNCTION_FAILED") || unknown) {
            world.tally().excuse(unknown ? Excuse.UNDONE_BLINDLY : Excuse.WEDGED_BY_CRASHES);
            return Optional.empty();
        }
        return Optional.of(
                request.keepsImage()
                        ? Clause.WEDGES_AN_UPDATE_THAT_KEEPS_ITS_IMAGE
                        : Clause.WEDGES_AN_UPDATE_THAT_UNDOES_ANOTHER);
    }
}
