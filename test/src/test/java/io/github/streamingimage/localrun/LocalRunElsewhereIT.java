package io.github.streamingimage.localrun;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.emulator.lambda.FunctionArtifacts;
import io.github.streamingimage.emulator.lambda.UnloadableClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The local run as a process of its own, on a machine on which AWS's client cannot run, and with a function that cannot start. */
@Execution(ExecutionMode.CONCURRENT)
class LocalRunElsewhereIT {

    @TempDir
    private Path directory;

    @BeforeEach
    void layOut() throws IOException {
        UnloadableClient.layOut(directory);
    }

    @Test
    void runsInTheEmulatorsOwnClientAndSaysSo() throws Exception {
        Process process = start("--images", "2", "--deletion-time", "1", "--fault", "crash");
        String output = output(process);
        assertThat(process.exitValue()).as(output).isZero();
        assertThat(output)
                .contains("The function runs in the emulator's own runtime client, since AWS's cannot run here: ")
                .contains("invokes again", "PASS: 2 of 2 images are gone")
                .doesNotContain("UnsatisfiedLinkError");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "AWS's runtime client has native libraries for Linux only")
    void aFunctionThatCannotStartEndsTheRunAtOnceWithOneLineInAwssClientToo() throws Exception {
        Path client = FunctionArtifacts.find().runtimeJars().stream()
                .filter(jar -> jar.toString().contains("runtime-interface-client"))
                .findFirst()
                .orElseThrow();
        Files.copy(
                client,
                directory.resolve("runtime").resolve(client.getFileName()),
                StandardCopyOption.REPLACE_EXISTING);
        assertThat(outputWithoutFunction()).contains("runs in AWS's own");
    }

    @Test
    void aFunctionThatCannotStartEndsTheRunAtOnceWithOneLine() throws Exception {
        assertThat(outputWithoutFunction()).contains("runs in the emulator's own");
    }

    private String outputWithoutFunction() throws Exception {
        new ZipOutputStream(Files.newOutputStream(directory.resolve("function.jar"))).close();
        Process process = start("--images", "2");
        String output = output(process);
        assertThat(process.exitValue()).as(output).isEqualTo(1);
        assertThat(output.lines().filter(line -> line.startsWith("FAIL: ")))
                .singleElement()
                .asString()
                .startsWith("FAIL: the function cannot start: ")
                .contains("ClassNotFoundException", "StreamingImageDeletionHandler");
        assertThat(output.lines()).last().asString().startsWith("FAIL: ");
        return output;
    }

    private Process start(String... flags) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dstreamingimage.function=" + directory);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), LocalRun.class.getName()));
        command.addAll(List.of(flags));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static String output(Process process) throws IOException, InterruptedException {
        // Should it hang, it is ended, and the test fails for its status.
        CompletableFuture.runAsync(process::destroyForcibly, CompletableFuture.delayedExecutor(2, TimeUnit.MINUTES));
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
