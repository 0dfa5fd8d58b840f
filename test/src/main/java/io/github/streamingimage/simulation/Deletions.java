package io.github.streamingimage.simulation;

import io.github.streamingimage.deletion.ImageId;
import java.util.Optional;

/** What may be deleted, and under which client token. */
final class Deletions {

    private static final int MOST_ATTEMPTS = 4;

    private Deletions() {}

    /** DeleteStreamingImage is about to be called. */
    static void check(World world, Run run, ImageId image, String clientToken) {
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
        handling.tokens().add(clientToken);
        int attempts = Math.min(MOST_ATTEMPTS, 1 + world.lives().failures(image));
        if (handling.tokens().size() > attempts) {
            world.breach(
                    Invariant.ONE_TOKEN,
                    request + " has used " + handling.tokens().size() + " tokens in " + attempts + " attempts");
        }
        boolean foreign = world.cloudFormation().requests().stream()
                .anyMatch(other -> other != handling && other.tokens().contains(clientToken));
        if (foreign) {
            world.breach(Invariant.ONE_TOKEN, request + " uses the token of another request");
        }
    }
}
