package io.github.streamingimage.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real Git, and a build that takes no time. */
class BreakagesTest {

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private TinyProject project;

    @BeforeEach
    void makeAProject() throws IOException {
        project = new TinyProject(directory);
    }

    @Test
    void succeedWhenATestFailsForEachOfThem() throws IOException {
        project.breakage("loud", "hello", "HELLO");
        project.breakage("silent", "hello", "");
        assertThat(run()).isZero();
        assertThat(out.toString())
                .contains(
                        "loud: noticed by GreetingTest.greets", "silent: noticed by", "2 of 2 breakages were noticed");
        assertThat(Files.readString(directory.resolve("greeting.txt"))).isEqualTo("hello\n");
        assertThat(directory.resolve("test/target/breakages")).doesNotExist();
    }

    @Test
    void failWhenOneSurvivesAndTryTheOthersAllTheSame() throws IOException {
        project.breakage("longer", "hello", "hello everybody");
        project.breakage("silent", "hello", "");
        assertThat(run()).isEqualTo(1);
        assertThat(out.toString()).contains("longer: SURVIVED", "silent: noticed", "1 of 2 breakages were noticed");
    }

    @Test
    void failWhenOneDoesNotApplyAnyMore() throws IOException {
        project.breakage("old", "good morning", "good night");
        assertThat(run()).isEqualTo(1);
        assertThat(out.toString()).contains("old: THE PATCH DOES NOT APPLY any more");
    }

    @Test
    void failWhenOneDoesNotBuildForThenNoTestHasSeenIt() throws IOException {
        project.breakage("nonsense", "hello", "nonsense");
        assertThat(run()).isEqualTo(1);
        assertThat(out.toString()).contains("nonsense: DOES NOT BUILD");
    }

    @Test
    void failWhenOneHangs() throws IOException {
        project.breakage("asleep", "hello", "asleep");
        assertThat(run("--limit", "1")).isEqualTo(1);
        assertThat(out.toString()).contains("asleep: TOOK TOO LONG");
    }

    @Test
    void failWhenTheTestFailsWithoutThem() throws IOException {
        project.write("greeting.txt", "good morning\n");
        project.breakage("night", "good morning", "good night");
        assertThat(run()).isEqualTo(1);
        assertThat(err.toString()).contains("these tests fail before anything is broken: [GreetingTest.greets]");
    }

    @Test
    void failWhenThereIsNoSuchTest() throws IOException {
        project.breakage("silent", "OtherTest", "hello", "");
        assertThat(run()).isEqualTo(1);
        assertThat(err.toString()).contains("there are no tests [OtherTest]");
    }

    @Test
    void failWhenThereAreNone() throws IOException {
        Files.createDirectories(directory.resolve("test/breakages.d"));
        assertThat(run()).isEqualTo(1);
        assertThat(err.toString()).contains("there are no breakages");
    }

    @Test
    void areTriedByName() throws IOException {
        project.breakage("longer", "hello", "hello everybody");
        project.breakage("silent", "hello", "");
        assertThat(run("silent")).isZero();
        assertThat(run("loud")).isEqualTo(2);
        assertThat(err.toString()).contains("there is no breakage 'loud'");
    }

    @Test
    void seeWhatIsNotCommittedAndWhatAnEarlierBuildLeftForThem() throws IOException {
        project.breakage("silent", "hello", "");
        project.build("""
                #!/bin/sh
                [ -e not-committed ] && [ ! -e lambda/target/ours ] || exit 1
                [ -e test/target/function/function.jar ] && [ -e infra/target/npm/tool ] || exit 1
                mkdir -p lambda/target/surefire-reports
                echo '<a><testcase name="b" classname="GreetingTest"/></a>' >lambda/target/surefire-reports/TEST-a.xml
                """);
        project.write("not-committed", "");
        project.write("test/target/function/function.jar", "");
        project.write("infra/target/npm/tool", "");
        project.write("lambda/target/ours", "");
        assertThat(run()).isEqualTo(1);
        assertThat(out.toString()).contains("silent: SURVIVED");
    }

    @Test
    void startAnewAfterARunThatWasStopped() throws IOException {
        project.breakage("silent", "hello", "");
        project.write("test/target/breakages/greeting.txt", "left over\n");
        project.write("test/target/breakages/left-over", "");
        assertThat(run()).isZero();
        assertThat(directory.resolve("test/target/breakages")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Breaks", "Modules", "Test"})
    void sayWhatTheyAreAt(String line) throws IOException {
        project.breakage("silent", "hello", "");
        Path patch = directory.resolve("test/breakages.d/silent.patch");
        Files.writeString(patch, Files.readString(patch).replaceFirst("(?m)^" + line + ": .*\\n", ""));
        assertThat(run()).isEqualTo(1);
        assertThat(err.toString()).contains("silent.patch has no line '" + line + ": …'");
    }

    private int run(String... arguments) {
        return Breakages.commandLine(directory)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
