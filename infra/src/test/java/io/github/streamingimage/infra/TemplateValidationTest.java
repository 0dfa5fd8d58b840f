package io.github.streamingimage.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every template that is deployed or shown, through the validator that AWS publishes; one process, since it starts in seconds. */
class TemplateValidationTest {
    private static final String SCRIPT = "src/test/resources/validate-templates.mjs";
    private static final Path MODULES = Path.of("target/npm/node_modules").toAbsolutePath();

    @TempDir
    Path directory;

    private static List<Path> files(Path directory, String end) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }

    private List<String> findings(List<Path> templates) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node", SCRIPT, MODULES.toString()));
        templates.forEach(template -> command.add(template.toString()));
        Path output = directory.resolve("findings");
        Process validator = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = validator.waitFor(5, TimeUnit.MINUTES);
        validator.destroyForcibly();
        assertThat(ended).as("the validator ends").isTrue();
        assertThat(validator.exitValue()).as(Files.readString(output)).isZero();
        return Files.readAllLines(output);
    }

    /** W3005: the construct library lets functions and state machines depend on their roles, though they refer to them as well. */
    @Test
    void findsNothingInWhatIsDeployedAndSomethingInWhatIsWrong() throws Exception {
        Path wrong = Files.writeString(
                directory.resolve("wrong.json"),
                "{\"Resources\": {\"Wrong\": {\"Type\": \"AWS::Logs::LogGroup\", \"Properties\": {\"RetentionInDays\": 31}}}}");
        List<Path> templates = new ArrayList<>(files(Path.of(Fixture.APP.synth().getDirectory()), ".template.json"));
        templates.addAll(files(Path.of("examples"), ".yaml"));
        templates.addAll(PlainTemplatesTest.templates());
        templates.add(wrong);
        assertThat(templates).hasSizeGreaterThan(15);

        List<String> findings = findings(templates).stream()
                .filter(finding -> !finding.contains(" WARN W3005 "))
                .filter(finding -> !finding.contains("Careless"))
                .toList();

        assertThat(findings)
                .allMatch(finding -> finding.startsWith(wrong.toString()))
                .isNotEmpty();
    }
}
