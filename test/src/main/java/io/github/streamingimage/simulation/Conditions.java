package io.github.streamingimage.simulation;

import io.github.streamingimage.emulator.cloudformation.QueryApi;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the world of one schedule is made of.
 *
 * @param seed of all chance, to name the schedule by
 * @param service whose images there are
 * @param durable the probability that there is a state machine
 * @param pageLength how many resources a page of ListStackResources holds
 * @param life begins what lives in the world
 */
record Conditions(
        long seed,
        Chance chance,
        Weather weather,
        ServiceKind service,
        Latencies latencies,
        double durable,
        int pageLength,
        Consumer<World> life) {

    /** Everything by chance: a stack's life, and what goes wrong in it. Pages are so short that there is often more than one. */
    static Conditions byChance(long seed) {
        Chance chance = new Chance(seed);
        ServiceKind service = chance.oneOf(List.of(ServiceKind.values()));
        Weather weather = Weather.byChance(chance);
        return new Conditions(
                seed, chance, weather, service, Latencies.VARIED, 0.5, 1, world -> new StackLife(world).begin());
    }

    /** Nothing goes wrong but what a rate limit refuses. */
    static Conditions calm(Scenario scenario) {
        Chance chance = new Chance(scenario.seed());
        return new Conditions(
                scenario.seed(),
                chance,
                Weather.calm(chance),
                scenario.service(),
                scenario.latencies(),
                scenario.waiting() == WaitingMode.DURABLE ? 1 : 0,
                QueryApi.LONGEST_PAGE,
                world -> new ScenarioLife(world, scenario).begin());
    }
}
