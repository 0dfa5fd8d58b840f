package io.github.streamingimage.simulation;

import java.time.Duration;
import java.util.Optional;

/** What may be deleted, and under which client token. */
final class DeletionCheck {

    /** How long an accepted deletion may go unseen before it is asked for again. */
    private static final Duration STALE = Duration.ofSeconds(10);

    private DeletionCheck() {}

    /**
     * A deletion is about to be called.
     *
     * @param image what it would delete at this moment
     * @param token of a service that takes tokens
     */
    static void check(World world, SimulatedInvocation invocation, ImageKey image, Optional<String> token) {
        Request request = invocation.handling().request();
        if (invocation.role() != Lambda.Role.DELETION) {
            world.breach(Clause.DELETES_AS_THE_LAST_RESORT, request + " deletes " + image);
        }
        if (request.type() == Request.Type.DELETE) {
            checkImage(world, request, image);
        } else {
            world.breach(Clause.DELETES_FOR_WHAT_IS_NO_DELETE, request + " deletes " + image);
        }
        token.ifPresent(known -> checkToken(world, invocation, image, known));
    }

    private static void checkToken(World world, SimulatedInvocation invocation, ImageKey image, String clientToken) {
        Handling handling = invocation.handling();
        Request request = handling.request();
        Secrecy.check(world, Clause.TELLS_THE_URL_IN_A_CLIENT_TOKEN, clientToken);
        if (!handling.tokens().contains(clientToken)) {
            if (!handling.tokens().isEmpty() && !mayTryAgain(world, invocation, image)) {
                world.breach(
                        Clause.TRIES_AGAIN_WHAT_MAY_BE_UNDER_WAY,
                        request + " uses another token though the attempt before has not failed, and may be under way");
            }
            handling.attempt(clientToken, invocation.lastSight());
        }
        if (!world.owns(handling, clientToken)) {
            world.breach(Clause.USES_ANOTHER_REQUESTS_TOKEN, request + " uses the token of another request");
        }
    }

    private static void checkImage(World world, Request request, ImageKey image) {
        String what = request + " deletes " + image;
        if (request.image().filter(image::covers).isEmpty()) {
            world.breach(Clause.DELETES_ANOTHER_IMAGE, what + " instead of " + request.image());
        }
        if (request.wanted().retain() && request.undoes()) {
            world.breach(Clause.DELETES_FOR_A_ROLLBACK_THAT_RETAINS, what);
        }
        if (request.wanted().retain() && request.stack().isRollingBack()) {
            world.breach(Clause.DELETES_DURING_A_ROLLBACK_THAT_RETAINS, what);
        }
        if (StackDeclarations.keep(request)) {
            world.breach(Clause.DELETES_WHAT_IS_STILL_DECLARED, what);
        }
    }

    /**
     * The attempt before has failed, or was seen to fail, or nothing of it was to be seen. A stale read can show the failure of an attempt
     * before that one. To take it for a new one does no harm: while a deletion is under way, the service refuses another.
     */
    private static boolean mayTryAgain(World world, SimulatedInvocation invocation, ImageKey image) {
        Handling handling = invocation.handling();
        boolean wasSeenToFail = invocation.lastSight().hasFailed()
                && !handling.seenBeforeAttempt().hasFailed();
        return handling.acceptance()
                .filter(accepted -> wasSeenToFail
                        || world.lives().failures(image) > accepted.failures()
                        || Duration.between(accepted.at(), world.now()).compareTo(STALE) >= 0)
                .isPresent();
    }
}
