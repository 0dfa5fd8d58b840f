package io.github.streamingimage.emulator.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StackUpdateTest {

    private static final StackTemplate ONE_IMAGE = StackTemplate.of("Image", ScriptedStacks.image("image-1"));

    private final ScriptedStacks scenario = new ScriptedStacks();
    private final CloudFormation cloudFormation = scenario.cloudFormation;

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void sendsAnUpdateWithOldAndNewProperties() {
        String stackId = scenario.create(ONE_IMAGE);
        CustomResource changed = CustomResource.of(
                Map.of("StudioId", "studio-1", "StreamingImageId", "image-1", "OnRollback", "Delete"));

        StackOperation update = cloudFormation.updateStack(stackId, StackTemplate.of("Image", changed));

        assertThat(scenario.finish(update)).isEqualTo(StackStatus.UPDATE_COMPLETE);
        assertThat(scenario.requests()).containsExactly("Create", "Update studio-1|image-1");
        JsonNode event = cloudFormation.requests().get(1).event();
        assertThat(event.at("/ResourceProperties/OnRollback").asText()).isEqualTo("Delete");
        assertThat(event.path("OldResourceProperties").has("OnRollback")).isFalse();
        assertThat(event.at("/OldResourceProperties/ServiceToken").asText()).isEqualTo(ScriptedStacks.FUNCTION);
        assertThat(scenario.statuses(stackId))
                .endsWith("UPDATE_IN_PROGRESS", "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "UPDATE_COMPLETE");
    }

    @Test
    void deletesTheReplacedResourceInTheCleanUp() {
        String stackId = scenario.create(ONE_IMAGE);

        scenario.finish(
                cloudFormation.updateStack(stackId, StackTemplate.of("Image", ScriptedStacks.image("image-2"))));

        assertThat(scenario.requests()).containsExactly("Create", "Update studio-1|image-1", "Delete studio-1|image-1");
        JsonNode delete = cloudFormation.requests().get(2).event();
        assertThat(delete.at("/ResourceProperties/StreamingImageId").asText()).isEqualTo("image-1");
        assertThat(cloudFormation.ref(stackId, "Image")).isEqualTo("studio-1|image-2");
    }

    @Test
    void forgetsAReplacedResourceThatCannotBeDeletedInThreeTries() {
        String stackId = scenario.create(ONE_IMAGE);
        scenario.function.behave(event -> Optional.of(
                event.path("RequestType").asText().equals("Delete")
                        ? FakeFunction.failure(
                                event, event.path("PhysicalResourceId").asText())
                        : FakeFunction.success(event)));

        StackOperation update =
                cloudFormation.updateStack(stackId, StackTemplate.of("Image", ScriptedStacks.image("image-2")));

        assertThat(scenario.finish(update)).isEqualTo(StackStatus.UPDATE_COMPLETE);
        assertThat(scenario.requests())
                .filteredOn("Delete studio-1|image-1"::equals)
                .hasSize(3);
        assertThat(cloudFormation.requests()).extracting(SentRequest::requestId).doesNotHaveDuplicates();
        assertThat(cloudFormation.events())
                .last()
                .extracting(StackEvent::reason)
                .isEqualTo("Update successful. One or more resources could not be deleted.");
    }

    @Test
    void deletesARemovedResourceInTheCleanUp() {
        String stackId = scenario.create(ONE_IMAGE.with("Other", ScriptedStacks.image("image-2")));

        scenario.finish(cloudFormation.updateStack(stackId, ONE_IMAGE));

        assertThat(scenario.requests()).endsWith("Delete studio-1|image-2");
        assertThatThrownBy(() -> cloudFormation.ref(stackId, "Other")).hasMessage("Resource Other does not exist");
    }

    @Test
    void rollsAReplacementBackWhenALaterResourceFails() {
        String stackId = scenario.create(ONE_IMAGE.with("Other", OtherResource.succeeding("Image")));

        StackOperation update = cloudFormation.updateStack(
                stackId,
                StackTemplate.of("Image", ScriptedStacks.image("image-2"))
                        .with("Other", OtherResource.failing("Image")));

        assertThat(scenario.finish(update)).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
        assertThat(scenario.requests())
                .containsExactly(
                        "Create", "Update studio-1|image-1", "Update studio-1|image-2", "Delete studio-1|image-2");
        JsonNode back = cloudFormation.requests().get(2).event();
        assertThat(back.at("/ResourceProperties/StreamingImageId").asText()).isEqualTo("image-1");
        assertThat(back.at("/OldResourceProperties/StreamingImageId").asText()).isEqualTo("image-2");
        assertThat(cloudFormation.ref(stackId, "Image")).isEqualTo("studio-1|image-1");
        assertThat(scenario.statuses(stackId))
                .endsWith(
                        "UPDATE_IN_PROGRESS",
                        "UPDATE_ROLLBACK_IN_PROGRESS",
                        "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS",
                        "UPDATE_ROLLBACK_COMPLETE");
    }

    @Test
    void undoesAFailedUpdateWithItsPropertiesSwapped() {
        String stackId = scenario.create(ONE_IMAGE);
        scenario.function.behave(event -> Optional.of(
                event.at("/ResourceProperties/StreamingImageId").asText().equals("image-2")
                        ? FakeFunction.failure(
                                event, event.path("PhysicalResourceId").asText())
                        : FakeFunction.success(event)));

        StackOperation update =
                cloudFormation.updateStack(stackId, StackTemplate.of("Image", ScriptedStacks.image("image-2")));

        assertThat(scenario.finish(update)).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
        assertThat(scenario.requests()).containsExactly("Create", "Update studio-1|image-1", "Update studio-1|image-1");
        assertThat(cloudFormation.violations()).isEmpty();
    }

    @Test
    void deletesNewResourcesOfAFailedUpdateInTheCleanUp() {
        String stackId = scenario.create(ONE_IMAGE);

        StackOperation update = cloudFormation.updateStack(
                stackId,
                ONE_IMAGE.with("New", ScriptedStacks.image("image-2")).with("Broken", OtherResource.failing("New")));

        assertThat(scenario.finish(update)).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
        assertThat(scenario.requests()).containsExactly("Create", "Create", "Delete studio-1|image-2");
        assertThatThrownBy(() -> cloudFormation.ref(stackId, "New")).hasMessage("Resource New does not exist");
    }

    @Test
    void updatesAStackWhoseLastUpdateWasRolledBack() {
        String stackId = scenario.create(ONE_IMAGE);
        StackOperation failing =
                cloudFormation.updateStack(stackId, ONE_IMAGE.with("Broken", OtherResource.failing("Image")));
        assertThat(scenario.finish(failing)).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);

        StackOperation update =
                cloudFormation.updateStack(stackId, StackTemplate.of("Image", ScriptedStacks.image("image-2")));

        assertThat(scenario.finish(update)).isEqualTo(StackStatus.UPDATE_COMPLETE);
        assertThat(cloudFormation.ref(stackId, "Image")).isEqualTo("studio-1|image-2");
    }

    @Test
    void isStuckWhenTheUpdateCannotBeUndone() {
        String stackId = scenario.create(ONE_IMAGE);
        scenario.function.behave(event -> Optional.of(
                FakeFunction.failure(event, event.path("PhysicalResourceId").asText())));

        StackOperation update =
                cloudFormation.updateStack(stackId, StackTemplate.of("Image", ScriptedStacks.image("image-2")));

        assertThat(scenario.finish(update)).isEqualTo(StackStatus.UPDATE_ROLLBACK_FAILED);
        assertThatThrownBy(() -> cloudFormation.updateStack(
                        stackId, ONE_IMAGE.without("Image").with("A", ScriptedStacks.image("image-3"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("UPDATE_ROLLBACK_FAILED");
    }

    @Test
    void refusesAnUpdateThatChangesNothing() {
        String stackId = scenario.create(ONE_IMAGE);

        assertThatThrownBy(() -> cloudFormation.updateStack(stackId, ONE_IMAGE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No updates are to be performed.");
    }

    @Test
    void keepsTheDependenciesOfTheLastUpdate() {
        StackTemplate two = ONE_IMAGE.with("Other", ScriptedStacks.image("image-2"));
        String stackId = scenario.create(two);
        scenario.finish(cloudFormation.updateStack(
                stackId,
                two.with("Image", ScriptedStacks.image("image-1").dependingOn("Other"))
                        .with("Third", OtherResource.succeeding())));

        scenario.finish(cloudFormation.deleteStack(stackId));

        assertThat(scenario.requests()).endsWith("Delete studio-1|image-1", "Delete studio-1|image-2");
    }
}
