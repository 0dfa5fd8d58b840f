package io.github.streamingimage.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simulation catches what it is there to catch, each by the invariant that it is caught by. */
class MutantTest {

    private static final int SCHEDULES = 6000;

    @ParameterizedTest
    @EnumSource
    void isCaughtByTheInvariantThatItBreaks(Mutant mutant) {
        try (Strands strands = new Strands()) {
            Optional<Breach> breach = LongStream.range(0, SCHEDULES)
                    .mapToObj(seed ->
                            new World(Conditions.byChance(seed), strands, mutant.function(), Optional.empty()).run())
                    .flatMap(tally -> tally.breaches().stream())
                    .filter(found -> found.invariant() == mutant.invariant())
                    .findFirst();
            assertThat(breach).as(mutant + " in " + SCHEDULES + " schedules").isPresent();
        }
    }
}
