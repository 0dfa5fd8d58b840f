package io.github.streamingimage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.appstream.AppStream;
import io.github.streamingimage.aws.ServiceRequest;
import io.github.streamingimage.aws.ServiceResponse;
import io.github.streamingimage.customresource.Events;
import io.github.streamingimage.deletion.Observation.Stack;
import io.github.streamingimage.deletion.StackStanding;
import io.github.streamingimage.http.Resolver.Word;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole function for images of AppStream, on a virtual clock: create, update, delete, and what is this service's own. */
class AppStreamLifecycleTest {

    private static final String ID = "image-1|2026-01-01T00:00:00Z";
    private static final long CREATED = 1767225600;
    private static final Reply GONE = new Reply(400, "{\"__type\":\"ResourceNotFoundException\"}");
    private static final Reply NONE = new Reply(200, "{\"Images\":[]}");
    private static final Reply IN_USE =
            new Reply(400, "{\"__type\":\"ResourceInUseException\",\"Message\":\"The image is in use by fleet-1.\"}");

    private final VirtualTime time = new VirtualTime();
    private final Deque<Reply> lists = new ArrayDeque<>();
    private final Deque<Reply> deletions =
            new ArrayDeque<>(List.of(new Reply(200, "{\"Image\":" + image("DELETING", CREATED) + "}")));
    private final List<String> calls = new ArrayList<>();
    private final List<Duration> deletedAt = new ArrayList<>();
    private Stack stack = new Stack(StackStanding.DELETING, Optional.empty(), "DELETE_IN_PROGRESS");

    @Test
    void createAdoptsThePrivateImageOfThatName() {
        lists.add(listed("AVAILABLE", CREATED));
        assertThat(respondsTo("Create", ""))
                .containsEntry("Status", "SUCCESS")
                .containsEntry("PhysicalResourceId", ID)
                .containsEntry(
                        "Data",
                        Map.of(
                                "Arn", "arn:aws:appstream:us-west-2:123456789012:image/image-1",
                                "Name", "image-1",
                                "Platform", "",
                                "State", "AVAILABLE",
                                "BaseImageArn", "",
                                "CreatedTime", "2026-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"PUBLIC, [IMAGE_OWNED_BY_AMAZON]", "SHARED, [IMAGE_OWNED_BY_ANOTHER_ACCOUNT]"})
    void createFailsForAnImageThatIsNotTheAccountsToDelete(String visibility, String code) {
        lists.add(new Reply(200, listed("AVAILABLE", CREATED).body().replace("PRIVATE", visibility)));
        Map<String, Object> response = respondsTo("Create", "");
        assertThat((String) response.get("Reason")).startsWith(code).contains("AppStream image image-1 is owned by");
        assertThat(new AppStream(this::reply).identified((String) response.get("PhysicalResourceId")))
                .isEmpty();
    }

    @Test
    void createFailsForANameThatNobodyKnows() {
        lists.add(NONE);
        assertThat((String) respondsTo("Create", "").get("Reason")).startsWith("[IMAGE_NOT_FOUND]");
    }

    @Test
    void anUpdateToTheImageThatWasMadeAnewIsAReplacement() {
        lists.add(listed("AVAILABLE", CREATED + 60));
        assertThat(respondsTo("Update", ID))
                .containsEntry("Status", "SUCCESS")
                .containsEntry("PhysicalResourceId", "image-1|2026-01-01T00:01:00Z");
    }

    @Test
    void anUpdateOfAnImageThatIsGoneKeepsItsId() {
        lists.add(NONE);
        Map<String, Object> response = respondsTo("Update", ID);
        assertThat(response).containsEntry("Status", "SUCCESS").containsEntry("PhysicalResourceId", ID);
        assertThat(response.get("Data"))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, String.class))
                .containsEntry("State", "DELETED")
                .containsEntry("Name", "image-1");
    }

    @Test
    void deletesTheImageAndWaitsUntilItIsListedNoMore() {
        lists.addAll(
                List.of(listed("AVAILABLE", CREATED), listed("AVAILABLE", CREATED), listed("DELETING", CREATED), NONE));
        assertThat(respondsTo("Delete", ID)).containsEntry("Status", "SUCCESS");
        assertThat(calls)
                .containsExactly("DescribeImages", "DescribeImages", "DeleteImage", "DescribeImages", "DescribeImages");
    }

    @Test
    void neverDeletesTheImageThatWasMadeAnewUnderTheName() {
        lists.add(listed("AVAILABLE", CREATED + 60));
        assertThat(respondsTo("Delete", ID)).containsEntry("Status", "SUCCESS");
        assertThat(calls).containsExactly("DescribeImages");
    }

    @Test
    void neverDeletesTheImageThatWasMadeAnewBetweenTwoLooksOfOneDelete() {
        deletions.clear();
        deletions.add(new Reply(400, "{\"__type\":\"ThrottlingException\"}"));
        lists.addAll(
                List.of(listed("AVAILABLE", CREATED), listed("AVAILABLE", CREATED), listed("AVAILABLE", CREATED + 60)));
        assertThat(respondsTo("Delete", ID)).containsEntry("Status", "SUCCESS");
        assertThat(calls).filteredOn("DeleteImage"::equals).hasSize(1);
    }

    @Test
    void waitsOutAFleetThatUsesTheImage() {
        deletions.addFirst(IN_USE);
        deletions.addFirst(IN_USE);
        for (int looks = 0; looks < 6; looks++) {
            lists.add(listed("AVAILABLE", CREATED));
        }
        lists.add(GONE);
        assertThat(respondsTo("Delete", ID)).containsEntry("Status", "SUCCESS");
        assertThat(calls).filteredOn("DeleteImage"::equals).hasSize(3);
    }

    @Test
    void tellsAtTheDeadlineWhatWasInTheWayAndWhatToDo() {
        deletions.clear();
        deletions.add(IN_USE);
        lists.add(listed("AVAILABLE", CREATED));
        assertThat((String) respondsTo("Delete", ID).get("Reason"))
                .startsWith("[DEADLINE_REACHED]")
                .contains(
                        "AppStream image image-1|2026-01-01T00:00:00Z",
                        "AVAILABLE for",
                        "take it out of fleets and image builders, and stop sharing it",
                        "The image is in use by fleet-1.",
                        "Delete the stack again");
    }

    @Test
    void failsAtOnceWithTheServicesWordsWhenItIsNotPermitted() {
        deletions.clear();
        deletions.add(
                new Reply(400, "{\"__type\":\"OperationNotPermittedException\",\"Message\":\"The image is shared.\"}"));
        lists.add(listed("AVAILABLE", CREATED));
        assertThat((String) respondsTo("Delete", ID).get("Reason"))
                .startsWith("[REQUEST_REJECTED]")
                .contains("OperationNotPermittedException", "The image is shared.");
        assertThat(time.slept()).isZero();
    }

    @Test
    void deletesADeprecatedImageAtRestAfterTwoMinutes() {
        deletions.clear();
        deletions.add(new Reply(200, "{\"Image\":" + image("DEPRECATED", CREATED) + "}"));
        lists.add(listed("DEPRECATED", CREATED));
        respondsTo("Delete", ID);
        assertThat(deletedAt.get(0)).isBetween(Duration.ofSeconds(120), Duration.ofSeconds(140));
    }

    @Test
    void isNotTakenForGoneWhenAccessIsDenied() {
        lists.add(new Reply(400, "{\"__type\":\"AccessDeniedException\",\"Message\":\"no\"}"));
        assertThat((String) respondsTo("Delete", ID).get("Reason")).startsWith("[ACCESS_DENIED]");
    }

    @Test
    void retainsTheImageInARollback() {
        stack = new Stack(StackStanding.ROLLING_BACK, Optional.empty(), "ROLLBACK_IN_PROGRESS");
        lists.add(listed("AVAILABLE", CREATED));
        lists.add(listed("AVAILABLE", CREATED));
        assertThat(respondsTo("Delete", ID)).containsEntry("Status", "SUCCESS");
        assertThat(calls)
                .as("a look, and five seconds later another")
                .containsExactly("DescribeImages", "DescribeImages");
    }

    @ParameterizedTest
    @CsvSource({"studio-1|image-1", "image-1|", "stack-Image-1ABCDEFGHIJK"})
    void callsNothingForAnIdThatNamesNoImageOfThisService(String id) {
        assertThat(respondsTo("Delete", id)).containsEntry("Status", "SUCCESS");
        assertThat(calls).isEmpty();
    }

    private Map<String, Object> respondsTo(String type, String physicalResourceId) {
        Map<String, Object> event = new HashMap<>(Events.delete("https://response.example/key?" + Events.QUERY));
        event.put("RequestType", type);
        event.put("PhysicalResourceId", physicalResourceId);
        event.put("ResourceProperties", Map.of("ImageName", "image-1"));
        if (type.equals("Create")) {
            event.remove("PhysicalResourceId");
        }
        return new InvokedFunction(new AppStream(this::reply), new ShownStacks(stack), host -> Word.EXISTS, time)
                .responseTo(event);
    }

    private ServiceResponse reply(ServiceRequest request) {
        String target = request.headers().get("X-Amz-Target");
        String operation = target.substring(target.indexOf('.') + 1);
        calls.add(operation);
        if (operation.equals("DeleteImage")) {
            deletedAt.add(time.slept());
        }
        Deque<Reply> replies = operation.equals("DeleteImage") ? deletions : lists;
        Reply reply = replies.size() > 1 ? replies.remove() : replies.element();
        return new ServiceResponse(reply.status(), "", reply.body().getBytes(StandardCharsets.UTF_8));
    }

    /** What the service replies. */
    private record Reply(int status, String body) {}

    private static Reply listed(String state, long created) {
        return new Reply(200, "{\"Images\":[" + image(state, created) + "]}");
    }

    private static String image(String state, long created) {
        return "{\"Name\":\"image-1\",\"State\":\"" + state + "\",\"Visibility\":\"PRIVATE\",\"CreatedTime\":" + created
                + ".25}";
    }
}
