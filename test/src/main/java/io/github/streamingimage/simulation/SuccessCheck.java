package io.github.streamingimage.simulation;

import java.time.Duration;
import java.util.Optional;

/** Whether a SUCCESS is true: which clause it breaks, if any. */
final class SuccessCheck {

    private static final int LOOKS_OF_A_RETIREMENT = 5;
    private static final Duration RETIREMENT = Duration.ofMinutes(1);

    private SuccessCheck() {}

    /** @param repeats whether an earlier run had decided SUCCESS, and only its delivery failed */
    static Optional<Clause> ofDelete(World world, Handling handling, boolean repeats) {
        Request request = handling.request();
        boolean rollback = request.undoes() || request.stack().isRollingBack();
        if (repeats
                || request.image().isEmpty()
                || world.lives().isGone(request.image().get())
                || rollback && request.wanted().retain()
                || StackDeclarations.keep(request)) {
            return Optional.empty();
        }
        if (world.service().isRetirable()
                && handling.hits(Fault.ENDPOINT_MISSING) > 0
                && world.weather().hasLasted(Fault.ENDPOINT_MISSING, Duration.ZERO, world.now())) {
            return request.wanted().succeedWhenRetired()
                    ? unproven(world, handling)
                    : Optional.of(Clause.SUCCEEDS_WHERE_RETIREMENT_IS_TO_FAIL);
        }
        if (request.wanted().retain() && isInDoubt(world, handling)) {
            world.tally().excuse(Excuse.ROLLBACK_IN_DOUBT);
            return Optional.empty();
        }
        return Optional.of(rollback ? Clause.RETAINS_WHAT_IS_TO_GO : Clause.TELLS_DELETED_OF_WHAT_IS_THERE);
    }

    /** Whether it could have seen a rollback that was over, and had no time to see it again. */
    private static boolean isInDoubt(World world, Handling handling) {
        Duration left = Duration.between(world.now(), handling.request().deadline());
        return handling.hits(Fault.STACK_READ_LATE) > 0
                && left.compareTo(SimulatedCloudFormation.LONGEST_LATENESS) <= 0;
    }

    /** What a retirement of the service lacks to be proven. */
    static Optional<Clause> unproven(World world, Handling handling) {
        if (!world.service().isRetirable() || handling.hits(Fault.ENDPOINT_MISSING) < LOOKS_OF_A_RETIREMENT) {
            return Optional.of(Clause.RETIRES_AFTER_FEWER_THAN_FIVE_LOOKS);
        }
        return world.weather().hasLasted(Fault.ENDPOINT_MISSING, RETIREMENT, world.now())
                ? Optional.empty()
                : Optional.of(Clause.RETIRES_WITHIN_A_MINUTE);
    }

    /**
     * An Update that keeps its image, or undoes another, must not fail; everybody else has seen a fit image. Nobody listens to an Update that is
     * closed: the rollback that it saw can be over.
     */
    static Optional<Clause> ofAdoption(World world, Handling handling, Sight seen) {
        Request request = handling.request();
        boolean mustSucceed = request.keepsImage()
                || request.undoes()
                || request.type() == Request.Type.UPDATE && (request.stack().isRollingBack() || !handling.isOpen());
        if (mustSucceed) {
            return Optional.empty();
        }
        Optional<Clause> unfit = unfit(seen);
        if (unfit.isPresent() && request.type() == Request.Type.UPDATE && isInDoubt(world, handling)) {
            world.tally().excuse(Excuse.ROLLBACK_IN_DOUBT);
            return Optional.empty();
        }
        return unfit;
    }

    private static Optional<Clause> unfit(Sight seen) {
        if (seen.image().isEmpty()) {
            return Optional.of(Clause.ADOPTS_WHAT_IT_HAS_NOT_SEEN);
        }
        if (seen.beingDeleted()) {
            return Optional.of(Clause.ADOPTS_WHAT_IS_BEING_DELETED);
        }
        return seen.foreign() ? Optional.of(Clause.ADOPTS_WHAT_IS_NOT_THE_ACCOUNTS) : Optional.empty();
    }
}
