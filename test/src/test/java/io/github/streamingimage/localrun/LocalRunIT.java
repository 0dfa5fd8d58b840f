package io.github.streamingimage.localrun;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.streamingimage.localrun.progress.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The local run's command line, against real processes. */
@Execution(ExecutionMode.CONCURRENT)
class LocalRunIT {

    private static final String PASS =
            "PASS: %d of %d images are gone, each SUCCESS came after the image was gone, no ResponseURL leaked";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Optional<Terminal> terminal = Optional.empty();

    @TempDir
    private Path directory;

    @Test
    void deletesAStackOfThreeImagesAndShowsHow() {
        assertThat(run()).as(out.toString()).isZero();
        assertThat(out.toString())
                .contains("READY -> DELETE_IN_PROGRESS", "DELETE_IN_PROGRESS -> DELETED")
                .contains("saw IMAGE: UPDATE_IN_PROGRESS", "saw CONFLICT", "saw THROTTLED")
                .contains("decided DELETE", "decided SUCCEED: DELETED", "received SUCCESS for us-west-2-studio|image-3")
                .containsPattern("(?m)^image-1 +DELETED +SUCCESS +DELETED ")
                .endsWith(String.format("%n%n" + PASS.formatted(3, 3) + "%n"))
                .doesNotContain("\u001b");
        assertThat(out.toString().lines().filter(line -> line.matches(" *[\\d.]+ s  .*")))
                .as("in the order of time")
                .extracting(line -> Double.valueOf(line.strip().split(" ")[0]))
                .hasSizeGreaterThan(30)
                .isSorted();
    }

    @ParameterizedTest
    @CsvSource({
        "throttling, saw THROTTLED",
        "conflict, saw CONFLICT",
        "delete-failed, DELETE_IN_PROGRESS -> DELETE_FAILED",
        "lost-reply, answered DELETE with no response",
        "crash, invokes again",
        "service-retired, SUCCESS  SERVICE_RETIRED",
        "rollback, 'no ResponseURL leaked, and the rollback before left 2 of them alone'"
    })
    void endsWellInSpiteOfAFault(String fault, String shown) {
        assertThat(run("--images", "2", "--deletion-time", "2", "--fault", fault))
                .as(out.toString())
                .isZero();
        assertThat(out.toString()).contains(shown, PASS.formatted(2, 2));
    }

    @Test
    void deletesAStackOfThreeImagesOfAppStream() {
        assertThat(run("--service", "appstream")).as(out.toString()).isZero();
        assertThat(out.toString())
                .contains("AppStream       image-1    AVAILABLE -> DELETING", "DELETING -> gone")
                .contains("saw CONFLICT", "is in use by the fleet fleet-1", "saw THROTTLED")
                .containsPattern("received SUCCESS for image-3\\|\\d{4}-\\d\\d-\\d\\dT")
                .containsPattern("(?m)^image-1 +DELETED +SUCCESS +DELETED ")
                .contains(PASS.formatted(3, 3))
                .doesNotContain("Nimble Studio");
    }

    @ParameterizedTest
    @CsvSource({
        "throttling, saw THROTTLED",
        "conflict, saw CONFLICT",
        "delete-failed, DELETING -> FAILED",
        "lost-reply, answered DELETE_IMAGE with no response",
        "crash, invokes again",
        "rollback, and the rollback before left 2 of them alone"
    })
    void endsWellWithAppStreamInSpiteOfAFault(String fault, String shown) {
        assertThat(run("--service=appstream", "--images", "2", "--deletion-time", "2", "--fault", fault))
                .as(out.toString())
                .isZero();
        assertThat(out.toString()).contains(shown, PASS.formatted(2, 2));
    }

    @ParameterizedTest
    @CsvSource({"nimble-studio, throttling", "nimble-studio, crash", "appstream, delete-failed"})
    void endsWellWhenItWaitsOnTheStateMachine(String service, String fault) {
        assertThat(run("--waiting=durable", "--service", service, "--images=2", "--deletion-time=2", "--fault", fault))
                .as(out.toString() + err)
                .isZero();
        assertThat(out.toString())
                .contains("; it waits on the deployed state machine")
                .contains("handed over to the state machine", PASS.formatted(2, 2));
    }

    @Test
    void failsOnTheStateMachineTooWhenADeletionNeverEnds() {
        assertThat(run("--waiting=durable", "--images=1", "--deletion-time=1", "--fault=never-deletes"))
                .isEqualTo(1);
        assertThat(out.toString()).containsPattern("received FAILED .*\\[DEADLINE_REACHED] .* DELETE_IN_PROGRESS");
    }

    @Test
    void failsWhenADeletionNeverEndsAfterTheFunctionSaidSo() {
        Path report = directory.resolve("run.html");
        assertThat(run("--images", "1", "--deletion-time", "1", "--fault", "never-deletes", "--report=" + report))
                .isEqualTo(1);
        assertThat(out.toString())
                .containsPattern("received FAILED .*\\[DEADLINE_REACHED] .* DELETE_IN_PROGRESS")
                .containsPattern("(?m)^image-1 +DELETE_IN_PROGRESS +FAILED ")
                .containsPattern("(?m)^FAIL: image-1 is DELETE_IN_PROGRESS, and CloudFormation heard FAILED ")
                .contains("Report: " + report.toUri());
        assertThat(report).content().contains("FAIL: image-1 is DELETE_IN_PROGRESS", "[DEADLINE_REACHED]");
    }

    @Test
    void drawsABoardOnATerminalAndATableAtTheEnd() {
        terminal = Optional.of(new Terminal(80, 24, true, true));
        assertThat(run("--images", "2", "--deletion-time", "1"))
                .as(out.toString())
                .isZero();
        assertThat(out.toString())
                .contains("\u001b[4A", "\u001b[33mDELETE_IN_PROGRESS\u001b[0m", "2 of 2 images done")
                .containsPattern(
                        "(?m)^image-1 +\u001b\\[32mDELETED +\u001b\\[0m  \u001b\\[32mSUCCESS \u001b\\[0m DELETED ")
                .contains("\u001b[32m" + PASS.formatted(2, 2));
    }

    @Test
    void asJsonItPrintsOneDocumentAndNothingElse() throws IOException {
        Path report = directory.resolve("run.html");
        assertThat(run("--images", "2", "--deletion-time", "1", "--fault", "crash", "--json", "--report", report + ""))
                .as(out.toString())
                .isZero();
        JsonNode run = new ObjectMapper()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .readTree(out.toString());
        assertThat(run.path("exitStatus").asInt(-1)).isZero();
        assertThat(run.path("verdict").asText()).isEqualTo(PASS.formatted(2, 2));
        assertThat(run.path("parameters").path("fault").asText()).isEqualTo("crash");
        assertThat(run.path("stack").findValuesAsText("status"))
                .containsExactly("CREATE_IN_PROGRESS", "CREATE_COMPLETE", "DELETE_IN_PROGRESS", "DELETE_COMPLETE");
        assertThat(run.path("images")).hasSize(2).allSatisfy(image -> {
            assertThat(image.path("states").findValuesAsText("state")).contains("READY", "DELETE_IN_PROGRESS");
            assertThat(image.path("states").findValuesAsText("state")).endsWith("DELETED");
            assertThat(image.path("requests").findValuesAsText("operation")).contains("GET", "DELETE");
            assertThat(image.path("responses").findValuesAsText("requestType")).containsExactly("CREATE", "DELETE");
            assertThat(image.path("responses").findValuesAsText("status")).containsOnly("SUCCESS");
            assertThat(image.path("responses").findValuesAsText("outcome")).containsExactly("ADOPTED", "DELETED");
            assertThat(image.path("interruptions")).hasSize(1);
        });
        assertThat(err.toString()).isEmpty();
        assertThat(report).content().contains("2 of 2 images deleted");
    }

    @ParameterizedTest
    @CsvSource({
        "--emulator --json, --json does not go with --emulator",
        "--emulator --report=x.html, --report does not go with --emulator",
        "--emulator --fault=crash, --fault crash does not go with --emulator",
        "--emulator --fault=rollback, --fault rollback does not go with --emulator",
        "--service=appstream --fault=service-retired, --fault service-retired does not go with --service appstream",
        "--service=appstream --emulator, --service does not go with --emulator",
        "--service=ec2, 'is none of nimble-studio, appstream'",
        "--verbose --json, --verbose does not go with --json",
        "--verbose --emulator, --verbose does not go with --emulator",
        "--emulator --images=0, '--images': 0 is not in 1 to 500",
        "--report=no/such/directory/x.html, '--report'",
        "--report=/, '--report'",
        "--waiting=forever, 'forever' is neither inline nor durable",
        "--waiting=durable --images=21, --waiting durable does not go with more than 20 images",
        "--imgaes=3, did you mean --images?"
    })
    void aWrongOrConflictingFlagIsNamed(String flags, String named) {
        assertThat(run(flags.split(" "))).isEqualTo(2);
        assertThat(err.toString().strip().lines()).hasSize(1).first().asString().contains(named);
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--images=0",
                "--images=501",
                "--images=x",
                "--deletion-time=-1",
                "--fault=none",
                "--wrong",
                "--seed="
            })
    void answersAWrongFlagWithOneLineAndExitStatusTwo(String flag) {
        assertThat(run(flag)).isEqualTo(2);
        assertThat(err.toString().strip().lines()).hasSize(1).first().asString().startsWith("local-run: ");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void helpNamesEveryFlagAndEveryFault() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains(
                        "--images",
                        "--deletion-time",
                        "--fault",
                        "--seed",
                        "--report",
                        "--json",
                        "--emulator",
                        "--verbose",
                        "--service",
                        "--waiting");
        assertThat(out.toString()).doesNotContain("<main class>");
        assertThat(out.toString().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        NamedFault.options().forEach(fault -> assertThat(out.toString()).contains(fault + ": "));
    }

    private int run(String... args) {
        CommandLine commandLine = LocalRun.commandLine(terminal);
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(args);
    }
}
