package io.github.streamingimage.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.reliability.ExternalCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What {@code test/simulate} runs. The first and the longest: it computes while others wait, in a JVM that compiles for long runs. */
@Order(1)
@Execution(ExecutionMode.CONCURRENT)
class SimulationIT {

    private static final Duration LIMIT = Duration.ofMinutes(40);

    @Test
    void everyInvariantHoldsInAHundredThousandSchedules(@TempDir Path directory) throws IOException {
        Path output = directory.resolve("output.txt");
        ExternalCommand simulation = new ExternalCommand(
                directory,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // A tenth less than with the first compiler before the second, in runs as long as this.
                "-XX:-TieredCompilation",
                "-XX:+UseParallelGC",
                "-cp",
                System.getProperty("java.class.path"),
                Simulation.class.getName(),
                "--schedules=100000");
        OptionalInt status = simulation.run(output, LIMIT);
        String report = Files.readString(output);
        assertThat(status)
                .as("%s%nto see a breach: test/simulate --replay <seed>", report)
                .hasValue(0);
        assertThat(report).contains("100,000 schedules with the seeds from 1 on: no breach.");
        for (Fault fault : Fault.values()) {
            assertThat(report).as("every fault has struck").contains("\n| " + fault.description() + " | ");
        }
    }
}
