package io.github.streamingimage.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.nimble.NimbleStudio;
import io.github.streamingimage.stack.CloudFormationStacks;
import io.github.streamingimage.stepfunctions.StepFunctionsExecutions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {

    private final Map<String, String> environment = new HashMap<>(
            Map.of("AWS_REGION", "us-west-2", "AWS_ACCESS_KEY_ID", "AKID", "AWS_SECRET_ACCESS_KEY", "secret"));

    @Test
    void whatLambdaSetsIsEnough() {
        assertThat(problem()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"})
    void namesTheVariableThatIsMissing(String variable) {
        environment.put(variable, " ");
        assertThat(problem()).hasValueSatisfying(p -> assertThat(p).contains(variable));
        environment.remove(variable);
        assertThat(problem()).hasValueSatisfying(p -> assertThat(p).contains(variable));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AWS_ENDPOINT_URL",
                "AWS_ENDPOINT_URL_NIMBLE",
                "AWS_ENDPOINT_URL_CLOUDFORMATION",
                "AWS_ENDPOINT_URL_SFN"
            })
    void namesTheEndpointThatIsNoUrl(String variable) {
        for (String wrong : new String[] {"", "127.0.0.1:80", "ftp://host", "http://", "http://a b", "nimble"}) {
            environment.put(variable, wrong);
            assertThat(problem()).hasValueSatisfying(p -> assertThat(p).contains(variable));
        }
        environment.put(variable, "http://127.0.0.1:80");
        assertThat(problem()).isEmpty();
    }

    @Test
    void namesTheRegionThatIsNone() {
        environment.put("AWS_REGION", "us west/2");
        assertThat(problem()).hasValueSatisfying(p -> assertThat(p).contains("AWS_REGION"));
    }

    @Test
    void namesTheStateMachineThatIsNone() {
        environment.put("STATE_MACHINE_ARN", "waiting");
        assertThat(problem()).hasValueSatisfying(p -> assertThat(p).contains("STATE_MACHINE_ARN"));
        environment.put("STATE_MACHINE_ARN", "arn:aws:states:us-west-2:123456789012:stateMachine:Waiting-1a2b3c");
        assertThat(problem()).isEmpty();
    }

    @Test
    void doesNotMindTheEndpointOfAServiceThatIsNotCalled() {
        environment.put("AWS_ENDPOINT_URL_SFN", "nonsense");
        assertThat(Environment.problem(environment, List.of(NimbleStudio.SERVICE)))
                .isEmpty();
        assertThat(problem()).isPresent();
    }

    private Optional<String> problem() {
        return Environment.problem(
                environment,
                List.of(NimbleStudio.SERVICE, CloudFormationStacks.SERVICE, StepFunctionsExecutions.SERVICE));
    }
}
