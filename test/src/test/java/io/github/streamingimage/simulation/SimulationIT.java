package io.github.streamingimage.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The first and the longest: it computes while others wait. */
@Order(1)
@Execution(ExecutionMode.CONCURRENT)
class SimulationIT {

    private static final long SCHEDULES = 100_000;
    private static final long FIRST_SEED = 1;

    @Test
    void everyInvariantHoldsInAHundredThousandSchedules() {
        Tally tally = Schedules.ofTheFunction().run(FIRST_SEED, SCHEDULES, 2);
        assertThat(tally.breaches())
                .as("to see one: test/simulate --replay <seed>")
                .isEmpty();
        assertThat(tally.excessiveExcuses())
                .as("excuses that cover more than their share of %s: %s", tally.counts(), tally.excuses())
                .isEmpty();
        assertThat(tally.faults()).as("every fault has struck").containsOnlyKeys(Fault.values());
    }
}
