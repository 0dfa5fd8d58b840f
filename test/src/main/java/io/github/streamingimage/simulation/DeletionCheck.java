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
        Handling handling = invocation.handling();
        Request request = handling.request();
        if (invocation.role() != Lambda.Role.DELETION || request.type() != Request.Type.DELETE) {
            world.breach(Invariant.ONLY_WHAT_IS_TO_GO, invocation.role() + " deletes " + image + " on " + request);
        } else if (request.image().filter(image::covers).isEmpty()) {
            world.breach(Invariant.ONLY_WHAT_IS_TO_GO, request + " of " + request.image() + " deletes " + image);
        } else if (request.wanted().retain() && request.undoes()) {
            world.breach(Invariant.ONLY_WHAT_IS_TO_GO, request + " of a rollback deletes " + image);
        } else if (request.wanted().retain() && request.stack().isRollingBack()) {
            world.breach(Invariant.ONLY_WHAT_IS_TO_GO, request + " deletes " + image + " while the stack rolls back");
        } else if (StackDeclarations.keep(request)) {
            world.breach(Invariant.ONLY_WHAT_IS_TO_GO, request + " deletes " + image + ", which is still declared");
        }
        token.ifPresent(known -> checkToken(world, handling, image, known));
    }

    private static void checkToken(World world, Handling handling, ImageKey image, String clientToken) {
        Request request = handling.request();
        Secrecy.check(world, "a client token", clientToken);
        boolean another =
                handling.tokens().add(clientToken) && handling.tokens().size() > 1;
        if (another && !mayTryAgain(world, handling, image)) {
            world.breach(
                    Invariant.ONE_TOKEN,
                    request + " uses another token though the attempt before has not failed, and may be under way");
        }
        if (!world.owns(handling, clientToken)) {
            world.breach(Invariant.ONE_TOKEN, request + " uses the token of another request");
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
