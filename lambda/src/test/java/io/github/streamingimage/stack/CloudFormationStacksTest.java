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
import io.github.streamingimage.deletion.Observation.StackResources;
import io.github.streamingimage.deletion.StackStanding;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    @CsvSource({
        "CREATE_COMPLETE, OTHER",
        "CREATE_FAILED, OTHER",
        "CREATE_IN_PROGRESS, OTHER",
        "DELETE_COMPLETE, GONE",
        "DELETE_FAILED, OTHER",
        "DELETE_IN_PROGRESS, DELETING",
        "IMPORT_COMPLETE, OTHER",
        "IMPORT_IN_PROGRESS, OTHER",
        "IMPORT_ROLLBACK_COMPLETE, OTHER",
        "IMPORT_ROLLBACK_FAILED, OTHER",
        "IMPORT_ROLLBACK_IN_PROGRESS, ROLLING_BACK_UPDATE",
        "REVIEW_IN_PROGRESS, OTHER",
        "ROLLBACK_COMPLETE, OTHER",
        "ROLLBACK_FAILED, OTHER",
        "ROLLBACK_IN_PROGRESS, ROLLING_BACK",
        "UPDATE_COMPLETE, OTHER",
        "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS, CLEANING_UP",
        "UPDATE_FAILED, OTHER",
        "UPDATE_IN_PROGRESS, OTHER",
        "UPDATE_ROLLBACK_COMPLETE, OTHER",
        "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS, ROLLING_BACK_UPDATE",
        "UPDATE_ROLLBACK_FAILED, OTHER",
        "UPDATE_ROLLBACK_IN_PROGRESS, ROLLING_BACK_UPDATE",
        "A_STATUS_OF_TOMORROW, OTHER",
        "A_STATUS_OF_TOMORROW_IN_PROGRESS, OTHER"
    })
    void everyStatusHasItsStanding(String status, StackStanding standing) throws IOException {
        stack("child", "<StackStatus>" + status + "</StackStatus>");
        assertThat(stacks.look("child"))
                .isEqualTo(new Observation.Stack(standing, Optional.empty(), "stack child is " + status));
    }

    @Test
    void thatTableHasEveryStatusOfTheModel() throws NoSuchMethodException {
        CsvSource table = CloudFormationStacksTest.class
                .getDeclaredMethod("everyStatusHasItsStanding", String.class, StackStanding.class)
                .getAnnotation(CsvSource.class);
        assertThat(Arrays.stream(table.value()).map(line -> line.split(",")[0]))
                .containsAll(StackStatus.knownValues().stream()
                        .map(StackStatus::toString)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE_IN_PROGRESS, ROLLBACK_IN_PROGRESS, ROLLING_BACK",
        "DELETE_IN_PROGRESS, UPDATE_ROLLBACK_IN_PROGRESS, ROLLING_BACK",
        "DELETE_IN_PROGRESS, UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS, ROLLING_BACK",
        "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS, UPDATE_ROLLBACK_IN_PROGRESS, ROLLING_BACK_UPDATE",
        "DELETE_IN_PROGRESS, UPDATE_IN_PROGRESS, OTHER",
        "DELETE_IN_PROGRESS, CREATE_IN_PROGRESS, OTHER",
        "DELETE_IN_PROGRESS, IMPORT_IN_PROGRESS, OTHER",
        "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS, UPDATE_IN_PROGRESS, OTHER",
        "DELETE_IN_PROGRESS, A_STATUS_OF_TOMORROW_IN_PROGRESS, OTHER"
    })
    void anAncestorThatIsInAnOperationDecides(String own, String ancestor, StackStanding standing) throws IOException {
        stack("child", "<StackStatus>" + own + "</StackStatus><ParentId>parent</ParentId>");
        stack("parent", "<ParentId>root</ParentId><StackStatus>DELETE_IN_PROGRESS</StackStatus>");
        stack("root", "<StackStatus>" + ancestor + "</StackStatus>");
        assertThat(stacks.look("child"))
                .isEqualTo(new Observation.Stack(standing, Optional.empty(), "stack root is " + ancestor));
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE_IN_PROGRESS, DELETE_IN_PROGRESS, DELETING",
        "DELETE_IN_PROGRESS, UPDATE_COMPLETE_CLEANUP_IN_PROGRESS, DELETING",
        "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS, UPDATE_COMPLETE_CLEANUP_IN_PROGRESS, CLEANING_UP"
    })
    void anAncestorThatDeletesTooMeansNothing(String own, String ancestor, StackStanding standing) throws IOException {
        stack("child", "<StackStatus>" + own + "</StackStatus><ParentId>root</ParentId>");
        stack("root", "<StackStatus>" + ancestor + "</StackStatus><ParentId/>");
        assertThat(stacks.look("child"))
                .isEqualTo(new Observation.Stack(standing, Optional.empty(), "stack child is " + own));
        verify(service).call(request("root"));
        verify(service).call(request("child"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE_ROLLBACK_COMPLETE",
                "ROLLBACK_COMPLETE",
                "IMPORT_ROLLBACK_COMPLETE",
                "UPDATE_ROLLBACK_FAILED",
                "UPDATE_COMPLETE",
                "CREATE_FAILED",
                "DELETE_FAILED",
                "DELETE_COMPLETE"
            })
    void underAnAncestorAtRestAStackDeletesAlone(String ancestor) throws IOException {
        stack("child", "<StackStatus>DELETE_IN_PROGRESS</StackStatus><ParentId>parent</ParentId>");
        stack("updated", "<StackStatus>UPDATE_COMPLETE_CLEANUP_IN_PROGRESS</StackStatus><ParentId>parent</ParentId>");
        for (String root : List.of("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "DELETE_IN_PROGRESS", "UPDATE_COMPLETE")) {
            stack("parent", "<StackStatus>" + ancestor + "</StackStatus><ParentId>root</ParentId>");
            stack("root", "<StackStatus>" + root + "</StackStatus>");
            assertThat(stacks.look("child"))
                    .isEqualTo(new Observation.Stack(
                            StackStanding.DELETING_ALONE, Optional.empty(), "stack child is DELETE_IN_PROGRESS"));
            assertThat(((Observation.Stack) stacks.look("updated")).standing()).isEqualTo(StackStanding.CLEANING_UP);
        }
        stack("root", "<StackStatus>ROLLBACK_IN_PROGRESS</StackStatus>");
        assertThat(((Observation.Stack) stacks.look("child")).standing()).isEqualTo(StackStanding.ROLLING_BACK);
        assertThat(((Observation.Stack) stacks.look("updated")).standing())
                .isEqualTo(StackStanding.ROLLING_BACK_UPDATE);
    }

    @Test
    void onlyItsOwnTimesTellWhenItsLatestOperationBegan() throws IOException {
        stack(
                "child",
                "<StackStatus>DELETE_IN_PROGRESS</StackStatus><ParentId>root</ParentId>"
                        + "<LastUpdatedTime>2026-01-01T00:00:00Z</LastUpdatedTime>"
                        + "<DeletionTime>2026-01-02T00:00:00.123Z</DeletionTime>");
        stack("root", "<StackStatus>DELETE_IN_PROGRESS</StackStatus><DeletionTime>2026-01-03T00:00:00Z</DeletionTime>");
        assertThat(((Observation.Stack) stacks.look("child")).lastOperation())
                .contains(Instant.parse("2026-01-02T00:00:00.123Z"));
        assertThat(((Observation.Stack) stacks.look("root")).lastOperation())
                .contains(Instant.parse("2026-01-03T00:00:00Z"));
    }

    @Test
    void anotherResourceOfThatIdDeclaresIt() throws IOException {
        page("", "", resource("Old", "id", "DELETE_IN_PROGRESS"), resource("New", "id", "CREATE_COMPLETE"));
        assertThat(stacks.resources("child", "Old", "id", "")).isEqualTo(new StackResources("New", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "CREATE_COMPLETE, true",
        "CREATE_IN_PROGRESS, true",
        "UPDATE_COMPLETE, true",
        "UPDATE_ROLLBACK_COMPLETE, true",
        "IMPORT_COMPLETE, true",
        "A_STATUS_OF_TOMORROW, true",
        "DELETE_IN_PROGRESS, false",
        "DELETE_FAILED, false",
        "DELETE_COMPLETE, false",
        "DELETE_SKIPPED, false"
    })
    void aLogicalIdOnItsWayOutDeclaresNothing(String status, boolean declares) throws IOException {
        page("", "", resource("Other", "id", status), resource("Another", "another", "CREATE_COMPLETE"));
        assertThat(stacks.resources("child", "Old", "id", ""))
                .isEqualTo(new StackResources(declares ? "Other" : "", ""));
    }

    @Test
    void twoIdsThatSwappedTheirImagesDeclareBoth() throws IOException {
        page("", "", resource("A", "two", "UPDATE_COMPLETE"), resource("B", "one", "UPDATE_COMPLETE"));
        assertThat(stacks.resources("child", "A", "one", "")).isEqualTo(new StackResources("B", ""));
        assertThat(stacks.resources("child", "B", "two", "")).isEqualTo(new StackResources("A", ""));
        assertThat(stacks.resources("child", "A", "two", ""))
                .as("what only the resource itself declares")
                .isEqualTo(new StackResources("", ""));
    }

    @Test
    void readsThePageThatIsAskedForAndTellsTheNext() throws IOException {
        page("to ken/2", "token3");
        assertThat(stacks.resources("arn:child", "Old", "id", "to ken/2")).isEqualTo(new StackResources("", "token3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html/>",
                "<ListStackResourcesResponse/>",
                "<ListStackResourcesResponse><ListStackResourcesResult>",
                "<ListStackResourcesResponse><ListStackResourcesResult/><ListStackResourcesResult/></ListStackResourcesResponse>"
            })
    void aListThatMakesNoSenseIsNotAnEmptyOne(String body) throws IOException {
        responds(200, body);
        assertThat(stacks.resources("child", "Old", "id", ""))
                .isEqualTo(new StackProblem(false, "ListStackResources: the response makes no sense"));
    }

    @ParameterizedTest
    @CsvSource({"AccessDenied, 403, true", "Throttling, 400, false"})
    void tellsResourcesThatMayNotBeReadFromThoseThatCannotBeReadJustNow(String type, int status, boolean denied)
            throws IOException {
        responds(
                status,
                "<ErrorResponse><Error><Code>" + type + "</Code><Message>why</Message></Error></ErrorResponse>");
        assertThat(stacks.resources("child", "Old", "id", ""))
                .isEqualTo(new StackProblem(denied, "ListStackResources: " + type + " (HTTP " + status + "): why"));
    }

    @Test
    void takesNothingForTheStacksOwnThatBelongsToItsPartsOrToAnother() throws IOException {
        stack(
                "child",
                "ROLLBACK_<Outputs><member><StackStatus>ROLLBACK_IN_PROGRESS</StackStatus><ParentId>x</ParentId></member></Outputs>"
                        + "ROLLBACK_<StackStatus><!-- as --><![CDATA[DELETE]]>_IN_PROGRESS</StackStatus>"
                        + "<Tags><member><Key>ParentId</Key><Value>y</Value></member></Tags>");
        assertThat(stacks.look("child"))
                .isEqualTo(new Observation.Stack(
                        StackStanding.DELETING, Optional.empty(), "stack child is DELETE_IN_PROGRESS"));
    }

    @Test
    void endsWhenTheAncestorsFormALoop() throws IOException {
        stack("one", "<StackStatus>DELETE_IN_PROGRESS</StackStatus><ParentId>other</ParentId>");
        stack("other", "<StackStatus>DELETE_IN_PROGRESS</StackStatus><ParentId>one</ParentId>");
        assertThat(stacks.look("one"))
                .isEqualTo(new StackProblem(false, "DescribeStacks: the ancestors of stack one form a loop"));
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
                "<member><StackStatus><a>DELETE_IN_PROGRESS</a></StackStatus></member>",
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

    private void page(String token, String next, String... resources) throws IOException {
        String body = "<ListStackResourcesResponse><ListStackResourcesResult><StackResourceSummaries>"
                + String.join("", resources) + "</StackResourceSummaries><NextToken>" + next
                + "</NextToken></ListStackResourcesResult></ListStackResourcesResponse>";
        when(service.call(any())).thenAnswer(call -> {
            ServiceRequest asked = call.getArgument(0);
            String parameters = token.isEmpty() ? "" : "&NextToken=to+ken%2F2";
            assertThat(asked.body())
                    .startsWith("Action=ListStackResources&Version=2010-05-15&StackName=")
                    .endsWith(token.isEmpty() ? "child" : "arn%3Achild" + parameters);
            return new ServiceResponse(200, "", body.getBytes(StandardCharsets.UTF_8));
        });
    }

    private static String resource(String logicalId, String physicalId, String status) {
        return "<member><PhysicalResourceId>" + physicalId + "</PhysicalResourceId><ResourceStatus>" + status
                + "</ResourceStatus><LogicalResourceId>" + logicalId
                + "</LogicalResourceId><ResourceType>X</ResourceType>"
                + "<DriftInformation><StackResourceDriftStatus>NOT_CHECKED</StackResourceDriftStatus></DriftInformation>"
                + "</member>";
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
