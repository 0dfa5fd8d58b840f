package io.github.streamingimage.localrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The local run's command line, against real processes. */
@Execution(ExecutionMode.CONCURRENT)
class LocalRunIT {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void deletesAStackOfThreeImagesAndShowsHow() {
        assertThat(run()).as(out.toString()).isZero();
        assertThat(out.toString())
                .contains("READY -> DELETE_IN_PROGRESS", "DELETE_IN_PROGRESS -> DELETED")
                .contains("saw IMAGE: UPDATE_IN_PROGRESS", "saw CONFLICT", "saw THROTTLED")
                .contains("decided DELETE", "decided SUCCEED: DELETED", "received SUCCESS for us-west-2-studio|image-3")
                .containsPattern("(?m)^image-1 +DELETED +SUCCESS ");
    }

    @ParameterizedTest
    @CsvSource({
        "throttling, saw THROTTLED",
        "conflict, saw CONFLICT",
        "delete-failed, DELETE_IN_PROGRESS -> DELETE_FAILED",
        "lost-reply, answered DELETE with no answer",
        "crash, invokes again",
        "service-retired, decided SUCCEED: SERVICE_RETIRED",
        "rollback, All images survived the rollback"
    })
    void endsWellInSpiteOfAFault(String fault, String shown) {
        assertThat(run("--images", "2", "--deletion-time", "2", "--fault", fault))
                .as(out.toString())
                .isZero();
        assertThat(out.toString()).contains(shown);
    }

    @Test
    void failsWhenADeletionNeverEndsAfterTheFunctionSaidSo() {
        assertThat(run("--images", "1", "--deletion-time", "1", "--fault", "never-deletes"))
                .isEqualTo(1);
        assertThat(out.toString())
                .containsPattern("received FAILED .*\\[DEADLINE_REACHED] .* DELETE_IN_PROGRESS")
                .containsPattern("(?m)^image-1 +DELETE_IN_PROGRESS +FAILED ");
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
        assertThat(out.toString()).contains("--images", "--deletion-time", "--fault", "--seed");
        NamedFault.options().forEach(fault -> assertThat(out.toString()).contains(fault + ": "));
    }

    private int run(String... args) {
        CommandLine commandLine = LocalRun.commandLine(Optional.empty());
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(args);
    }
}
