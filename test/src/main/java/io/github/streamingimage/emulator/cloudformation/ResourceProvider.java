package io.github.streamingimage.emulator.cloudformation;

/** What creates, updates and deletes the resources of one kind; each method returns when that is done, or was cut short. */
interface ResourceProvider<D extends ResourceDeclaration> {

    ResourceResult create(Stack stack, String logicalId, D declaration, Cancellation cancellation);

    ResourceResult update(Stack stack, LiveResource before, D to, Cancellation cancellation);

    ResourceResult delete(Stack stack, LiveResource resource, D declaration);
}
