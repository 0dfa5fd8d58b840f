package io.github.streamingimage.emulator.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Updates that add, remove and rename logical ids, and what ListStackResources tells meanwhile. */
class UpdatedLogicalIdsTest {

    private static final StackTemplate OLD = StackTemplate.of("Old", ScriptedStacks.image("image-1"));
    private static final StackTemplate NEW = StackTemplate.of("New", ScriptedStacks.image("image-1"));

    private final ScriptedStacks scenario = new ScriptedStacks();
    private final CloudFormation cloudFormation = scenario.cloudFormation;

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void createsTheNewNameAndDeletesTheOldOneInTheCleanUpWithTheSamePhysicalId() {
        String stackId = scenario.create(OLD);
        List<String> seen = new CopyOnWriteArrayList<>();
        scenario.function.behave(event -> {
            if (event.path("RequestType").asText().equals("Delete")) {
                seen.add(cloudFormation.describe(stackId).status().name());
                seen.addAll(listed(stackId));
            }
            return Optional.of(FakeFunction.success(event));
        });

        StackOperation update = cloudFormation.updateStack(stackId, NEW);

        assertThat(scenario.finish(update)).isEqualTo(StackStatus.UPDATE_COMPLETE);
        assertThat(scenario.requests()).containsExactly("Create", "Create", "Delete studio-1|image-1");
        assertThat(cloudFormation.requests().get(2).logicalId()).isEqualTo("Old");
        assertThat(seen)
                .containsExactly(
                        "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
                        "Old studio-1|image-1 DELETE_IN_PROGRESS",
                        "New studio-1|image-1 CREATE_COMPLETE");
        assertThat(listed(stackId)).containsExactly("New studio-1|image-1 CREATE_COMPLETE");
        assertThat(cloudFormation.ref(stackId, "New")).isEqualTo("studio-1|image-1");
    }

    @Test
    void deletesTheNewNameWhenTheUpdateIsRolledBack() {
        String stackId = scenario.create(OLD);

        StackOperation update = cloudFormation.updateStack(stackId, NEW.with("Broken", OtherResource.failing("New")));

        assertThat(scenario.finish(update)).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
        assertThat(scenario.requests()).containsExactly("Create", "Create", "Delete studio-1|image-1");
        assertThat(cloudFormation.requests().get(2).logicalId()).isEqualTo("New");
        assertThat(listed(stackId)).containsExactly("Old studio-1|image-1 CREATE_COMPLETE");
    }

    @Test
    void deletesBothImagesThatTwoNamesHaveSwapped() {
        String stackId = scenario.create(
                StackTemplate.of("A", ScriptedStacks.image("image-1")).with("B", ScriptedStacks.image("image-2")));
        List<String> seen = new CopyOnWriteArrayList<>();
        scenario.function.behave(event -> {
            if (event.path("RequestType").asText().equals("Delete")) {
                seen.addAll(listed(stackId));
            }
            return Optional.of(FakeFunction.success(event));
        });

        scenario.finish(cloudFormation.updateStack(
                stackId,
                StackTemplate.of("A", ScriptedStacks.image("image-2")).with("B", ScriptedStacks.image("image-1"))));

        assertThat(cloudFormation.requests().stream()
                        .filter(request -> request.type() == RequestType.DELETE)
                        .map(request -> request.logicalId() + " " + request.physicalId()))
                .containsExactlyInAnyOrder("A studio-1|image-1", "B studio-1|image-2");
        assertThat(seen).containsOnly("A studio-1|image-2 UPDATE_COMPLETE", "B studio-1|image-1 UPDATE_COMPLETE");
    }

    @Test
    void addsAndRemovesLogicalIds() {
        String stackId = scenario.create(OLD.with("Gone", ScriptedStacks.image("image-2")));

        scenario.finish(cloudFormation.updateStack(stackId, OLD.with("Added", ScriptedStacks.image("image-3"))));

        assertThat(scenario.requests()).endsWith("Create", "Delete studio-1|image-2");
        assertThat(listed(stackId))
                .containsExactly("Old studio-1|image-1 CREATE_COMPLETE", "Added studio-1|image-3 CREATE_COMPLETE");
    }

    @Test
    void allowsAnotherUpdateAfterOneThatWasRolledBack() {
        String stackId = scenario.create(OLD);
        StackOperation failing = cloudFormation.updateStack(stackId, OLD.with("Broken", OtherResource.failing("Old")));
        assertThat(scenario.finish(failing)).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);

        StackOperation update =
                cloudFormation.updateStack(stackId, StackTemplate.of("Old", ScriptedStacks.image("image-2")));

        assertThat(scenario.finish(update)).isEqualTo(StackStatus.UPDATE_COMPLETE);
        assertThat(cloudFormation.ref(stackId, "Old")).isEqualTo("studio-1|image-2");
    }

    @Test
    void continuesARollbackThatFailed() {
        String stackId = scenario.create(OLD);
        scenario.function.behave(event -> Optional.of(
                event.at("/OldResourceProperties/StreamingImageId").asText().equals("image-2")
                        ? FakeFunction.failure(
                                event, event.path("PhysicalResourceId").asText())
                        : FakeFunction.success(event)));
        StackOperation failing = cloudFormation.updateStack(
                stackId,
                StackTemplate.of("Old", ScriptedStacks.image("image-2")).with("Broken", OtherResource.failing("Old")));
        assertThat(scenario.finish(failing)).isEqualTo(StackStatus.UPDATE_ROLLBACK_FAILED);
        scenario.function.behave(event -> Optional.of(FakeFunction.success(event)));

        StackOperation continued = cloudFormation.continueUpdateRollback(stackId);

        assertThat(scenario.finish(continued)).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
        assertThat(scenario.requests())
                .endsWith("Update studio-1|image-2", "Update studio-1|image-2", "Delete studio-1|image-2");
        assertThat(cloudFormation.ref(stackId, "Old")).isEqualTo("studio-1|image-1");
        assertThat(scenario.statuses(stackId))
                .endsWith(
                        "UPDATE_ROLLBACK_FAILED",
                        "UPDATE_ROLLBACK_IN_PROGRESS",
                        "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS",
                        "UPDATE_ROLLBACK_COMPLETE");
    }

    private List<String> listed(String stackId) {
        return cloudFormation.resources(stackId).stream()
                .map(resource -> resource.logicalId() + " " + resource.physicalId() + " " + resource.status())
                .toList();
    }
}
