package io.github.streamingimage.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.benchmark.FirstResponse.ProcessStart;
import io.github.streamingimage.emulator.lambda.FunctionArtifacts;
import io.github.streamingimage.emulator.lambda.JavaRuntime;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Keeps the function small: ratios to a baseline of the same run, with room for a noisy machine. What they are on a quiet one is in the
 * report.
 */
@Isolated
class FootprintIT {

    @Test
    @EnabledOnOs(
            value = OS.LINUX,
            disabledReason = "it is measured in AWS's runtime client, which has native libraries for Linux only")
    void aFirstPassCostsFewTimesWhatAnEmptyHandlerDoes() {
        ColdStart.Starts starts = ColdStart.measure(JavaRuntime.running(), 5);
        assertThat(starts.cpuRatio()).as("%s", starts).isLessThan(4);
        assertThat(starts.firstPass()).extracting(ProcessStart::peakMemory).allMatch(bytes -> bytes < 110L << 20);
    }

    @Test
    void aWarmPassCostsFewTimesWhatItsFourRequestsDo() {
        WarmPass.Result result = WarmPass.measure();
        assertThat(result.passBytes() / result.bareBytes()).as("%s", result).isLessThan(5);
        assertThat(result.passNanos() / result.bareNanos()).as("%s", result).isLessThan(8);
    }

    @Test
    void theFunctionsJarIsSmall() throws IOException {
        assertThat(Files.size(FunctionArtifacts.find().functionJar())).isLessThan(6_000_000);
    }
}
