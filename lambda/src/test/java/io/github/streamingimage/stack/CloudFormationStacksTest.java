package io.github.streamingimage.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.Observation.StackProblem;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksResponse;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

class CloudFormationStacksTest {

    private final CloudFormationClient client = mock(CloudFormationClient.class);
    private final Stacks stacks = new CloudFormationStacks(() -> client);

    @ParameterizedTest
    @EnumSource
    void everyStatusThatTellsOfARollbackIsOneAndNoOther(StackStatus status) {
        if (status == StackStatus.UNKNOWN_TO_SDK_VERSION) {
            return;
        }
        stack("child", status.toString(), null);
        Observation.Stack seen = (Observation.Stack) stacks.observe("child");
        assertThat(seen.rollingBack()).isEqualTo(status.toString().matches("(UPDATE_|IMPORT_)?ROLLBACK_.*"));
        assertThat(seen.description()).isEqualTo("stack child is " + status);
    }

    @Test
    void aRollbackOfAnAncestorIsARollback() {
        stack("child", "DELETE_IN_PROGRESS", "parent");
        stack("parent", "DELETE_IN_PROGRESS", "root");
        stack("root", "ROLLBACK_IN_PROGRESS", null);
        assertThat(stacks.observe("child"))
                .isEqualTo(new Observation.Stack(true, Optional.empty(), "stack root is ROLLBACK_IN_PROGRESS"));
    }

    @Test
    void readsUpToTheRoot() {
        stack("child", "DELETE_IN_PROGRESS", "root");
        stack("root", "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "");
        assertThat(((Observation.Stack) stacks.observe("child")).rollingBack()).isFalse();
        verify(client).describeStacks(request("root"));
    }

    @Test
    void tellsWhenTheLatestOperationOfAnyOfThemBegan() {
        Instant earlier = Instant.parse("2026-01-01T00:00:00Z");
        Instant later = Instant.parse("2026-01-02T00:00:00Z");
        stack(Stack.builder()
                .stackId("child")
                .stackStatus("UPDATE_COMPLETE")
                .parentId("root")
                .lastUpdatedTime(later));
        stack(Stack.builder().stackId("root").stackStatus("DELETE_IN_PROGRESS").deletionTime(earlier));
        assertThat(((Observation.Stack) stacks.observe("child")).lastOperation())
                .contains(later);
        assertThat(((Observation.Stack) stacks.observe("root")).lastOperation()).contains(earlier);
    }

    @Test
    void endsWhenTheAncestorsFormALoop() {
        stack("one", "DELETE_IN_PROGRESS", "other");
        stack("other", "DELETE_IN_PROGRESS", "one");
        assertThat(((StackProblem) stacks.observe("one")).accessDenied()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "AccessDenied, 403, true",
        "Throttling, 400, false",
        "InternalFailure, 500, false",
        "ValidationError, 400, false"
    })
    void tellsWhatMayNotBeReadFromWhatCannotBeReadJustNow(String type, int status, boolean accessDenied) {
        when(client.describeStacks(any(DescribeStacksRequest.class)))
                .thenThrow(CloudFormationException.builder()
                        .statusCode(status)
                        .awsErrorDetails(AwsErrorDetails.builder()
                                .errorCode(type)
                                .errorMessage("why")
                                .build())
                        .build());
        assertThat(stacks.observe("child"))
                .isEqualTo(new StackProblem(accessDenied, "DescribeStacks: " + type + " (HTTP " + status + "): why"));
    }

    @Test
    void aFaultOfTheConnectionIsRiddenOut() {
        when(client.describeStacks(any(DescribeStacksRequest.class))).thenThrow(SdkClientException.create("unable"));
        assertThat(stacks.observe("child"))
                .isEqualTo(new StackProblem(false, "DescribeStacks: SdkClientException: unable"));
    }

    @Test
    void takesNothingFromAnAnswerWithoutTheStack() {
        when(client.describeStacks(any(DescribeStacksRequest.class)))
                .thenReturn(DescribeStacksResponse.builder()
                        .stacks(Stack.builder().build())
                        .build());
        assertThat(stacks.observe("child")).isInstanceOf(StackProblem.class);
    }

    private void stack(String id, String status, String parentId) {
        stack(Stack.builder().stackId(id).stackStatus(status).parentId(parentId));
    }

    private void stack(Stack.Builder builder) {
        Stack stack = builder.build();
        when(client.describeStacks(request(stack.stackId())))
                .thenReturn(DescribeStacksResponse.builder().stacks(stack).build());
    }

    private static DescribeStacksRequest request(String id) {
        return DescribeStacksRequest.builder().stackName(id).build();
    }
}
