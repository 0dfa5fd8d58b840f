package io.github.streamingimage.emulator.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StackStatusTest {

    @Test
    void aStackThatStandsCanBeUpdatedAlsoAfterAnUpdateThatWasRolledBack() {
        assertThat(Stream.of(StackStatus.values()).filter(StackStatus::allowsUpdate))
                .containsExactlyInAnyOrder(
                        StackStatus.CREATE_COMPLETE, StackStatus.UPDATE_COMPLETE, StackStatus.UPDATE_ROLLBACK_COMPLETE);
    }

    @Test
    void onlyARollbackThatFailedIsContinued() {
        assertThat(Stream.of(StackStatus.values()).filter(StackStatus::allowsContinueRollback))
                .containsExactly(StackStatus.UPDATE_ROLLBACK_FAILED);
    }

    @Test
    void aStackIsDeletedUnlessItIsGoneOrInAnOperation() {
        assertThat(Stream.of(StackStatus.values()).filter(status -> !status.allowsDelete()))
                .containsExactlyInAnyOrder(
                        StackStatus.CREATE_IN_PROGRESS,
                        StackStatus.ROLLBACK_IN_PROGRESS,
                        StackStatus.UPDATE_IN_PROGRESS,
                        StackStatus.UPDATE_COMPLETE_CLEANUP_IN_PROGRESS,
                        StackStatus.UPDATE_ROLLBACK_IN_PROGRESS,
                        StackStatus.UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS,
                        StackStatus.DELETE_IN_PROGRESS,
                        StackStatus.DELETE_COMPLETE);
    }
}
