package io.github.streamingimage.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {

    private final Map<String, String> environment = new HashMap<>(
            Map.of("AWS_REGION", "us-west-2", "AWS_ACCESS_KEY_ID", "AKID", "AWS_SECRET_ACCESS_KEY", "secret"));

    @Test
    void whatLambdaSetsIsEnough() {
        assertThat(Environment.problem(environment)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"})
    void namesTheVariableThatIsMissing(String variable) {
        environment.put(variable, " ");
        assertThat(Environment.problem(environment))
                .hasValueSatisfying(p -> assertThat(p).contains(variable));
        environment.remove(variable);
        assertThat(Environment.problem(environment))
                .hasValueSatisfying(p -> assertThat(p).contains(variable));
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
            assertThat(Environment.problem(environment))
                    .hasValueSatisfying(p -> assertThat(p).contains(variable));
        }
        environment.put(variable, "http://127.0.0.1:80");
        assertThat(Environment.problem(environment)).isEmpty();
    }

    @Test
    void namesTheRegionThatIsNone() {
        environment.put("AWS_REGION", "us west/2");
        assertThat(Environment.problem(environment))
                .hasValueSatisfying(p -> assertThat(p).contains("AWS_REGION"));
    }

    @Test
    void namesTheStateMachineThatIsNone() {
        environment.put("STATE_MACHINE_ARN", "waiting");
        assertThat(Environment.problem(environment))
                .hasValueSatisfying(p -> assertThat(p).contains("STATE_MACHINE_ARN"));
        environment.put("STATE_MACHINE_ARN", "arn:aws:states:us-west-2:123456789012:stateMachine:Waiting-1a2b3c");
        assertThat(Environment.problem(environment)).isEmpty();
    }
}
