package io.github.streamingimage.emulator.cloudformation;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What DescribeStacks tells of a stack.
 *
 * @param stackId the ARN
 * @param lastUpdatedTime when the last update began
 * @param deletionTime when the last deletion began
 * @param parentId the stack that declares this one
 * @param rootId the stack at the top, for nested stacks
 */
public record StackDescription(
        String stackId,
        String stackName,
        StackStatus status,
        Instant creationTime,
        Optional<Instant> lastUpdatedTime,
        Optional<Instant> deletionTime,
        Optional<String> parentId,
        Optional<String> rootId) {

    /** When the latest update or deletion began. */
    public Optional<Instant> lastOperation() {
        return Stream.concat(lastUpdatedTime.stream(), deletionTime.stream()).max(Comparator.naturalOrder());
    }
}
