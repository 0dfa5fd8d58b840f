package io.github.streamingimage.simulation;

import java.time.Duration;
import java.util.Optional;

/** What may be deleted, and under which client token. */
final class DeletionCheck {

    /** How long an accepted deletion may go unseen before it is asked for again. */
    private static final Duration STALE = Duration.ofSeconds(10);

    private DeletionCheck() {}

    /** DeleteStreamingImage is about to be called. */
    static void check(World world, SimulatedInvocation invocation, ImageKey image, String clientToken) {
        Handling handling = invocation.handling();
        Request request = handling.request();
        String what = request + " deletes " + image;
        if (invocation.role() != Lambda.Role.DELETION) {
            world.breach(Clause.DELETES_AS_THE_LAST_RESORT, what);
        }
        if (request.type() != Request.Type.DELETE) {
            world.breach(Clause.DELETES_FOR_WHAT_IS_NO_DELETE, what);
        } else if (!request.image().equals(Optional.of(image))) {
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
        Secrecy.check(world, Clause.TELLS_THE_URL_IN_A_CLIENT_TOKEN, clientToken);
        boolean another =
                handling.tokens().add(clientToken) && handling.tokens().size() > 1;
        if (another && !mayTryAgain(world, handling, image)) {
            world.breach(
                    Clause.TRIES_AGAIN_WHAT_MAY_BE_UNDER_WAY,
                    request + " uses another token though the attempt before has not failed, and may be under way");
        }
        if (!world.owns(handling, clientToken)) {
            world.breach(Clause.USES_ANOTHER_REQUESTS_TOKEN, request + " uses the token of another request");
        }
    }

    /** Two who have one request in hand, after a second delivery or a lost reply, do not know of each other's attempts. */
    private static boolean mayTryAgain(World world, Handling handling, ImageKey image) {
        return handling.deliveries() > 1
                || handling.hits(Fault.START_REPLY_LOST) > 0
                || handling.acceptance()
                        .filter(accepted -> world.lives().failures(image) > accepted.failures()
                                || Duration.between(accepted.at(), world.now()).compareTo(STALE) >= 0)
                        .isPresent();
    }
}
