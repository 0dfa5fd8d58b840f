package io.github.streamingimage.emulator.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Stack;

class DescribeStacksTest {

    private static final StackTemplate TEMPLATE =
            StackTemplate.of("Child", NestedStack.of(StackTemplate.of("Image", ScriptedStacks.image("image-1"))));

    private final RequestCheck check = (exchange, body) ->
            exchange.getRequestHeaders().getFirst("Authorization").contains("Credential=refused/")
                    ? Optional.of(QueryError.accessDenied("DescribeStacks"))
                    : Optional.empty();
    private final ScriptedStacks scenario = new ScriptedStacks(check);
    private final CloudFormation cloudFormation = scenario.cloudFormation;

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void describesAStackToTheSdk() {
        String stackId = scenario.create(TEMPLATE);

        Stack stack = describe("accepted", stackId);

        assertThat(stack.stackId()).isEqualTo(stackId);
        assertThat(stack.stackName()).isEqualTo("images");
        assertThat(stack.stackStatusAsString()).isEqualTo("CREATE_COMPLETE");
        assertThat(stack.creationTime()).isNotNull();
        assertThat(stack.parentId()).isNull();
        assertThat(stack.rootId()).isNull();
    }

    @Test
    void describesTheParentOfANestedStack() {
        String stackId = scenario.create(TEMPLATE);

        Stack child = describe("accepted", cloudFormation.ref(stackId, "Child"));

        assertThat(child.parentId()).isEqualTo(stackId);
        assertThat(child.rootId()).isEqualTo(stackId);
    }

    @Test
    void knowsADeletedStackByItsIdOnly() {
        String stackId = scenario.create(TEMPLATE);
        scenario.finish(cloudFormation.deleteStack(stackId));

        assertThat(describe("accepted", stackId).stackStatusAsString()).isEqualTo("DELETE_COMPLETE");
        assertThatThrownBy(() -> describe("accepted", "images"))
                .isInstanceOfSatisfying(CloudFormationException.class, e -> {
                    assertThat(e.statusCode()).isEqualTo(400);
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationError");
                    assertThat(e.awsErrorDetails().errorMessage()).isEqualTo("Stack with id images does not exist");
                });
    }

    @Test
    void failsAsScriptedAndThenNoMore() {
        String stackId = scenario.create(TEMPLATE);
        cloudFormation.failDescribeStacks(QueryError.accessDenied("DescribeStacks"), 1);
        cloudFormation.failDescribeStacks(QueryError.throttling(), 1);
        cloudFormation.failDescribeStacks(QueryError.internalFailure(), 1);

        assertFails(stackId, 403, "AccessDenied");
        assertFails(stackId, 400, "Throttling");
        assertFails(stackId, 500, "InternalFailure");
        assertThat(describe("accepted", stackId).stackId()).isEqualTo(stackId);
    }

    @Test
    void tellsWhatWasTrueBeforeWhenItIsLate() {
        String stackId = scenario.create(TEMPLATE);

        cloudFormation.describeLate(Duration.ofHours(1));
        assertThat(describe("accepted", stackId).stackStatusAsString()).isEqualTo("CREATE_IN_PROGRESS");
        cloudFormation.describeLate(Duration.ZERO);
        assertThat(describe("accepted", stackId).stackStatusAsString()).isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void tellsTimesOfAClockThatIsAheadAsTheResponseUrlsDo() {
        String stackId = scenario.create(TEMPLATE);
        Instant created = describe("accepted", stackId).creationTime();
        cloudFormation.skewClock(Duration.ofMinutes(10));
        scenario.finish(cloudFormation.deleteStack(cloudFormation.ref(stackId, "Child")));
        scenario.finish(cloudFormation.deleteStack(stackId));

        assertThat(Duration.between(created, describe("accepted", stackId).deletionTime()))
                .isGreaterThan(Duration.ofMinutes(10));
        assertThat(Duration.between(date(0), date(1))).isGreaterThanOrEqualTo(Duration.ofMinutes(10));
    }

    private Instant date(int request) {
        String query =
                FakeFunction.url(cloudFormation.requests().get(request).event()).getQuery();
        Matcher date = Pattern.compile("X-Amz-Date=(\\d{8}T\\d{6}Z)").matcher(query);
        assertThat(date.find()).isTrue();
        return Instant.from(DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
                .withZone(ZoneOffset.UTC)
                .parse(date.group(1)));
    }

    @Test
    void refusesWhatTheRequestCheckRefuses() {
        String stackId = scenario.create(TEMPLATE);

        assertThatThrownBy(() -> describe("refused", stackId))
                .isInstanceOfSatisfying(
                        CloudFormationException.class,
                        e -> assertThat(e.statusCode()).isEqualTo(403));
    }

    @Test
    void offersNoOtherOperation() {
        try (CloudFormationClient client = client("accepted")) {
            assertThatThrownBy(() -> client.listStacks(request -> {}))
                    .isInstanceOfSatisfying(
                            CloudFormationException.class,
                            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidAction"));
        }
    }

    private void assertFails(String stackId, int status, String code) {
        assertThatThrownBy(() -> describe("accepted", stackId))
                .isInstanceOfSatisfying(CloudFormationException.class, e -> {
                    assertThat(e.statusCode()).isEqualTo(status);
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
                });
    }

    private Stack describe(String accessKeyId, String stack) {
        try (CloudFormationClient client = client(accessKeyId)) {
            return client.describeStacks(request -> request.stackName(stack))
                    .stacks()
                    .get(0);
        }
    }

    private CloudFormationClient client(String accessKeyId) {
        return CloudFormationClient.builder()
                .endpointOverride(cloudFormation.endpoint())
                .region(Region.US_WEST_2)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId, "secret")))
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(override -> override.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .build();
    }
}
