package io.github.streamingimage.emulator.cloudformation;

import java.util.Map;
import java.util.Set;

/**
 * A rollback of an update that is not finished.
 *
 * @param before the resources as they were before the update
 * @param updated the resources as the update left them
 * @param left logical ids of those that are still to be updated back
 */
record UnfinishedRollback(Map<String, LiveResource> before, Map<String, LiveResource> updated, Set<String> left) {

    UnfinishedRollback {
        left = Set.copyOf(left);
    }

    UnfinishedRollback withLeft(Set<String> fewer) {
        return new UnfinishedRollback(before, updated, fewer);
    }
}
