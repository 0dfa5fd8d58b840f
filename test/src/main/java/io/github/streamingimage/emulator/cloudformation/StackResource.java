package io.github.streamingimage.emulator.cloudformation;

import java.time.Instant;

/**
 * A resource as ListStackResources tells of it.
 *
 * @param physicalId empty as long as there is none
 * @param lastUpdated when its status last changed
 */
public record StackResource(
        String logicalId, String physicalId, String resourceType, ResourceStatus status, Instant lastUpdated) {

    /** Whether it is gone, or about to go. */
    public boolean isLeaving() {
        return status.name().startsWith("DELETE");
    }
}
