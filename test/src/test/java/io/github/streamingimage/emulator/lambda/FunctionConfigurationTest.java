package io.github.streamingimage.emulator.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class FunctionConfigurationTest {

    private static final FunctionConfiguration CONFIGURATION = FunctionConfiguration.of("function", "Handler");

    @Test
    void refusesWhatIsBeyondLambdasLimits() {
        assertRefused(() -> FunctionConfiguration.of(" ", "Handler"), "name: ");
        assertRefused(() -> FunctionConfiguration.of("function", ""), "handler: ");
        assertRefused(() -> CONFIGURATION.withMemoryMegabytes(127), "memoryMegabytes: ");
        assertRefused(() -> CONFIGURATION.withTimeout(Duration.ZERO), "timeout: ");
        assertRefused(() -> CONFIGURATION.withTimeout(Duration.ofSeconds(901)), "timeout: ");
        assertRefused(() -> CONFIGURATION.withReservedConcurrency(0), "reservedConcurrency: ");
        assertRefused(
                () -> CONFIGURATION.withEnvironment(Map.of("AWS_REGION", "us-east-1")),
                "environment: AWS_REGION is reserved");
    }

    @Test
    void refusesFailureHandlingThatLambdaDoesNotHave() {
        Duration day = Duration.ofDays(1);
        Duration second = Duration.ofSeconds(1);

        assertRefused(() -> new AsynchronousInvocation(List.of(second, second, second), second), "retryDelays: ");
        assertRefused(() -> AsynchronousInvocation.retryingAfter(second.negated()), "retryDelays: ");
        assertRefused(() -> new AsynchronousInvocation(List.of(), day), "maximumEventAge: ");
    }

    @Test
    void passesTheOptionsOfTheManagedRuntimeBeforeItsOwn() {
        FunctionConfiguration tiny = CONFIGURATION.withMemoryMegabytes(1000).withJvmOptions(List.of("-Xmx20m"));
        Path home = JavaRuntime.running().home();

        assertThat(tiny.withRuntime(new JavaRuntime(home, 17)).allJvmOptions())
                .containsExactly("-Xmx870400k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx20m");
        assertThat(tiny.withRuntime(new JavaRuntime(home, 25)).allJvmOptions())
                .contains("--enable-native-access=ALL-UNNAMED");
    }

    @Test
    void knowsTheJavaOfADirectory() {
        assertThat(JavaRuntime.in(JavaRuntime.running().home())).isEqualTo(JavaRuntime.running());
        assertRefused(() -> new JavaRuntime(Path.of("nowhere"), 17), "home: ");
    }

    @Test
    void neverShowsItsCredentials() {
        assertThat(CONFIGURATION.toString())
                .contains(FunctionIdentity.DEFAULT.accessKeyId())
                .doesNotContain(FunctionIdentity.DEFAULT.secretAccessKey(), FunctionIdentity.DEFAULT.sessionToken());
    }

    private static void assertRefused(ThrowingCallable construction, String message) {
        assertThatThrownBy(construction)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }
}
