package io.github.streamingimage.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The CDK's command line with the app, without credentials. */
class CommandLineTest {
    private static final Path CDK =
            Path.of("target/npm/node_modules/aws-cdk/bin/cdk").toAbsolutePath();
    private static final String APP = StreamingImageDeletionApp.class.getName();
    private static final String STACK = "AppStreamImageDeletionProvider";

    @TempDir
    Path directory;

    /** What a command wrote, and its exit status. */
    private record Output(int status, String out, String errors) {}

    private Output synthesize(String... context) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String app = "\"%s\" -cp \"%s\" %s".formatted(java, System.getProperty("java.class.path"), APP);
        List<String> command = Stream.concat(
                        Stream.of("node", CDK.toString(), "synth", STACK, "--app", app, "--no-notices", "--json"),
                        Stream.of(context).flatMap(each -> Stream.of("--context", each)))
                .toList();
        Path out = directory.resolve("out");
        Path errors = directory.resolve("errors");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment()
                .putAll(Map.of(
                        "AWS_EC2_METADATA_DISABLED",
                        "true",
                        "AWS_CONFIG_FILE",
                        directory.resolve("none").toString(),
                        "AWS_SHARED_CREDENTIALS_FILE",
                        directory.resolve("none").toString(),
                        "CDK_DISABLE_CLI_TELEMETRY",
                        "true"));
        Process process = builder.start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended).as("cdk ends").isTrue();
        return new Output(process.exitValue(), Files.readString(out), Files.readString(errors));
    }

    @Test
    void synthesizesOntoStandardOutputAndNothingElse() throws Exception {
        Output output = synthesize();

        assertThat(output.status()).as(output.errors()).isZero();
        assertThat(output.out().strip()).startsWith("{").endsWith("}").contains("AWS::StepFunctions::StateMachine");
        assertThat(directory.resolve("cdk.out/manifest.json")).exists();
    }

    @Test
    void saysInOneLineWhatIsWrongWithTheContext() throws Exception {
        Output output = synthesize("studioId=studio-1", "streamingImageId=not/an/id");

        assertThat(output.status()).isNotZero();
        assertThat(output.out()).isEmpty();
        assertThat(output.errors())
                .contains("streaming-image-deletion: the context value streamingImageId must be a string")
                .doesNotContain("Exception", "\tat ");
    }

    @Test
    void isToldTheSameAppByTheRepository() throws IOException {
        assertThat(Path.of("../cdk.json")).content().contains(APP + "\"");
    }
}
