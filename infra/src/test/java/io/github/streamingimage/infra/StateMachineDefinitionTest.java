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
import java.util.stream.Collectors;
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

    /** As Step Functions gets it in this partition. */
    private static String definition(String partition) {
        Map<?, ?> intrinsic = (Map<?, ?>) synthesized().get("DefinitionString");
        List<?> parts = (List<?>) ((List<?>) intrinsic.get("Fn::Join")).get(1);
        return parts.stream()
                .map(part -> {
                    assertThat(part)
                            .satisfiesAnyOf(
                                    text -> assertThat(text).isInstanceOf(String.class),
                                    ref -> assertThat(ref).isEqualTo(Map.of("Ref", "AWS::Partition")));
                    return part instanceof String text ? text : partition;
                })
                .collect(Collectors.joining());
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
        assertThat(definition("${Partition}")).isEqualTo(Files.readString(FILE));
    }

    @Test
    void isValidStatesLanguage() throws Exception {
        assertThat(isValid(definition("aws"))).isTrue();
        assertThat(isValid(definition("aws").replace("\"Next\": \"Done\"", "\"Next\": \"Nowhere\"")))
                .isFalse();
    }

    @Test
    void namesNoFunctionForTheInputDoes() {
        assertThat(definition("aws")).contains("\"FunctionName.$\": \"$.functionArn\"");
        assertThat(definition("aws")).doesNotContain("\"FunctionName\"");
    }

    @Test
    void givesTheFunctionMoreTimeThanItTakes() {
        int functionSeconds =
                Fixture.template(Fixture.DEFAULTS).findResources("AWS::Lambda::Function").values().stream()
                        .map(function -> (Map<?, ?>) function.get("Properties"))
                        .mapToInt(properties -> ((Number) properties.get("Timeout")).intValue())
                        .max()
                        .orElseThrow();

        Matcher timeouts = Pattern.compile("\"TimeoutSeconds\": (\\d+)").matcher(definition("aws"));
        List<Integer> seconds = timeouts.results()
                .map(timeout -> Integer.valueOf(timeout.group(1)))
                .toList();
        assertThat(seconds).as("the machine's and two tasks'").hasSize(3);
        assertThat(seconds).allMatch(each -> each > functionSeconds);
        assertThat(seconds.get(0)).as("more than the longest ServiceTimeout").isGreaterThan(3600);
    }
}
