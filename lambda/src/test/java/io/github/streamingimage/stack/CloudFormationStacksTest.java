package io.github.streamingimage.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.streamingimage.aws.AwsApi;
import io.github.streamingimage.aws.ServiceRequest;
import io.github.streamingimage.aws.ServiceResponse;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.Observation.StackProblem;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

class CloudFormationStacksTest {

    private static final String RESPONSE = """
            <DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
              <DescribeStacksResult><Stacks>%s</Stacks></DescribeStacksResult>
              <ResponseMetadata><RequestId>b9b4b068-3a41-11e5-94eb-example</RequestId></ResponseMetadata>
            </DescribeStacksResponse>""";

    private final AwsApi service = mock(AwsApi.class);
    private final Stacks stacks = new CloudFormationStacks(service);

    @ParameterizedTest
    @EnumSource
    void everyStatusThatTellsOfARollbackIsOneAndNoOther(StackStatus status) throws IOException {
        if (status == StackStatus.UNKNOWN_TO_SDK_VERSION) {
            return;
        }
        stack("child", "<StackStatus>" + status + "</StackStatus>");
        Observation.Stack seen = (Observation.Stack) stacks.look("child");
        assertThat(seen.rollingBack()).isEqualTo(status.toString().matches("(UPDATE_|IMPORT_)?ROLLBACK_.*"));
        assertThat(seen.description()).isEqualTo("stack child is " + status);
    }

    @Test
    void aRollbackOfAnAncestorIsARollback() throws IOException {
        stack("child", "<StackStatus>DELETE_IN_PROGRESS</StackStatus><ParentId>parent</ParentId>");
        stack("parent", "<ParentId>root</ParentId><StackStatus>DELETE_IN_PROGRESS</StackStatus>");
        stack("root", "<StackStatus>ROLLBACK_IN_PROGRESS</StackStatus>");
        assertThat(stacks.look("child"))
                .isEqualTo(new Observation.Stack(true, Optional.empty(), "stack root is ROLLBACK_IN_PROGRESS"));
    }

    @Test
    void readsUpToTheRoot() throws IOException {
        stack("child", "<StackStatus>DELETE_IN_PROGRESS</StackStatus><ParentId>root</ParentId>");
        stack("root", "<StackStatus>UPDATE_COMPLETE_CLEANUP_IN_PROGRESS</StackStatus><ParentId/>");
        assertThat(((Observation.Stack) stacks.look("child")).rollingBack()).isFalse();
        verify(service).call(request("root"));
    }

    @Test
    void tellsWhenTheLatestOperationOfAnyOfThemBegan() throws IOException {
        Instant earlier = Instant.parse("2026-01-01T00:00:00Z");
        Instant later = Instant.parse("2026-01-02T00:00:00Z");
        stack(
                "child",
                "<StackStatus>UPDATE_COMPLETE</StackStatus><ParentId>root</ParentId><LastUpdatedTime>" + later
                        + "</LastUpdatedTime>");
        stack("root", "<StackStatus>DELETE_IN_PROGRESS</StackStatus><DeletionTime>" + earlier + "</DeletionTime>");
        assertThat(((Observation.Stack) stacks.look("child")).lastOperation()).contains(later);
        assertThat(((Observation.Stack) stacks.look("root")).lastOperation()).contains(earlier);
    }

    @Test
    void takesNothingForTheStacksOwnThatBelongsToItsPartsOrToAnother() throws IOException {
        stack(
                "child",
                "<Outputs><member><StackStatus>ROLLBACK_IN_PROGRESS</StackStatus><ParentId>x</ParentId></member></Outputs>"
                        + "<StackStatus><!-- as --><![CDATA[DELETE]]>_IN_PROGRESS</StackStatus>"
                        + "<Tags><member><Key>ParentId</Key><Value>y</Value></member></Tags>");
        assertThat(stacks.look("child"))
                .isEqualTo(new Observation.Stack(false, Optional.empty(), "stack child is DELETE_IN_PROGRESS"));
    }

    @Test
    void endsWhenTheAncestorsFormALoop() throws IOException {
        stack("one", "<StackStatus>DELETE_IN_PROGRESS</StackStatus><ParentId>other</ParentId>");
        stack("other", "<StackStatus>DELETE_IN_PROGRESS</StackStatus><ParentId>one</ParentId>");
        assertThat(((StackProblem) stacks.look("one")).accessDenied()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "AccessDenied, 403, true",
        "AccessDeniedException, 400, true",
        "Throttling, 400, false",
        "InternalFailure, 500, false",
        "ValidationError, 400, false"
    })
    void tellsWhatMayNotBeReadFromWhatCannotBeReadJustNow(String type, int status, boolean accessDenied)
            throws IOException {
        responds(
                status,
                "<ErrorResponse xmlns=\"http://cloudformation.amazonaws.com/doc/2010-05-15/\"><Error><Type>Sender</Type>"
                        + "<Code>" + type + "</Code><Message>why</Message></Error></ErrorResponse>");
        assertThat(stacks.look("child"))
                .isEqualTo(new StackProblem(accessDenied, "DescribeStacks: " + type + " (HTTP " + status + "): why"));
    }

    @Test
    void anErrorThatCannotBeReadIsToldByItsStatus() throws IOException {
        responds(503, "<html><body>Service Unavailable<br></body></html>");
        assertThat(stacks.look("child")).isEqualTo(new StackProblem(false, "DescribeStacks: error (HTTP 503)"));
    }

    @Test
    void aFaultOfTheConnectionIsRiddenOut() throws IOException {
        when(service.call(any())).thenThrow(new ConnectException("refused"));
        assertThat(stacks.look("child"))
                .isEqualTo(new StackProblem(false, "DescribeStacks: ConnectException: refused"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<member/>",
                "<member><StackStatus/></member>",
                "<member><StackStatus>DELETE_IN_PROGRESS</StackStatus></member><member><StackStatus>A</StackStatus></member>",
                "<member><StackStatus>DELETE_IN_PROGRESS</StackStatus><DeletionTime>today</DeletionTime></member>",
                "<member><StackStatus>DELETE_IN_PROGRESS</StackStatus>"
            })
    void takesNothingFromAResponseThatMakesNoSense(String members) throws IOException {
        responds(200, RESPONSE.formatted(members));
        assertThat(stacks.look("child"))
                .isEqualTo(new StackProblem(false, "DescribeStacks: the response is not about stack child"));
    }

    private void stack(String id, String fields) throws IOException {
        byte[] response = RESPONSE.formatted("<member>" + fields + "</member>").getBytes(StandardCharsets.UTF_8);
        when(service.call(request(id))).thenReturn(new ServiceResponse(200, "", response));
    }

    private void responds(int status, String body) throws IOException {
        when(service.call(any())).thenReturn(new ServiceResponse(status, "", body.getBytes(StandardCharsets.UTF_8)));
    }

    private static ServiceRequest request(String id) {
        return new ServiceRequest(
                "POST",
                "/",
                Map.of("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"),
                "Action=DescribeStacks&Version=2010-05-15&StackName=" + id);
    }
}
