package io.github.streamingimage.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.emulator.lambda.FunctionConfiguration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmulatedRegionTest {

    @Test
    void itsFunctionsHaveTheHandlersThatAreDeployed() {
        assertThat(EmulatedRegion.functionConfiguration().handler())
                .isEqualTo("io.github.streamingimage.StreamingImageDeletionHandler::handleRequest");
        assertThat(EmulatedRegion.appStreamFunctionConfiguration().handler())
                .isEqualTo("io.github.streamingimage.AppStreamImageDeletionHandler::handleRequest");
    }

    @Test
    void itsFallbackFunctionHasTheSameCodeAndEndpointsAndNoStateMachine() {
        FunctionConfiguration function = EmulatedRegion.functionConfiguration()
                .withEnvironment(Map.of("STATE_MACHINE_ARN", "arn", "AWS_ENDPOINT_URL_NIMBLE", "http://127.0.0.1:1"));
        FunctionConfiguration fallback = EmulatedRegion.lastResort(function, function.handler());
        assertThat(fallback.handler()).isEqualTo(function.handler());
        assertThat(fallback.environment()).isEqualTo(Map.of("AWS_ENDPOINT_URL_NIMBLE", "http://127.0.0.1:1"));
        assertThat(fallback.arn()).isNotEqualTo(function.arn());
    }
}
