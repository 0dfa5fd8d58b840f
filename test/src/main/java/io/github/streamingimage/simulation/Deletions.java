package io.github.streamingimage.simulation;

import java.time.Duration;
import java.util.Optional;

/** What may be deleted, and under which client token. */
final class Deletions {

    /** How long an accepted deletion may go unseen before it is asked for again. */
    private static final Duration STALE = Duration.ofSeconds(10);

    private Deletions() {}

    /** DeleteStreamingImage is about to be called. */
    static void check(World world, Run run, ImageKey image, String clientToken) {
        Handling handling = run.handling();
        Request request = handling.request();
        if (run.role() != Lambda.Role.DELETION || request.type() != Request.Type.DELETE) {
            world.breach(Invariant.ONLY_WHAT_IS_TO_GO, run.role() + " deletes " + image + " on " + request);
        } else if (!request.image().equals(Optional.of(image))) {
            world.breach(Invariant.ONLY_WHAT_IS_TO_GO, request + " of " + request.image() + " deletes " + image);
        } else if (request.wanted().retain() && request.undoes()) {
            world.breach(Invariant.ONLY_WHAT_IS_TO_GO, request + " of a rollback deletes " + image);
        } else if (request.wanted().retain() && request.stack().isRollingBack()) {
            world.breach(Invariant.ONLY_WHAT_IS_TO_GO, request + " deletes " + image + " while the stack rolls back");
        } else if (Declarations.keep(request)) {
            world.breach(Invariant.ONLY_WHAT_IS_TO_GO, request + " deletes " + image + ", which is still declared");
        }
        Secrecy.check(world, "a client token", clientToken);
        boolean another =
                handling.tokens().add(clientToken) && handling.tokens().size() > 1;
        if (another && !mayTryAgain(world, handling, image)) {
            world.breach(
                    Invariant.ONE_TOKEN,
                    request + " uses another token though the attempt before has not failed, and may be under way");
        }
        boolean foreign = world.cloudFormation().requests().stream()
                .anyMatch(other -> other != handling && other.tokens().contains(clientToken));
        if (foreign) {
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
