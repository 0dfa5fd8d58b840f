package io.github.streamingimage.simulation;

/**
 * The bound on looks. A state that lasts is looked at every second for ten seconds, then at delays that grow by at least 9%, less
 * what whole seconds take from them, to almost 5 seconds: 35 looks. After that every 4 seconds or less often, and after 500 seconds at
 * delays that grow by almost 1%; no more than every 4 seconds of the whole time, however often the state changes. Each delivery may begin anew, each trouble, a throttled call too, may cost three looks more, and a deletion may have one of its own.
 */
final class Looks {

    private static final int AT_FIRST = 35;
    private static final double STEADY_DELAY = 4;
    private static final double GROWTH_BEGINS = 500;
    private static final double GROWTH = 0.009;
    private static final int PER_TROUBLE = 3;

    private Looks() {}

    static void check(World world, Handling handling) {
        Request request = handling.request();
        int states = 2 + request.image().map(world.lives()::changes).orElse(0);
        double time = request.timeout().toSeconds();
        double growing = Math.log(Math.max(1, time / GROWTH_BEGINS)) / GROWTH;
        long perDelivery = (long) AT_FIRST * states
                + (long) Math.min(time / STEADY_DELAY, states * GROWTH_BEGINS / STEADY_DELAY + growing);
        long most = perDelivery * handling.deliveries() + (long) PER_TROUBLE * handling.hits() + handling.deletions();
        world.tally().count("looks", handling.looks());
        if (handling.looks() > most) {
            world.breach(Clause.LOOKS_TOO_OFTEN, request + " took " + handling.looks() + " looks instead of " + most);
        }
    }
}
