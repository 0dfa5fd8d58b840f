package io.github.streamingimage.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.streamingimage.aws.RawAnswerServer.Answer;
import io.github.streamingimage.aws.RawAnswerServer.Call;
import io.github.streamingimage.deletion.ImageId;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.json.JsonReader;
import io.github.streamingimage.nimble.NimbleStreamingImages;
import io.github.streamingimage.stack.CloudFormationStacks;
import io.github.streamingimage.time.SystemTime;
import io.github.streamingimage.waiting.StepFunctionsExecutions;
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

/** The function's own requests beside those of the SDK's clients, as they arrive at a server; and what both make of an answer. */
class SdkComparisonTest {

    private static final ImageId IMAGE = new ImageId("us-west-2-studio", "Wrkstn-2024_b7Qx0aLmNp");
    private static final String STACK_ID =
            "arn:aws:cloudformation:us-west-2:123456789012:stack/images/0f2c1a3e-1111-2222-3333-444455556666";
    private static final String STATE_MACHINE = "arn:aws:states:us-west-2:123456789012:stateMachine:waiting";

    /** What may differ: how a client introduces itself, and what its signature covers. */
    private static final List<String> COMPARED =
            List.of("Content-Type", "X-Amz-Client-Token", "X-Amz-Target", "X-Amz-Security-Token", "Content-Length");

    private final RawAnswerServer server = new RawAnswerServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void getStreamingImageIsTheSame() {
        Call sdk = sent(() -> nimble().getStreamingImage(
                        get -> get.studioId(IMAGE.studioId()).streamingImageId(IMAGE.streamingImageId())));
        assertSame(sdk, sent(() -> images().observe(IMAGE)), Function.identity());
    }

    @Test
    void deleteStreamingImageIsTheSame() {
        Call sdk = sent(() -> nimble().deleteStreamingImage(delete -> delete.studioId(IMAGE.studioId())
                .streamingImageId(IMAGE.streamingImageId())
                .clientToken("token-1")));
        assertSame(sdk, sent(() -> images().delete(IMAGE, "token-1")), Function.identity());
    }

    @Test
    void describeStacksIsTheSame() {
        CloudFormationClient client = client(CloudFormationClient.builder());
        Call sdk = sent(() -> client.describeStacks(describe -> describe.stackName(STACK_ID)));
        Call own = sent(() -> new CloudFormationStacks(service(ServiceName.CLOUDFORMATION)).observe(STACK_ID));
        assertSame(sdk, own, form -> Arrays.stream(form.split("&")).collect(Collectors.toSet()));
    }

    @Test
    void startExecutionIsTheSame() {
        SfnClient client = client(SfnClient.builder());
        String input = "{\"text\":\"ä \\\"quoted\\\"\"}";
        Call sdk = sent(() -> client.startExecution(
                start -> start.stateMachineArn(STATE_MACHINE).name("name").input(input)));
        Call own = sent(() ->
                new StepFunctionsExecutions(service(ServiceName.STEP_FUNCTIONS), STATE_MACHINE).start("name", input));
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
        for (Answer answer : List.of(
                new Answer(status, type, withoutCode, false),
                new Answer(status, type + ":http://internal.amazon.com/coral/", withCode, false),
                new Answer(status, "", withCode, false))) {
            server.answers(answer);
            NimbleException sdk = catchThrowableOfType(
                    NimbleException.class,
                    () -> nimble().getStreamingImage(get -> get.studioId("s").streamingImageId("i")));
            ServiceError own = ServiceError.ofJson(
                    new ServiceAnswer(status, answer.errorType(), answer.body().getBytes(StandardCharsets.UTF_8)));
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
        server.answers(new Answer(
                200,
                "",
                "{\"streamingImage\":{\"arn\":\"a\",\"ec2ImageId\":\"ami-1\",\"name\":\"n\\u00e4\",\"owner\":\"o\",\"platform\":\"p\","
                        + "\"state\":\"DELETE_FAILED\",\"statusCode\":\"INTERNAL_ERROR\",\"statusMessage\":\"why\"}}",
                false));
        var sdk = nimble().getStreamingImage(get -> get.studioId("s").streamingImageId("i"))
                .streamingImage();
        Observation.Image own = (Observation.Image) images().observe(IMAGE);
        assertThat(List.of(
                        own.reportedState(),
                        own.statusCode(),
                        own.statusMessage(),
                        own.attributes().arn(),
                        own.attributes().name(),
                        own.attributes().ec2ImageId(),
                        own.attributes().owner(),
                        own.attributes().platform()))
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
        server.answers(new Answer(500, "", "", false));
        try {
            request.run();
        } catch (software.amazon.awssdk.core.exception.SdkException e) {
            // The answer does not matter here.
        }
        return server.lastCall();
    }

    private NimbleStreamingImages images() {
        return new NimbleStreamingImages(service(ServiceName.NIMBLE), () -> true);
    }

    private AwsService service(ServiceName name) {
        return new AwsService(name, server.environment(), new SystemTime());
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
