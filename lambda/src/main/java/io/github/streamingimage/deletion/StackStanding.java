package io.github.streamingimage.deletion;

/** What a stack is doing, as far as it matters to a Delete. */
public enum StackStanding {
    /** The whole stack is being deleted, and no ancestor is at rest. */
    DELETING,
    /** The whole stack is being deleted while an ancestor is at rest: by itself, or by a rollback of the ancestor that has just ended. */
    DELETING_ALONE,
    /** An update has succeeded, and what it replaced or removed is being deleted. */
    CLEANING_UP,
    /** A failed creation is being undone, or a deletion belongs to the rollback of a parent. */
    ROLLING_BACK,
    /** A failed update is being undone, and what it had created is being deleted. */
    ROLLING_BACK_UPDATE,
    /** The stack is deleted. */
    GONE,
    /** Anything else: a status in which no resource is deleted, or that this version does not know. */
    OTHER;

    boolean isRollback() {
        return this == ROLLING_BACK || this == ROLLING_BACK_UPDATE;
    }

    /** Whether other resources of the stack stay, so that one of them may declare the same image. */
    boolean leavesOthers() {
        return this == CLEANING_UP || this == ROLLING_BACK_UPDATE;
    }

    /** Whether a read that lags behind can show this though the rollback to which it belongs has ended. */
    boolean isOfARollback() {
        return isRollback() || this == DELETING_ALONE;
    }
}
