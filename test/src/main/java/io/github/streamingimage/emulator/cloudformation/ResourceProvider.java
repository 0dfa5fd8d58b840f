package io.github.streamingimage.emulator.cloudformation;

import java.util.function.Consumer;

/** What creates, updates and deletes the resources of one kind; what came of it is told once, now or later. */
interface ResourceProvider<D extends ResourceDeclaration> {

    void create(Stack stack, String logicalId, D declaration, Cancellation cancellation, Consumer<ResourceResult> then);

    void update(Stack stack, LiveResource before, D to, Cancellation cancellation, Consumer<ResourceResult> then);

    void delete(Stack stack, LiveResource resource, D declaration, Consumer<ResourceResult> then);
}
