package io.github.streamingimage.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every template that is deployed or shown is valid, as AWS's own validator sees it. */
class TemplateValidationTest {
    @TempDir
    Path directory;

    private static List<Path> files(Path directory, String end) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }

    @Test
    void findsNothingInWhatIsDeployedAndSomethingInWhatIsWrong() throws Exception {
        Path wrong = Files.writeString(
                directory.resolve("wrong.json"),
                "{\"Resources\": {\"Wrong\": {\"Type\": \"AWS::Logs::LogGroup\", \"Properties\": {\"RetentionInDays\": 31}}}}");
        List<Path> templates = new ArrayList<>(files(Path.of(Fixture.APP.synth().getDirectory()), ".template.json"));
        templates.removeIf(template -> template.endsWith("Careless.template.json"));
        templates.addAll(files(Path.of("examples"), ".yaml"));
        templates.addAll(PlainTemplatesTest.templates());
        assertThat(templates).hasSizeGreaterThan(15);
        templates.add(wrong);

        assertThat(TemplateValidator.findings(templates))
                .isNotEmpty()
                .allMatch(finding -> finding.startsWith(wrong.toString()));
    }
}
