package io.github.streamingimage.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.benchmark.FirstResponse.ProcessStart;
import io.github.streamingimage.benchmark.StartTrial.FirstPass;
import io.github.streamingimage.benchmark.StartTrial.Starts;
import io.github.streamingimage.emulator.lambda.FunctionArtifacts;
import io.github.streamingimage.emulator.lambda.JavaRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
    void aFirstPassCostsFewTimesWhatAnEmptyHandlerDoesAndLittleMoreThanItsBareHandshakes() {
        FirstPass plain = new FirstPass(MeasuredService.NIMBLE_STUDIO, false);
        FirstPass secure = new FirstPass(MeasuredService.APPSTREAM, true);
        Map<FirstPass, Starts> starts = StartTrial.measure(JavaRuntime.running(), List.of(plain, secure), 3);
        assertThat(starts.get(plain).toEmpty(ProcessStart::cpu))
                .as("%s", starts)
                .isLessThan(4);
        assertThat(starts.get(secure).toBare(ProcessStart::cpu))
                .as("%s", starts)
                .isLessThan(2);
        assertThat(starts.values()).extracting(Starts::peakMemory).allMatch(bytes -> bytes < 110L << 20);
    }

    @ParameterizedTest
    @EnumSource
    void aWarmPassCostsFewTimesWhatItsRequestsDo(MeasuredService service) {
        WarmPass.Result result = WarmPass.measure(service);
        assertThat(result.passBytes() / result.bareBytes()).as("%s", result).isLessThan(5);
        assertThat(result.passNanos() / result.bareNanos()).as("%s", result).isLessThan(8);
    }

    @Test
    void theFunctionsJarIsSmall() throws IOException {
        assertThat(Files.size(FunctionArtifacts.find().functionJar())).isLessThan(6_000_000);
    }
}
