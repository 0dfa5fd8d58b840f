package io.github.streamingimage.emulator.cloudformation;

/** Changes the status of stacks, so that every change is an event. */
final class StatusChanges {

    private final Journal journal;

    StatusChanges(Journal journal) {
        this.journal = journal;
    }

    /** Records the status in which an operation found its stack: the one that announces it. */
    void announced(Stack stack, String reason) {
        journal.stack(stack, reason);
    }

    /** Changes the status, and returns it. */
    StackStatus become(Stack stack, StackStatus status, String reason) {
        stack.become(status);
        journal.stack(stack, reason);
        return status;
    }
}
