package io.github.streamingimage.emulator.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NestedStackTest {

    private static final NestedStack CHILD = NestedStack.of(StackTemplate.of("Image", ScriptedStacks.image("image-1")));

    private final ScriptedStacks scenario = new ScriptedStacks();
    private final CloudFormation cloudFormation = scenario.cloudFormation;

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void isCreatedAndDeletedWithItsParent() {
        String parentId = scenario.create(StackTemplate.of("Child", CHILD));
        StackDescription child = cloudFormation.describe(cloudFormation.ref(parentId, "Child"));

        assertThat(child.parentId()).contains(parentId);
        assertThat(child.rootId()).contains(parentId);
        assertThat(child.status()).isEqualTo(StackStatus.CREATE_COMPLETE);
        assertThat(cloudFormation.requests().get(0).stackId()).isEqualTo(child.stackId());

        assertThat(scenario.finish(cloudFormation.deleteStack(parentId))).isEqualTo(StackStatus.DELETE_COMPLETE);
        assertThat(cloudFormation.describe(child.stackId()).status()).isEqualTo(StackStatus.DELETE_COMPLETE);
    }

    @Test
    void knowsTheRootAboveItsParent() {
        String rootId =
                scenario.create(StackTemplate.of("Child", NestedStack.of(StackTemplate.of("Grandchild", CHILD))));

        String childId = cloudFormation.ref(rootId, "Child");
        StackDescription grandchild = cloudFormation.describe(cloudFormation.ref(childId, "Grandchild"));

        assertThat(grandchild.parentId()).contains(childId);
        assertThat(grandchild.rootId()).contains(rootId);
    }

    @Test
    void isBeingDeletedItselfWhileItsParentRollsBack() {
        List<StackStatus> seen = new ArrayList<>();
        scenario.function.behave(event -> {
            if (event.path("RequestType").asText().equals("Delete")) {
                StackDescription child =
                        cloudFormation.describe(event.path("StackId").asText());
                seen.add(child.status());
                seen.add(cloudFormation.describe(child.parentId().orElseThrow()).status());
            }
            return Optional.of(FakeFunction.success(event));
        });

        StackOperation operation = cloudFormation.createStack(
                "images", StackTemplate.of("Child", CHILD).with("Broken", OtherResource.failing("Child")));

        assertThat(scenario.finish(operation)).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        assertThat(seen).containsExactly(StackStatus.DELETE_IN_PROGRESS, StackStatus.ROLLBACK_IN_PROGRESS);
    }

    @Test
    void isRolledBackAndThenDeletedWhenItCannotBeCreated() {
        NestedStack broken = NestedStack.of(CHILD.template().with("Broken", OtherResource.failing("Image")));

        StackOperation operation = cloudFormation.createStack("images", StackTemplate.of("Child", broken));

        assertThat(scenario.finish(operation)).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        String childId = cloudFormation.stacks().get(1).stackId();
        assertThat(scenario.statuses(childId))
                .containsExactly(
                        "CREATE_IN_PROGRESS",
                        "ROLLBACK_IN_PROGRESS",
                        "ROLLBACK_COMPLETE",
                        "DELETE_IN_PROGRESS",
                        "DELETE_COMPLETE");
    }

    @Test
    void isCutShortWhenItsParentFails() {
        scenario.holdCreations();

        StackOperation operation = cloudFormation.createStack(
                "images",
                StackTemplate.of("Child", CHILD)
                        .with("Gate", ScriptedStacks.image("image-2"))
                        .with("Broken", OtherResource.failing("Gate")));

        assertThat(scenario.finish(operation)).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        String childId = cloudFormation.stacks().get(1).stackId();
        assertThat(scenario.statuses(childId))
                .containsExactly(
                        "CREATE_IN_PROGRESS",
                        "ROLLBACK_IN_PROGRESS",
                        "ROLLBACK_COMPLETE",
                        "DELETE_IN_PROGRESS",
                        "DELETE_COMPLETE");
    }

    @Test
    void keepsItsParentFromBeingDeletedWhenItCannotBe() {
        String parentId = scenario.create(StackTemplate.of("Child", CHILD));
        scenario.function.behave(event -> Optional.of(
                FakeFunction.failure(event, event.path("PhysicalResourceId").asText())));

        assertThat(scenario.finish(cloudFormation.deleteStack(parentId))).isEqualTo(StackStatus.DELETE_FAILED);
        scenario.function.behave(event -> Optional.of(FakeFunction.success(event)));
        assertThat(scenario.finish(cloudFormation.deleteStack(parentId))).isEqualTo(StackStatus.DELETE_COMPLETE);
    }

    @Test
    void cannotBeChangedByAnUpdate() {
        String parentId = scenario.create(StackTemplate.of("Child", CHILD));
        StackTemplate changed =
                StackTemplate.of("Child", NestedStack.of(StackTemplate.of("Image", ScriptedStacks.image("image-2"))));

        assertThatThrownBy(() -> cloudFormation.updateStack(parentId, changed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Child: ");
    }

    @Test
    void deletesAParentWhoseNestedStackWasDeletedAlone() {
        String stackId = scenario.create(
                StackTemplate.of("Child", NestedStack.of(StackTemplate.of("Image", ScriptedStacks.image("image-1")))));
        String childId = cloudFormation.ref(stackId, "Child");
        assertThat(scenario.finish(cloudFormation.deleteStack(childId))).isEqualTo(StackStatus.DELETE_COMPLETE);
        assertThat(cloudFormation.describe(stackId).status()).isEqualTo(StackStatus.CREATE_COMPLETE);

        assertThat(scenario.finish(cloudFormation.deleteStack(stackId))).isEqualTo(StackStatus.DELETE_COMPLETE);
        assertThat(scenario.requests()).containsExactly("Create", "Delete studio-1|image-1");
    }

    @Test
    void updatesANestedStackAloneAndLeavesItsParentAsItIs() {
        String stackId = scenario.create(
                StackTemplate.of("Child", NestedStack.of(StackTemplate.of("Image", ScriptedStacks.image("image-1")))));
        String childId = cloudFormation.ref(stackId, "Child");

        StackOperation update =
                cloudFormation.updateStack(childId, StackTemplate.of("Image", ScriptedStacks.image("image-2")));

        assertThat(scenario.finish(update)).isEqualTo(StackStatus.UPDATE_COMPLETE);
        assertThat(cloudFormation.describe(stackId).status()).isEqualTo(StackStatus.CREATE_COMPLETE);
        assertThat(scenario.requests()).endsWith("Update studio-1|image-1", "Delete studio-1|image-1");
    }

    @Test
    void staysInAParentThatRestsInUpdateRollbackComplete() {
        StackTemplate template =
                StackTemplate.of("Child", NestedStack.of(StackTemplate.of("Image", ScriptedStacks.image("image-1"))));
        String stackId = scenario.create(template);
        String childId = cloudFormation.ref(stackId, "Child");
        scenario.finish(cloudFormation.updateStack(stackId, template.with("Broken", OtherResource.failing("Child"))));

        assertThat(cloudFormation.describe(stackId).status()).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
        assertThat(cloudFormation.describe(childId).status()).isEqualTo(StackStatus.CREATE_COMPLETE);
        assertThat(scenario.finish(cloudFormation.deleteStack(childId))).isEqualTo(StackStatus.DELETE_COMPLETE);
    }
}
