package io.github.streamingimage.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.streamingimage.aws.RawResponseServer.Call;
import io.github.streamingimage.aws.RawResponseServer.Response;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.StreamingImage;
import io.github.streamingimage.http.Resolver.Word;
import io.github.streamingimage.json.JsonReader;
import io.github.streamingimage.nimble.NimbleStudio;
import io.github.streamingimage.stack.CloudFormationStacks;
import io.github.streamingimage.stepfunctions.StepFunctionsExecutions;
import io.github.streamingimage.time.SystemTime;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
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

    /** What may differ: how a client introduces itself, and what its signature covers. */
    private static final List<String> COMPARED =
            List.of("Content-Type", "X-Amz-Client-Token", "X-Amz-Target", "X-Amz-Security-Token", "Content-Length");

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

    @Test
    void startExecutionIsTheSame() {
        SfnClient client = client(SfnClient.builder());
        String input = "{\"text\":\"ä \\\"quoted\\\"\"}";
        Call sdk = sent(() -> client.startExecution(
                start -> start.stateMachineArn(STATE_MACHINE).name("name").input(input)));
        Call own = sent(() -> new StepFunctionsExecutions(service(StepFunctionsExecutions.SERVICE), STATE_MACHINE)
                .start("name", input));
        assertSame(
                sdk,
                own,
                json -> JsonReader.read(json.getBytes(StandardCharsets.UTF_8)).fields());
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
        assertThat(own.method()).isEqualTo(sdk.method());
        assertThat(own.target()).isEqualTo(sdk.target());
        for (String header : COMPARED) {
            assertThat(lowerCase(own, header)).as(header).isEqualTo(lowerCase(sdk, header));
        }
        assertThat((Object) readBody.apply(own.body())).isEqualTo(readBody.apply(sdk.body()));
    }

    private static Optional<String> lowerCase(Call call, String header) {
        return call.header(header)
                .map(value -> header.equals("Content-Type") ? value.toLowerCase(java.util.Locale.ROOT) : value);
    }

    private Call sent(Runnable request) {
        server.responds(new Response(500, "", "", false));
        try {
            request.run();
        } catch (software.amazon.awssdk.core.exception.SdkException e) {
            // The response does not matter here.
        }
        return server.lastCall();
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
        Map<String, String> environment = server.environment();
        return builder.region(Region.of(environment.get("AWS_REGION")))
                .credentialsProvider(StaticCredentialsProvider.create(AwsSessionCredentials.create(
                        environment.get("AWS_ACCESS_KEY_ID"),
                        environment.get("AWS_SECRET_ACCESS_KEY"),
                        environment.get("AWS_SESSION_TOKEN"))))
                .endpointOverride(server.endpoint())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }
}
