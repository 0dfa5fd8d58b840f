package io.github.streamingimage.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class BenchmarkTest {

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** A section that has measured already. */
    private record Measured(String title, Outcome outcome) implements Section {
        @Override
        public Outcome run(Path into) {
            return outcome;
        }
    }

    @Test
    void writesAllGoalsFirstAndThenTheSections() throws IOException {
        Section one = new Measured(
                "One", new Section.Outcome(List.of(new Section.Goal("quick", "1 s", true)), "text of one\n"));
        Section other = new Measured(
                "Other", new Section.Outcome(List.of(new Section.Goal("small", "9 MB", false)), "text of other\n"));
        Path reports = directory.resolve("reports");
        assertThat(run(List.of(one, other), "--report", reports.toString())).isZero();
        assertThat(Files.readString(reports.resolve("performance.md")))
                .containsSubsequence(
                        "| quick | 1 s | yes |",
                        "| small | 9 MB | **no** |",
                        "## One",
                        "text of one",
                        "## Other",
                        "text of other");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--report", "--raport=x", "more"})
    void refusesAWrongCommandLine(String argument) {
        assertThat(run(List.of(), argument)).isEqualTo(2);
        assertThat(err.toString()).startsWith("benchmark: ").contains("(see --help)");
    }

    private int run(List<Section> sections, String... arguments) {
        CommandLine command = Benchmark.commandLine(runtimes -> sections);
        return command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
    }
}
