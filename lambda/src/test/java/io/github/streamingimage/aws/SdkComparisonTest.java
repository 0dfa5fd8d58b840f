package io.github.streamingimage.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.streamingimage.aws.RawResponseServer.Call;
import io.github.streamingimage.aws.RawResponseServer.Response;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.StreamingImage;
import io.github.streamingimage.http.Resolver.Word;
import io.github.streamingimage.nimble.NimbleStudio;
import io.github.streamingimage.stack.CloudFormationStacks;
import io.github.streamingimage.stepfunctions.StepFunctionsExecutions;
import io.github.streamingimage.time.SystemTime;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.nimble.NimbleClient;
import software.amazon.awssdk.services.nimble.model.NimbleException;
import software.amazon.awssdk.services.sfn.SfnClient;

/** The function's own requests beside those of the SDK's clients, as they arrive at a server; and what both make of a response. */
class SdkComparisonTest {

    private static final String STUDIO_ID = "us-west-2-studio";
    private static final String IMAGE_ID = "Wrkstn-2024_b7Qx0aLmNp";
    private static final String STACK_ID =
            "arn:aws:cloudformation:us-west-2:123456789012:stack/images/0f2c1a3e-1111-2222-3333-444455556666";
    private static final String STATE_MACHINE = "arn:aws:states:us-west-2:123456789012:stateMachine:waiting";

    private final RawResponseServer server = new RawResponseServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void getStreamingImageIsTheSame() {
        Call sdk = sent(
                () -> nimble().getStreamingImage(get -> get.studioId(STUDIO_ID).streamingImageId(IMAGE_ID)));
        assertSame(sdk, sent(() -> image().look()), Function.identity());
    }

    @Test
    void deleteStreamingImageIsTheSame() {
        Call sdk = sent(() -> nimble().deleteStreamingImage(delete ->
                delete.studioId(STUDIO_ID).streamingImageId(IMAGE_ID).clientToken("token-1")));
        assertSame(sdk, sent(() -> image().delete("token-1")), Function.identity());
    }

    @Test
    void describeStacksIsTheSame() {
        CloudFormationClient client = client(CloudFormationClient.builder());
        Call sdk = sent(() -> client.describeStacks(describe -> describe.stackName(STACK_ID)));
        Call own = sent(() -> new CloudFormationStacks(service(CloudFormationStacks.SERVICE)).look(STACK_ID));
        assertSame(sdk, own, form -> Arrays.stream(form.split("&")).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @CsvSource({"''", "to ken/2+="})
    void listStackResourcesIsTheSame(String page) {
        CloudFormationClient client = client(CloudFormationClient.builder());
        Call sdk = sent(() ->
                client.listStackResources(list -> list.stackName(STACK_ID).nextToken(page.isEmpty() ? null : page)));
        Call own = sent(() -> new CloudFormationStacks(service(CloudFormationStacks.SERVICE))
                .resources(STACK_ID, "Image", "id", page));
        assertSame(
                sdk,
                own,
                form -> Arrays.stream(form.split("&"))
                        .map(field -> URLDecoder.decode(field, StandardCharsets.UTF_8))
                        .collect(Collectors.toSet()));
    }

    @Test
    void startExecutionIsTheSame() {
        SfnClient client = client(SfnClient.builder());
        String input = "{\"text\":\"ä \\\"quoted\\\"\"}";
        Call sdk = sent(() -> client.startExecution(
                start -> start.stateMachineArn(STATE_MACHINE).name("name").input(input)));
        Call own = sent(() -> new StepFunctionsExecutions(service(StepFunctionsExecutions.SERVICE), STATE_MACHINE)
                .start("name", input));
        assertSame(sdk, own, SdkClients::json);
    }

    @ParameterizedTest
    @CsvSource({
        "ResourceNotFoundException, 404",
        "ConflictException, 409",
        "ThrottlingException, 429",
        "AccessDeniedException, 403",
        "ValidationException, 400",
        "InternalServerErrorException, 500",
        "ServiceQuotaExceededException, 402"
    })
    void bothReadTheSameErrorInTheHeaderAndInTheBody(String type, int status) {
        String withoutCode = "{\"context\":{},\"message\":\"why\"}";
        String withCode = "{\"code\":\"" + type + "\",\"context\":{},\"message\":\"why\"}";
        for (Response response : List.of(
                new Response(status, type, withoutCode, false),
                new Response(status, type + ":http://internal.amazon.com/coral/", withCode, false),
                new Response(status, "", withCode, false))) {
            server.responds(response);
            NimbleException sdk = catchThrowableOfType(
                    NimbleException.class,
                    () -> nimble().getStreamingImage(get -> get.studioId("s").streamingImageId("i")));
            ServiceError own = ServiceError.ofJson(new ServiceResponse(
                    status, response.errorType(), response.body().getBytes(StandardCharsets.UTF_8)));
            assertThat(own)
                    .isEqualTo(new ServiceError(
                            sdk.statusCode(),
                            sdk.awsErrorDetails().errorCode(),
                            sdk.awsErrorDetails().errorMessage()));
            assertThat(own.isThrottle()).isEqualTo(sdk.isThrottlingException());
        }
    }

    @Test
    void bothReadTheSameImage() {
        server.responds(new Response(
                200,
                "",
                "{\"streamingImage\":{\"arn\":\"a\",\"ec2ImageId\":\"ami-1\",\"name\":\"n\\u00e4\",\"owner\":\"o\",\"platform\":\"p\","
                        + "\"state\":\"DELETE_FAILED\",\"statusCode\":\"INTERNAL_ERROR\",\"statusMessage\":\"why\"}}",
                false));
        var sdk = nimble().getStreamingImage(get -> get.studioId("s").streamingImageId("i"))
                .streamingImage();
        Observation.Image own = (Observation.Image) image().look();
        assertThat(List.of(
                        own.state(),
                        own.statusCode(),
                        own.statusMessage(),
                        own.attributes().get("Arn"),
                        own.attributes().get("Name"),
                        own.attributes().get("Ec2ImageId"),
                        own.attributes().get("Owner"),
                        own.attributes().get("Platform")))
                .isEqualTo(List.of(
                        sdk.stateAsString(),
                        sdk.statusCodeAsString(),
                        sdk.statusMessage(),
                        sdk.arn(),
                        sdk.name(),
                        sdk.ec2ImageId(),
                        sdk.owner(),
                        sdk.platform()));
    }

    private void assertSame(Call sdk, Call own, Function<String, ?> readBody) {
        SdkClients.assertSame(sdk, own, readBody);
    }

    private Call sent(Runnable request) {
        return SdkClients.sent(server, request);
    }

    private StreamingImage image() {
        return new NimbleStudio(service(NimbleStudio.SERVICE))
                .identified(STUDIO_ID + "|" + IMAGE_ID)
                .orElseThrow();
    }

    private AwsService service(ServiceName name) {
        return new AwsService(name, server.environment(), new SystemTime(), host -> Word.EXISTS);
    }

    private NimbleClient nimble() {
        return client(NimbleClient.builder());
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
        return SdkClients.of(server, builder);
    }
}
