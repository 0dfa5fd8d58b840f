package io.github.streamingimage.localrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that users start, with a build and a Java that only tell how they were called. */
class StartScriptTest {

    @TempDir
    private Path root;

    @BeforeEach
    void layOut() throws IOException {
        Files.createDirectories(root.resolve("test/target"));
        Files.createFile(root.resolve("test/target/streaming-image-deletion-test-1.jar"));
        program("test/local-run", Files.readString(Path.of("local-run")));
        program("mvnw", "#!/bin/sh\necho noise of the build\n");
        program("jdk/bin/java", "#!/bin/sh\nfor each; do echo \"<$each>\"; done\nexit 7\n");
    }

    @Test
    void passesFlagsOnAndTheExitStatusBackWithNoNoiseOfTheBuild() throws IOException, InterruptedException {
        Process process = start("--fault", "a b", "--report=*");
        assertThat(output(process))
                .containsExactly(
                        "<-jar>",
                        "<" + root.resolve("test/target/streaming-image-deletion-test-1.jar") + ">",
                        "<--fault>",
                        "<a b>",
                        "<--report=*>");
        assertThat(process.waitFor()).isEqualTo(7);
    }

    @Test
    void saysNothingOfATerminalWhenItsOutputIsPiped() throws IOException {
        assertThat(output(start())).noneMatch(argument -> argument.contains("terminal"));
    }

    private Process start(String... flags) throws IOException {
        ProcessBuilder builder = new ProcessBuilder();
        builder.command().add(root.resolve("test/local-run").toString());
        builder.command().addAll(List.of(flags));
        builder.environment().put("JAVA_HOME", root.resolve("jdk").toString());
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static List<String> output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private void program(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
