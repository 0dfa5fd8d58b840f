package io.github.streamingimage.simulation;

import java.time.Duration;

/**
 * The bound on looks. A state that lasts is looked at every second for ten seconds, then at delays that grow by at least 9%, less
 * what whole seconds take from them, until they are longer than 40 seconds: 65 looks for each state, and one for every 40 seconds.
 * Each delivery may begin anew, each trouble, a throttled call too, may cost three looks more, and a deletion may have one of its own.
 */
final class Looks {

    private static final int PER_STATE = 65;
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(40);
    private static final int PER_TROUBLE = 3;

    private Looks() {}

    static void check(World world, Handling handling) {
        Request request = handling.request();
        int states = 2 + request.image().map(world.lives()::changes).orElse(0);
        long perDelivery = (long) PER_STATE * states + request.timeout().dividedBy(LONGEST_DELAY);
        long most = perDelivery * handling.deliveries() + (long) PER_TROUBLE * handling.hits() + handling.deletions();
        world.tally().count("looks", handling.looks());
        if (handling.looks() > most) {
            world.breach(Clause.LOOKS_TOO_OFTEN, request + " took " + handling.looks() + " looks instead of " + most);
        }
    }
}
