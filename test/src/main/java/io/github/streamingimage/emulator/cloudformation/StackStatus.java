package io.github.streamingimage.emulator.cloudformation;

/** The statuses that a stack goes through here, spelled as CloudFormation spells them. */
public enum StackStatus {
    CREATE_IN_PROGRESS,
    CREATE_COMPLETE,
    ROLLBACK_IN_PROGRESS,
    ROLLBACK_COMPLETE,
    ROLLBACK_FAILED,
    UPDATE_IN_PROGRESS,
    UPDATE_COMPLETE_CLEANUP_IN_PROGRESS,
    UPDATE_COMPLETE,
    UPDATE_ROLLBACK_IN_PROGRESS,
    UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS,
    UPDATE_ROLLBACK_COMPLETE,
    UPDATE_ROLLBACK_FAILED,
    DELETE_IN_PROGRESS,
    DELETE_FAILED,
    DELETE_COMPLETE;

    /** Whether an operation is under way, so that no other can begin. */
    public boolean isInProgress() {
        return name().endsWith("_IN_PROGRESS");
    }

    /** Whether a failed operation is being undone. */
    public boolean isRollbackInProgress() {
        return isInProgress() && name().contains("ROLLBACK");
    }

    public boolean allowsUpdate() {
        return this == CREATE_COMPLETE || this == UPDATE_COMPLETE || this == UPDATE_ROLLBACK_COMPLETE;
    }

    boolean allowsContinueRollback() {
        return this == UPDATE_ROLLBACK_FAILED;
    }

    boolean allowsDelete() {
        return !isInProgress() && this != DELETE_COMPLETE;
    }
}
