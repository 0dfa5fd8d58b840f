package io.github.streamingimage.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simulation catches what it is there to catch, each by the one clause that is there for it: without that it would pass. */
class MutantTest {

    private static final int SCHEDULES = 6000;

    @ParameterizedTest
    @EnumSource
    void isCaughtByItsClauseAndByNoOther(Mutant mutant) {
        try (Strands strands = new Strands()) {
            Set<Clause> caughtBy = LongStream.range(0, SCHEDULES)
                    .mapToObj(seed ->
                            new World(Conditions.byChance(seed), strands, mutant.function(), Optional.empty()).run())
                    .filter(tally -> !tally.breaches().isEmpty())
                    .findFirst()
                    .map(MutantTest::clauses)
                    .orElse(Set.of());
            assertThat(caughtBy)
                    .as("what catches " + mutant + " in the first of " + SCHEDULES + " schedules that shows it")
                    .containsExactly(mutant.clause());
        }
    }

    @Test
    void everyClauseCatchesAMutant() {
        assertThat(Arrays.stream(Mutant.values()).map(Mutant::clause).distinct())
                .containsExactlyInAnyOrder(Clause.values());
    }

    private static Set<Clause> clauses(Tally tally) {
        return tally.breaches().stream().map(Breach::clause).collect(Collectors.toSet());
    }
}
