package io.github.streamingimage.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateMachineDefinitionTest {
    private static final Path FILE =
            Path.of("src/main/resources/io/github/streamingimage/infra", WaitingStateMachine.DEFINITION);
    private static final Path VALIDATOR = Path.of("target/npm/node_modules/asl-validator/dist/bin/asl-validator.js");

    @TempDir
    Path directory;

    private static Map<?, ?> synthesized() {
        Map<?, ?> stateMachine = Fixture.template(Fixture.DEFAULTS)
                .findResources("AWS::StepFunctions::StateMachine")
                .values()
                .iterator()
                .next();
        return (Map<?, ?>) stateMachine.get("Properties");
    }

    /** As Step Functions gets it, with CloudFormation's substitutions made. */
    private static String definition() {
        assertThat(synthesized().get("DefinitionSubstitutions"))
                .isEqualTo(Map.of("Partition", Map.of("Ref", "AWS::Partition")));
        return ((String) synthesized().get("DefinitionString")).replace("${Partition}", "aws");
    }

    private boolean isValid(String definition) throws IOException, InterruptedException {
        Path file = Files.writeString(directory.resolve("definition.json"), definition);
        Process validator = new ProcessBuilder("node", VALIDATOR.toString(), "--json-path", file.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(validator.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(validator.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(output).containsPattern(" is (in)?valid");
        return validator.exitValue() == 0;
    }

    @Test
    void isTheFileWordForWord() throws IOException {
        assertThat(synthesized().get("DefinitionString")).isEqualTo(Files.readString(FILE));
    }

    @Test
    void isValidStatesLanguage() throws Exception {
        assertThat(isValid(definition())).isTrue();
        assertThat(isValid(definition().replace("\"Next\": \"Done\"", "\"Next\": \"Nowhere\"")))
                .isFalse();
    }

    @Test
    void namesNoFunctionForTheInputDoes() {
        assertThat(definition()).contains("\"FunctionName.$\": \"$.functionArn\"");
        assertThat(definition()).doesNotContain("\"FunctionName\"");
    }

    @Test
    void givesTheFunctionMoreTimeThanItTakes() {
        int functionSeconds =
                Fixture.template(Fixture.DEFAULTS).findResources("AWS::Lambda::Function").values().stream()
                        .map(function -> (Map<?, ?>) function.get("Properties"))
                        .mapToInt(properties -> ((Number) properties.get("Timeout")).intValue())
                        .max()
                        .orElseThrow();

        Matcher timeouts = Pattern.compile("\"TimeoutSeconds\": (\\d+)").matcher(definition());
        List<Integer> seconds = timeouts.results()
                .map(timeout -> Integer.valueOf(timeout.group(1)))
                .toList();
        assertThat(seconds).as("the machine's and two tasks'").hasSize(3);
        assertThat(seconds).allMatch(each -> each > functionSeconds);
        assertThat(seconds.get(0)).as("more than the longest ServiceTimeout").isGreaterThan(3600);
    }
}
