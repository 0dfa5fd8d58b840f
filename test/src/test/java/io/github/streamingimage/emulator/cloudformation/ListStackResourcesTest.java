package io.github.streamingimage.emulator.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.ListStackResourcesResponse;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;

class ListStackResourcesTest {

    private final ScriptedStacks scenario = new ScriptedStacks();
    private final CloudFormation cloudFormation = scenario.cloudFormation;
    private final CloudFormationClient client = CloudFormationClient.builder()
            .endpointOverride(cloudFormation.endpoint())
            .region(Region.US_WEST_2)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("KEY", "secret")))
            .httpClient(UrlConnectionHttpClient.create())
            .overrideConfiguration(override -> override.retryStrategy(DefaultRetryStrategy.doNotRetry()))
            .build();

    @AfterEach
    void close() {
        client.close();
        scenario.close();
    }

    @Test
    void listsTheResourcesOfAStackToTheSdk() {
        String stackId = scenario.create(StackTemplate.of("Image", ScriptedStacks.image("image-1")));

        ListStackResourcesResponse response = list(stackId, null);

        assertThat(response.nextToken()).isNull();
        StackResourceSummary image = response.stackResourceSummaries().get(0);
        assertThat(image.logicalResourceId()).isEqualTo("Image");
        assertThat(image.physicalResourceId()).isEqualTo("studio-1|image-1");
        assertThat(image.resourceType()).isEqualTo("Custom::StreamingImageDeletion");
        assertThat(image.resourceStatusAsString()).isEqualTo("CREATE_COMPLETE");
        assertThat(image.lastUpdatedTimestamp()).isNotNull();
    }

    @Test
    void listsAHundredOnAPage() {
        StackTemplate template = StackTemplate.of("R000", OtherResource.succeeding());
        for (int i = 1; i <= 204; i++) {
            template = template.with(String.format("R%03d", i), OtherResource.succeeding());
        }
        String stackId = scenario.create(template);

        ListStackResourcesResponse first = list(stackId, null);
        ListStackResourcesResponse second = list(stackId, first.nextToken());
        ListStackResourcesResponse third = list(stackId, second.nextToken());

        assertThat(first.stackResourceSummaries()).hasSize(100);
        assertThat(second.stackResourceSummaries()).hasSize(100);
        assertThat(third.stackResourceSummaries())
                .extracting(StackResourceSummary::logicalResourceId)
                .containsExactly("R200", "R201", "R202", "R203", "R204");
        assertThat(third.nextToken()).isNull();
    }

    @Test
    void listsWhatADeletedStackHad() {
        String stackId = scenario.create(StackTemplate.of("Image", ScriptedStacks.image("image-1")));
        scenario.finish(cloudFormation.deleteStack(stackId));

        assertThat(list(stackId, null).stackResourceSummaries())
                .extracting(StackResourceSummary::resourceStatusAsString)
                .containsExactly("DELETE_COMPLETE");
    }

    @Test
    void hasFaultsOfItsOwn() {
        String stackId = scenario.create(StackTemplate.of("Image", ScriptedStacks.image("image-1")));
        cloudFormation.failListStackResources(QueryError.accessDenied("ListStackResources"), 1);

        assertThat(client.describeStacks(request -> request.stackName(stackId)).stacks())
                .hasSize(1);
        assertFails(stackId, null, "AccessDenied");
        assertThat(list(stackId, null).stackResourceSummaries()).hasSize(1);
    }

    @Test
    void refusesATokenThatItDidNotGiveAndAStackThatDoesNotExist() {
        String stackId = scenario.create(StackTemplate.of("Image", ScriptedStacks.image("image-1")));

        assertFails(stackId, "tomorrow", "ValidationError");
        assertFails("nowhere", null, "ValidationError");
    }

    private ListStackResourcesResponse list(String stack, String token) {
        return client.listStackResources(request -> request.stackName(stack).nextToken(token));
    }

    private void assertFails(String stack, String token, String code) {
        assertThatThrownBy(() -> list(stack, token))
                .isInstanceOfSatisfying(
                        CloudFormationException.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code));
    }
}
