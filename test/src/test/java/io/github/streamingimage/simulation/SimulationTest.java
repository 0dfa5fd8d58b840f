package io.github.streamingimage.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class SimulationTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void reportsWhatHappened(@TempDir Path directory) throws IOException {
        Path report = directory.resolve("report.md");
        assertThat(run(Schedules.ofTheFunction(), "--schedules", "30", "--seed", "7", "--report", report.toString()))
                .isZero();
        assertThat(Files.readString(report))
                .isEqualTo(out.toString())
                .startsWith("## Simulation")
                .contains("30 schedules with the seeds from 7 on: no breach.")
                .contains(
                        "| Create SUCCESS |",
                        "| the function crashes |",
                        "| " + Invariant.SECRET.description() + " | 0 |");
    }

    @Test
    void namesTheSeedOfABreachAndHowToSeeIt() {
        Schedules leaky = new Schedules(Mutant.TELLS_THE_URL.function());
        assertThat(run(leaky, "--schedules", "1", "--seed", "7")).isEqualTo(1);
        assertThat(out.toString()).contains("**1 breaches**", "SECRET", "To see it: --replay 7");
        assertThat(run(leaky, "--replay", "7")).isEqualTo(1);
        assertThat(out.toString()).contains("CloudFormation sends Create", "BREACH SECRET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--schedules=0", "--schedules=many", "--seed=x", "--replay", "--sedes=1", "more"})
    void refusesAWrongCommandLine(String argument) {
        assertThat(run(Schedules.ofTheFunction(), argument)).isEqualTo(2);
        assertThat(err.toString()).startsWith("simulation: ").contains("(see --help)");
    }

    @Test
    void theSameSeedGivesTheSameScheduleAndAnotherAnother() {
        assertThat(timeline(12)).isNotEmpty().isEqualTo(timeline(12)).isNotEqualTo(timeline(13));
    }

    @Test
    void theNumberOfThreadsMakesNoDifference() {
        Schedules schedules = Schedules.ofTheFunction();
        assertThat(new Report(schedules.run(1, 60, 2), 1, 60).toString())
                .isEqualTo(new Report(schedules.run(1, 60, 1), 1, 60).toString());
    }

    @Test
    void anExcuseThatGrowsIsNoticed() {
        Tally tally = mistimed(10, 10_000);
        assertThat(tally.holds()).isTrue();
        tally.excuse(Excuse.MISTIMED);
        assertThat(tally.excessiveExcuses()).containsExactly(Excuse.MISTIMED);
        assertThat(tally.holds()).isFalse();
        assertThat(new Report(tally, 1, 2_500).toString())
                .contains("**More than 0.001 of the requests: " + Excuse.MISTIMED.description());
    }

    @Test
    void fewRequestsDoNotTellWhetherAnExcuseGrows() {
        assertThat(mistimed(1_000, 9_999).holds()).isTrue();
    }

    private static Tally mistimed(int excused, long requests) {
        Tally tally = new Tally();
        tally.count("requests", requests);
        for (int i = 0; i < excused; i++) {
            tally.excuse(Excuse.MISTIMED);
        }
        return tally;
    }

    private static List<String> timeline(long seed) {
        List<String> lines = new ArrayList<>();
        Schedules.ofTheFunction().replay(seed, lines::add);
        return lines;
    }

    private int run(Schedules schedules, String... arguments) {
        CommandLine command = Simulation.commandLine(schedules);
        return command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
    }
}
