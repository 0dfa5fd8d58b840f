package io.github.streamingimage.localrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script that users start, with a build and a Java that only tell how they were called. */
class StartScriptTest {

    @TempDir
    private Path root;

    @BeforeEach
    void layOut() throws IOException {
        for (String folder :
                List.of("test/target", "test/src/main", "lambda/src/main", "infra/src/main/resources", ".mvn")) {
            Files.createDirectories(root.resolve(folder));
        }
        for (String file : List.of(
                "pom.xml",
                "test/pom.xml",
                "lambda/pom.xml",
                "infra/package.json",
                "infra/package-lock.json",
                "infra/.npmrc",
                "test/target/streaming-image-deletion-test-1.jar")) {
            Files.createFile(root.resolve(file));
        }
        program("test/local-run", Files.readString(Path.of("local-run")));
        program("mvnw", "#!/bin/sh\necho noise of the build\necho built >> builds.txt\n");
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

    @Test
    void buildsOnceUntilSomethingChanges() throws IOException, InterruptedException {
        start("--help").waitFor();
        start("--help").waitFor();
        assertThat(root.resolve("builds.txt")).hasContent("built");
        Path source = Files.createFile(root.resolve("lambda/src/main/Added.java"));
        future(source.getParent());
        start("--help").waitFor();
        assertThat(root.resolve("builds.txt")).hasContent("built\nbuilt");
    }

    @Test
    void buildsAgainAfterABuildThatFailed() throws IOException, InterruptedException {
        program("mvnw", "#!/bin/sh\necho built >> builds.txt\nexit 1\n");
        assertThat(start().waitFor()).isEqualTo(1);
        assertThat(start().waitFor()).isEqualTo(1);
        assertThat(root.resolve("builds.txt")).hasContent("built\nbuilt");
    }

    @ParameterizedTest
    @CsvSource({"--waiting=durable, 1", "--waiting durable, 1", "--waiting inline, 0", "--images 2, 0"})
    void installsTheInterpreterForDurableWaitingOnly(String flags, int installations)
            throws IOException, InterruptedException {
        program("bin/npm", "#!/bin/sh\necho noise of npm\nmkdir node_modules\ntouch node_modules/.package-lock.json\n");
        for (int run = 0; run < 2; run++) {
            Process process = start(flags.split(" "));
            assertThat(output(process)).doesNotContain("noise of npm");
            assertThat(process.waitFor()).isEqualTo(7);
        }
        assertThat(root.resolve("infra/target/npm/node_modules/.package-lock.json")
                        .toFile()
                        .exists())
                .isEqualTo(installations == 1);
    }

    @Test
    void aFailedInstallationIsLeftToTheLocalRunToTell() throws IOException, InterruptedException {
        program("bin/npm", "#!/bin/sh\nexit 1\n");
        assertThat(start("--waiting=durable").waitFor()).isEqualTo(7);
    }

    /** Whatever the file system's clock is, it is later than the build. */
    private static void future(Path changed) throws IOException {
        Files.setLastModifiedTime(changed, FileTime.from(Instant.now().plusSeconds(60)));
    }

    private Process start(String... flags) throws IOException {
        ProcessBuilder builder = new ProcessBuilder();
        builder.command().add(root.resolve("test/local-run").toString());
        builder.command().addAll(List.of(flags));
        builder.environment().put("JAVA_HOME", root.resolve("jdk").toString());
        builder.environment().merge("PATH", root.resolve("bin") + ":", (path, bin) -> bin + path);
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
