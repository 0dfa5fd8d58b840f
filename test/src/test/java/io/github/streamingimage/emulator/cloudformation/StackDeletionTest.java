package io.github.streamingimage.emulator.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StackDeletionTest {

    private final ScriptedStacks scenario = new ScriptedStacks();
    private final CloudFormation cloudFormation = scenario.cloudFormation;

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void deletesInReverseOrderOfDependency() {
        String stackId = scenario.create(StackTemplate.of("First", ScriptedStacks.image("image-1"))
                .with("Second", ScriptedStacks.image("image-2").dependingOn("First")));

        assertThat(scenario.finish(cloudFormation.deleteStack(stackId))).isEqualTo(StackStatus.DELETE_COMPLETE);

        assertThat(scenario.requests()).endsWith("Delete studio-1|image-2", "Delete studio-1|image-1");
        assertThat(scenario.statuses(stackId)).endsWith("DELETE_IN_PROGRESS", "DELETE_COMPLETE");
        assertThat(scenario.statuses(stackId, "First")).endsWith("DELETE_IN_PROGRESS", "DELETE_COMPLETE");
        assertThat(cloudFormation.violations()).isEmpty();
    }

    @Test
    void deletesIndependentResourcesAtTheSameTime() {
        String stackId = scenario.create(
                StackTemplate.of("One", ScriptedStacks.image("image-1")).with("Two", ScriptedStacks.image("image-2")));
        scenario.function.behave(event -> Optional.empty());

        cloudFormation.deleteStack(stackId);

        assertThat(scenario.awaitRequest(4).type()).isEqualTo(RequestType.DELETE);
    }

    @Test
    void sendsOnlyWhatIsLeftWhenADeletionIsTriedAgain() {
        String stackId = scenario.create(StackTemplate.of("Stubborn", ScriptedStacks.image("image-1"))
                .with("Easy", ScriptedStacks.image("image-2").dependingOn("Stubborn")));
        scenario.function.behave(event -> Optional.of(
                event.path("LogicalResourceId").asText().equals("Stubborn")
                        ? FakeFunction.failure(
                                event, event.path("PhysicalResourceId").asText())
                        : FakeFunction.success(event)));

        assertThat(scenario.finish(cloudFormation.deleteStack(stackId))).isEqualTo(StackStatus.DELETE_FAILED);
        scenario.function.behave(event -> Optional.of(FakeFunction.success(event)));
        assertThat(scenario.finish(cloudFormation.deleteStack(stackId))).isEqualTo(StackStatus.DELETE_COMPLETE);

        List<SentRequest> deletes = cloudFormation.requests().subList(2, 5);
        assertThat(deletes).extracting(SentRequest::logicalId).containsExactly("Easy", "Stubborn", "Stubborn");
        assertThat(deletes).extracting(SentRequest::requestId).doesNotHaveDuplicates();
        assertThat(cloudFormation.events())
                .extracting(StackEvent::reason)
                .contains("The following resource(s) failed to delete: [Stubborn]. ");
    }

    @Test
    void keepsWhatAResourceThatCannotBeDeletedDependsOn() {
        String stackId = scenario.create(StackTemplate.of("Base", ScriptedStacks.image("image-1"))
                .with("Stubborn", ScriptedStacks.image("image-2").dependingOn("Base")));
        scenario.function.behave(event -> Optional.of(
                FakeFunction.failure(event, event.path("PhysicalResourceId").asText())));

        scenario.finish(cloudFormation.deleteStack(stackId));

        assertThat(scenario.requests()).containsExactly("Create", "Create", "Delete studio-1|image-2");
    }

    @Test
    void refusesToDeleteAStackTwice() {
        String stackId = scenario.create(StackTemplate.of("Image", ScriptedStacks.image("image-1")));
        scenario.finish(cloudFormation.deleteStack(stackId));

        assertThatThrownBy(() -> cloudFormation.deleteStack(stackId))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("DELETE_COMPLETE");
    }
}
