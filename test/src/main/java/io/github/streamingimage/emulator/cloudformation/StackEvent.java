package io.github.streamingimage.emulator.cloudformation;

import java.time.Instant;

/**
 * One line of a stack's events. Those of the stack itself have its name as logical id, its id as physical id, and the type
 * {@value #STACK_TYPE}.
 *
 * @param physicalId empty as long as there is none
 * @param status a {@link StackStatus} or {@link ResourceStatus}
 * @param reason empty when there is none
 */
public record StackEvent(
        Instant timestamp,
        String stackId,
        String stackName,
        String logicalId,
        String physicalId,
        String resourceType,
        String status,
        String reason) {

    static final String STACK_TYPE = "AWS::CloudFormation::Stack";

    /** Whether this is about the stack itself. */
    public boolean isAboutStack() {
        return physicalId.equals(stackId);
    }
}
