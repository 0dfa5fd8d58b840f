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
import software.amazon.awscdk.assertions.Template;

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

    /** The file as objects, read by way of a template that holds it. */
    private static Map<?, ?> machine() throws IOException {
        Template template =
                Template.fromString("{\"Resources\": {\"Machine\": {\"Type\": \"A::B::C\", \"Properties\": %s}}}"
                        .formatted(Files.readString(FILE)));
        return (Map<?, ?>) template.findResources("A::B::C").get("Machine").get("Properties");
    }

    private static Map<?, ?> state(String name) throws IOException {
        return (Map<?, ?>) ((Map<?, ?>) machine().get("States")).get(name);
    }

    private static Map<?, ?> retrier(String state, int number) throws IOException {
        return (Map<?, ?>) ((List<?>) state(state).get("Retry")).get(number);
    }

    private static Map<String, Object> retrier(List<String> errors, int interval, int longest, int attempts) {
        return Map.of(
                "ErrorEquals",
                errors,
                "IntervalSeconds",
                interval,
                "BackoffRate",
                2,
                "MaxDelaySeconds",
                longest,
                "MaxAttempts",
                attempts,
                "JitterStrategy",
                "FULL");
    }

    @Test
    void endsAnExecutionFiveMinutesAfterTheLongestServiceTimeout() throws IOException {
        assertThat((Object) machine().get("TimeoutSeconds")).isEqualTo(3900);
    }

    @Test
    void waitsForAsManySecondsAsTheFunctionAsksFor() throws IOException {
        assertThat(machine().get("StartAt")).isEqualTo("Wait");
        assertThat(state("Wait")).isEqualTo(Map.of("Type", "Wait", "SecondsPath", "$.waitSeconds", "Next", "Look"));
        assertThat(state("Done").get("Default")).isEqualTo("Wait");
    }

    @Test
    void ridesOutThrottlesForAnHourAndAHalf() throws IOException {
        assertThat(retrier("Look", 0))
                .isEqualTo(retrier(
                        List.of(
                                "Lambda.ServiceException",
                                "Lambda.AWSLambdaException",
                                "Lambda.SdkClientException",
                                "Lambda.TooManyRequestsException"),
                        1,
                        60,
                        100));
    }

    @Test
    void retriesACrashAndATimeoutThreeTimesAndThenSaysSo() throws IOException {
        assertThat(retrier("Look", 1))
                .isEqualTo(retrier(List.of("Lambda.Unknown", "States.TaskFailed", "States.Timeout"), 2, 30, 3));
        assertThat((List<?>) state("Look").get("Retry")).hasSize(2);
        assertThat((Object) state("Look").get("Catch"))
                .isEqualTo(List.of(
                        Map.of("ErrorEquals", List.of("States.ALL"), "ResultPath", "$.failure", "Next", "Answer")));
    }

    @Test
    void retriesTheLastResponseSixTimesAndLeavesTheRestToTheRule() throws IOException {
        assertThat(retrier("Answer", 0)).isEqualTo(retrier(List.of("States.ALL"), 2, 60, 6));
        assertThat((List<?>) state("Answer").get("Retry")).hasSize(1);
        assertThat(state("Answer").containsKey("Catch")).isFalse();
        assertThat(state("Answer").get("Next")).isEqualTo("Finished");
    }

    @Test
    void invokesTheFunctionAndNothingElse() throws IOException {
        Map<?, ?> states = (Map<?, ?>) machine().get("States");
        assertThat(states.keySet().stream().map(String.class::cast))
                .containsExactlyInAnyOrder("Wait", "Look", "Done", "Answer", "Finished");
        for (String task : List.of("Look", "Answer")) {
            assertThat(state(task).get("Resource")).isEqualTo("arn:${Partition}:states:::lambda:invoke");
            assertThat((Object) state(task).get("Parameters"))
                    .isEqualTo(Map.of("FunctionName.$", "$.functionArn", "Payload.$", "$"));
        }
    }
}
