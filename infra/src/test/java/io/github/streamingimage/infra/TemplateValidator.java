package io.github.streamingimage.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The validator of templates that AWS publishes, in a process that takes seconds to start. */
final class TemplateValidator {
    private static final String SCRIPT = "src/test/resources/validate-templates.mjs";
    private static final Path MODULES = Path.of("target/npm/node_modules").toAbsolutePath();

    private TemplateValidator() {}

    /**
     * A line for each finding worse than an information that is not meant. W3005: the construct library lets functions and
     * state machines depend on their roles, though they refer to them as well.
     */
    static List<String> findings(List<Path> templates) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node", SCRIPT, MODULES.toString()));
        templates.forEach(template -> command.add(template.toString()));
        Path output = Files.createTempFile(Path.of("target"), "findings", ".txt");
        try {
            Process validator = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = validator.waitFor(5, TimeUnit.MINUTES);
            validator.destroyForcibly();
            assertThat(ended).as("the validator ends").isTrue();
            assertThat(validator.exitValue()).as(Files.readString(output)).isZero();
            return Files.readAllLines(output).stream()
                    .filter(finding -> !finding.contains(" WARN W3005 "))
                    .toList();
        } finally {
            Files.delete(output);
        }
    }
}
