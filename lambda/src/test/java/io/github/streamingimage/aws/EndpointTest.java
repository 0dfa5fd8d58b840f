package io.github.streamingimage.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.appstream.AppStream;
import io.github.streamingimage.nimble.NimbleStudio;
import io.github.streamingimage.stack.CloudFormationStacks;
import io.github.streamingimage.stepfunctions.StepFunctionsExecutions;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.appstream.endpoints.AppStreamEndpointProvider;
import software.amazon.awssdk.services.cloudformation.endpoints.CloudFormationEndpointProvider;
import software.amazon.awssdk.services.nimble.endpoints.NimbleEndpointProvider;
import software.amazon.awssdk.services.sfn.endpoints.SfnEndpointProvider;

class EndpointTest {

    static Stream<Region> regions() {
        return Region.regions().stream().filter(region -> !region.isGlobalRegion());
    }

    @ParameterizedTest
    @MethodSource("regions")
    void isWhereTheSdksClientsFindTheServicesInEveryRegion(Region region) {
        Map<String, String> environment = Map.of("AWS_REGION", region.id());
        assertThat(Endpoint.dnsSuffix(region.id()))
                .isEqualTo(PartitionMetadata.of(region).dnsSuffix());
        assertThat(Endpoint.of(CloudFormationStacks.SERVICE, environment))
                .isEqualTo(CloudFormationEndpointProvider.defaultProvider()
                        .resolveEndpoint(endpoint -> endpoint.region(region))
                        .join()
                        .url());
        assertThat(Endpoint.of(StepFunctionsExecutions.SERVICE, environment))
                .isEqualTo(SfnEndpointProvider.defaultProvider()
                        .resolveEndpoint(endpoint -> endpoint.region(region))
                        .join()
                        .url());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "us-east-1",
                "us-west-2",
                "ap-northeast-1",
                "ap-southeast-2",
                "ca-central-1",
                "eu-west-2",
                "cn-north-1",
                "us-gov-west-1"
            })
    void isWhereTheLastClientOfNimbleStudioFoundIt(String region) {
        assertThat(Endpoint.of(NimbleStudio.SERVICE, Map.of("AWS_REGION", region)))
                .isEqualTo(NimbleEndpointProvider.defaultProvider()
                        .resolveEndpoint(endpoint -> endpoint.region(Region.of(region)))
                        .join()
                        .url());
    }

    @ParameterizedTest
    @MethodSource("regions")
    void isWhereTheClientOfAppStreamFindsItInEveryRegion(Region region) {
        assertThat(Endpoint.of(AppStream.SERVICE, Map.of("AWS_REGION", region.id())))
                .isEqualTo(AppStreamEndpointProvider.defaultProvider()
                        .resolveEndpoint(endpoint -> endpoint.region(region))
                        .join()
                        .url());
    }

    static Stream<Arguments> services() {
        return Stream.of(
                Arguments.of(NimbleStudio.SERVICE, "AWS_ENDPOINT_URL_NIMBLE"),
                Arguments.of(AppStream.SERVICE, "AWS_ENDPOINT_URL_APPSTREAM"),
                Arguments.of(CloudFormationStacks.SERVICE, "AWS_ENDPOINT_URL_CLOUDFORMATION"),
                Arguments.of(StepFunctionsExecutions.SERVICE, "AWS_ENDPOINT_URL_SFN"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void theServicesOwnVariableWinsOverThatOfAllServices(ServiceName service, String variable) {
        URI own = URI.create("http://127.0.0.1:1");
        URI all = URI.create("http://127.0.0.1:2");
        Map<String, String> environment =
                Map.of("AWS_REGION", "us-west-2", variable, own.toString(), "AWS_ENDPOINT_URL", all.toString());
        assertThat(Endpoint.of(service, environment)).isEqualTo(own);
        assertThat(services()
                        .map(arguments -> (ServiceName) arguments.get()[0])
                        .filter(other -> !other.equals(service)))
                .hasSize(3)
                .allSatisfy(other -> assertThat(Endpoint.of(other, environment)).isEqualTo(all));
    }

    @Test
    void isTheRegionalHostWhenNoneIsConfigured() {
        assertThat(Endpoint.of(NimbleStudio.SERVICE, Map.of("AWS_REGION", "us-west-2")))
                .hasToString("https://nimble.us-west-2.amazonaws.com");
    }
}
