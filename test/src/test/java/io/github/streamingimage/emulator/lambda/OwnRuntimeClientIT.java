package io.github.streamingimage.emulator.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.emulator.runtime.RuntimeLoop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The same functions where AWS's client cannot run: all that is true in that is true in the emulator's own. */
class OwnRuntimeClientIT extends LambdaFunctionIT {

    @TempDir
    private static Path unloadable;

    @BeforeAll
    static void layOut() throws IOException {
        UnloadableClient.layOut(unloadable);
    }

    @Override
    FunctionArtifacts artifacts() {
        try (Stream<Path> jars = Files.list(unloadable.resolve("runtime"))) {
            return new FunctionArtifacts(FunctionArtifacts.codeOf(ScriptedHandler.class), jars.toList());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere AWS's runtime client is not tried")
    void runsInAwssClientWhereThatCanRun() {
        FunctionConfiguration any = FunctionConfiguration.of("any", ScriptedHandler.class.getName());
        try (LambdaFunction function = LambdaFunction.start(artifacts(), any, event -> {}, record -> {})) {
            assertThat(function.runtimeClient().mainClass()).isEqualTo(RuntimeLoop.class.getName());
            assertThat(function.runtimeClient().told())
                    .startsWith(
                            "the emulator's own runtime client, since AWS's cannot run here: its native library cannot be"
                                    + " loaded: ")
                    .hasLineCount(1);
        }
    }

    @Test
    void saysThatAHandlerOfAnotherKindCannotStart() throws Exception {
        FunctionConfiguration other = FunctionConfiguration.of("other", List.class.getName());
        EventRecorder recorder = new EventRecorder();
        try (LambdaFunction function = LambdaFunction.start(artifacts(), other, recorder, record -> {})) {
            function.invoke("{}".getBytes());
            assertThat(recorder.await(FunctionEvent.StartFailed.class, 1).get(0).reason())
                    .contains("ClassCastException");
        }
    }
}
