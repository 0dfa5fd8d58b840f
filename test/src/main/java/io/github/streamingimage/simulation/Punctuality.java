package io.github.streamingimage.simulation;

import java.time.Duration;
import java.util.Optional;

/**
 * The promise that no stack hangs, and its conditions. A request is answered before its ServiceTimeout is over if, at the
 * function's deadline (the ServiceTimeout less a margin of a fifth of it, at most 30 seconds), somebody has it in hand, an
 * invocation or an execution, and if from then on
 * <ul>
 *   <li>nobody who has it in hand is stopped by force: no crash, no execution aborted, and no delivery that fails for good (a function that
 *       reaches its own timeout is stopped by nobody);
 *   <li>the outside world (calls and their latency, cold starts, refused or unanswered PUTs and StartExecutions and the pauses
 *       after them, Lambda refusing the state machine) takes less time than the margin; with the state machine, less by the second to which its
 *       waits are rounded.
 * </ul>
 *
 * <p>Nobody has it in hand when every delivery so far has crashed and the next is still queued. That the request does not slip
 * from hands that were not forced is {@link Invariant#NOBODY_WALKS_AWAY}; that Lambda delivers again is Lambda's own promise, and
 * the last resort is one of the hands.
 */
final class Punctuality {

    private static final Duration ROUNDING = Duration.ofSeconds(1);

    private Punctuality() {}

    /** CloudFormation has waited for the answer in vain. */
    static void check(World world, Handling handling) {
        Optional<Excuse> excuse = excuse(world, handling);
        if (excuse.isPresent()) {
            world.tally().excuse(excuse.get());
        } else {
            world.breach(Clause.LEAVES_A_REQUEST_WITHOUT_RESPONSE, handling.request() + " has no response");
        }
    }

    private static Optional<Excuse> excuse(World world, Handling handling) {
        return handling.slipped()
                .or(handling::disturbed)
                .or(() -> handling.wasTimedWell() ? Optional.empty() : Optional.of(Excuse.MISTIMED))
                .or(() -> hadTime(world, handling) ? Optional.empty() : Optional.of(Excuse.DELAYED));
    }

    private static boolean hadTime(World world, Handling handling) {
        Duration taken = handling.wasHandedOver() ? handling.lost().plus(ROUNDING) : handling.lost();
        if (!world.cloudFormation().skew().isZero()) {
            taken = taken.plus(SimulatedInvocation.TOLERANCE);
        }
        return taken.compareTo(handling.request().margin()) < 0;
    }
}
