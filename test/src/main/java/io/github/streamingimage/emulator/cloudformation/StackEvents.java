package io.github.streamingimage.emulator.cloudformation;

import java.time.Instant;

/** Tells of every status that a stack or one of its resources takes, as an event. */
final class StackEvents {

    private final Scheduler scheduler;
    private final CloudFormationListener listener;

    StackEvents(Scheduler scheduler, CloudFormationListener listener) {
        this.scheduler = scheduler;
        this.listener = listener;
    }

    /** Tells the status in which an operation found its stack: the one that announces it. */
    void announced(Stack stack, String reason) {
        listener.stackEvent(new StackEvent(
                scheduler.instant(),
                stack.id(),
                stack.name(),
                stack.name(),
                stack.id(),
                StackEvent.STACK_TYPE,
                stack.status().name(),
                reason));
    }

    /** Changes the status of a stack, and returns it. */
    StackStatus become(Stack stack, StackStatus status, String reason) {
        stack.become(status);
        announced(stack, reason);
        return status;
    }

    /** Tells the status of a resource; {@code physicalId} and {@code reason} may be empty. */
    void resource(
            Stack stack,
            String logicalId,
            ResourceDeclaration declaration,
            String physicalId,
            ResourceStatus status,
            String reason) {
        Instant now = scheduler.instant();
        stack.list(new StackResource(logicalId, physicalId, declaration.resourceType(), status, now));
        listener.stackEvent(new StackEvent(
                now,
                stack.id(),
                stack.name(),
                logicalId,
                physicalId,
                declaration.resourceType(),
                status.name(),
                reason));
    }
}
