package io.github.streamingimage.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With builds and a simulation that leave what real ones have left; recorded, and shortened. */
class ReliabilityTest {

    private static final String BUILD = """
            #!/bin/sh
            case $* in
            *-Pmutation*)
                mkdir -p lambda/target/pit-reports lambda/target/surefire-reports
                cp recorded/mutations.xml lambda/target/pit-reports
                cp recorded/TEST-*.xml lambda/target/surefire-reports
                echo 760 >lambda/target/hostile-invocations.txt ;;
            *surefire:test@fuzz*)
                [ "$JAZZER_FUZZ $JAZZER_MAX_DURATION" = '1 20s' ] && cat recorded/fuzzing.log ;;
            *-Dit.test=KillsIT*)
                mkdir -p test/target
                echo '36 kills during inline waits, 14 during durable waits, all survived' >test/target/kills-survived.txt ;;
            *)
                mkdir -p lambda/target/surefire-reports
                echo '<testsuite><testcase name="greets" classname="a.GreetingTest">' >lambda/target/surefire-reports/TEST-a.xml
                grep -q hello greeting.txt || echo '<failure/>' >>lambda/target/surefire-reports/TEST-a.xml
                echo '</testcase></testsuite>' >>lambda/target/surefire-reports/TEST-a.xml ;;
            esac
            """;

    @TempDir
    private Path directory;

    private final StringWriter err = new StringWriter();
    private TinyProject project;

    @BeforeEach
    void makeAProject() throws IOException {
        project = new TinyProject(directory);
        project.build(BUILD);
        project.breakage("silent", "hello", "nothing");
        for (String file : List.of(
                "mutations.xml",
                "TEST-io.github.streamingimage.hostile.ReadersFuzzTest.xml",
                "fuzzing.log",
                "simulation.md")) {
            project.write("recorded/" + file, recorded(file));
        }
        explain("CrowdedSchedule.jitter MathMutator It is symmetric.\n");
        simulationEndsWith(0);
    }

    private static String recorded(String file) throws IOException {
        try (InputStream in = ReliabilityTest.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void explain(String lines) throws IOException {
        project.write("test/surviving-mutants.txt", lines);
    }

    private void simulationEndsWith(int status) throws IOException {
        project.write("simulate.sh", """
                [ "$1 $2 $3 $4 $5" = '--schedules 7 --seed 3 --report' ] || exit 2
                cp recorded/simulation.md "$6"
                exit %d
                """.formatted(status));
    }

    @Test
    void tellsTheFigureOfEachKindOfEvidence() throws IOException {
        assertThat(run("--schedules", "7", "--seed", "3")).as(err.toString()).isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(report())
                .containsSubsequence(
                        "| processes killed (SIGKILL) in the middle of a Delete | 36 kills during inline waits, 14 during durable"
                                + " waits, all survived |",
                        "properties | 760, none of which hung",
                        "fuzzing of the readers, 20 s each | 57,000, and 6 kept from earlier runs |",
                        "that tests kill | 19 of 20 |",
                        "deliberate breakages that tests notice | 1 of 1 |",
                        "## Simulation\n\n100,000 schedules with the seeds from 1 on: no breach.",
                        "\n\n## Deliberate breakages\n",
                        "| it says nothing | `GreetingTest.greets` |",
                        "\n\n## Mutants that survive\n",
                        "| `CrowdedSchedule.jitter` MathMutator | 60 | It is symmetric. |");
    }

    @Test
    void failsWhenAMutantSurvivesThatNobodyExplains() throws IOException {
        explain("CrowdedSchedule.jitter VoidMethodCallMutator Another mutator.\n");
        assertThat(run("--schedules", "7", "--seed", "3")).isEqualTo(1);
        assertThat(err.toString()).contains("no test kills the mutants CrowdedSchedule.jitter MathMutator");
        assertThat(report()).contains("| `CrowdedSchedule.jitter` MathMutator | 60 | **not explained** |");
    }

    @Test
    void failsWhenTheSimulationHasABreach() throws IOException {
        simulationEndsWith(1);
        assertThat(run("--schedules", "7", "--seed", "3")).isEqualTo(1);
        assertThat(err.toString()).contains("the simulation broke an invariant");
        assertThat(report()).contains("## Simulation");
    }

    @Test
    void failsWhenABreakageSurvives() throws IOException {
        project.breakage("longer", "hello", "hello everybody");
        assertThat(run("--schedules", "7", "--seed", "3")).isEqualTo(1);
        assertThat(err.toString()).contains("breakage longer: SURVIVED");
        assertThat(report())
                .contains("| 1 of 2 |", "| it says hello everybody | **SURVIVED: the test still passes** |");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Pmutation", "surefire:test@fuzz", "-Dit.test=KillsIT"})
    void failsWhenABuildDoes(String build) throws IOException {
        project.build(BUILD.replace("*" + build + "*)", "*" + build + "*)\n    exit 1"));
        assertThat(run("--schedules", "7", "--seed", "3")).isEqualTo(1);
        assertThat(err.toString()).contains(build).contains("failed: see ");
        assertThat(directory.resolve("reliability.md")).doesNotExist();
    }

    @Test
    void failsWhenFuzzingMadeUpNothing() throws IOException {
        project.write("recorded/fuzzing.log", "Tests run: 1\n");
        assertThat(run("--schedules", "7", "--seed", "3")).isEqualTo(1);
        assertThat(err.toString()).contains("fuzzing does not say how many inputs it made up");
    }

    @Test
    void failsAtOnceWhenTheSimulationRefusesItsOptions() {
        assertThat(run("--schedules", "0")).isEqualTo(1);
        assertThat(err.toString()).contains("the simulation failed: see ");
        assertThat(directory.resolve("lambda")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--seed", "--sead=1", "more"})
    void refusesAWrongCommandLine(String argument) {
        assertThat(run(argument)).isEqualTo(2);
        assertThat(err.toString()).startsWith("reliability: ").contains("(see --help)");
    }

    private String report() throws IOException {
        return Files.readString(directory.resolve("reliability.md"));
    }

    private int run(String... arguments) {
        return Reliability.commandLine(directory, List.of("sh", "simulate.sh"))
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(err))
                .execute(Stream.concat(Stream.of("--report", directory + "/reliability.md"), Stream.of(arguments))
                        .toArray(String[]::new));
    }
}
