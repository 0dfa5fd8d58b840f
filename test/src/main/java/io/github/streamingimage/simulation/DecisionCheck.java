package io.github.streamingimage.simulation;

import io.github.streamingimage.customresource.CustomResourceResponse.Status;
import java.util.Optional;

/**
 * Whether a response is true, and not the reverse of another.
 *
 * <p>What is promised about decisions: one invocation never sends two. The last resort repeats the SUCCESS of a Delete that could
 * not be delivered; of a Create or an Update it looks again, since it needs the attributes. A retry decides anew from what it
 * sees, and FAILED of a Delete is never sent by who has just seen that the image is gone; but one that can see nothing any more
 * (denied, out of time, crashed for good) says so, also when an earlier one had seen more and could not deliver it.
 */
final class DecisionCheck {

    private DecisionCheck() {}

    static void check(World world, SimulatedInvocation invocation, ResponseCheck.Read response) {
        Request request = invocation.handling().request();
        Deeds deeds = invocation.deeds();
        String what =
                invocation + " responds to " + request + " with " + response + " after it saw " + deeds.lastLook();
        Optional<Status> decided = deeds.decided();
        if (decided.isPresent()) {
            if (decided.get() != response.status()) {
                world.breach(Clause.REVERSES_ITS_OWN_DECISION, what + " and had decided " + decided.get());
            }
            return;
        }
        deeds.decided(response.status());
        boolean deletes = request.type() == Request.Type.DELETE;
        if (response.status() == Status.SUCCESS) {
            Optional<Clause> untrue = deletes
                    ? SuccessCheck.ofDelete(world, invocation.handling(), invocation.repeatsSuccess())
                    : SuccessCheck.ofAdoption(world, invocation.handling(), invocation.lastSight());
            untrue.ifPresent(clause -> world.breach(clause, what));
            return;
        }
        if (deletes && invocation.repeatsSuccess()) {
            world.breach(Clause.REVERSES_ANOTHER_RUNS_SUCCESS, what);
        }
        if (deletes && invocation.lastSight().isGone()) {
            world.breach(Clause.FAILS_THOUGH_IT_SAW_THE_IMAGE_GONE, what);
        }
        FailureCheck.untrue(world, invocation, response.code()).ifPresent(clause -> world.breach(clause, what));
        FailureCheck.wedge(world, invocation, response.code()).ifPresent(clause -> world.breach(clause, what));
    }
}
