package io.github.streamingimage.simulation;

import io.github.streamingimage.emulator.cloudformation.Stack;
import java.util.Optional;

/**
 * What a stack declares, as CloudFormation itself knows it. A resource that was renamed, or two that swapped their images, get
 * Deletes in a clean-up with a PhysicalResourceId that the stack still declares: such an image must stay.
 */
final class StackDeclarations {

    private StackDeclarations() {}

    /** Whether the stack still declares what a Delete is about, and is not itself on its way out. */
    static boolean keep(Request request) {
        Stack stack = request.stack();
        String status = stack.status().name();
        Optional<String> physicalId = request.physicalResourceId();
        return !status.startsWith("DELETE")
                && !status.startsWith("ROLLBACK")
                && stack.resources().values().stream()
                        .anyMatch(resource -> physicalId.equals(Optional.of(resource.physicalId())));
    }
}
