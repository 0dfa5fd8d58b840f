package io.github.streamingimage.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What {@code test/simulate} runs. The first and the longest: it computes while others wait, in a JVM that compiles for long runs. */
@Order(1)
@Execution(ExecutionMode.CONCURRENT)
class SimulationIT {

    private static final long MOST_MINUTES = 40;

    @Test
    void everyInvariantHoldsInAHundredThousandSchedules(@TempDir Path directory) throws Exception {
        Path report = directory.resolve("report.md");
        Path output = directory.resolve("output.txt");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // A tenth less than with the first compiler before the second, in runs as long as this.
                        "-XX:-TieredCompilation",
                        "-XX:+UseParallelGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Simulation.class.getName(),
                        "--schedules=100000",
                        "--report=" + report))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended;
        try {
            ended = process.waitFor(MOST_MINUTES, TimeUnit.MINUTES);
        } finally {
            process.destroyForcibly();
        }
        assertThat(ended).as("the simulation ends").isTrue();
        assertThat(process.exitValue())
                .as("%s%nto see a breach: test/simulate --replay <seed>", Files.readString(output))
                .isZero();
        assertThat(report).content().contains("100,000 schedules with the seeds from 1 on: no breach.");
        for (Fault fault : Fault.values()) {
            assertThat(report).content().as("every fault has struck").contains("\n| " + fault.description() + " | ");
        }
    }
}
