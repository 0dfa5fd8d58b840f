package io.github.streamingimage.emulator.cloudformation;

import java.util.Map;

/** Creates, updates and deletes {@link OtherResource}s, in no time. */
final class OtherResourceProvider implements ResourceProvider<OtherResource> {

    @Override
    public ResourceResult create(Stack stack, String logicalId, OtherResource declaration, Cancellation cancellation) {
        return result(PhysicalIds.invent(stack, logicalId), declaration);
    }

    @Override
    public ResourceResult update(Stack stack, LiveResource before, OtherResource to, Cancellation cancellation) {
        return result(before.physicalId(), to);
    }

    @Override
    public ResourceResult delete(Stack stack, LiveResource resource, OtherResource declaration) {
        return new ResourceResult.Done(resource.physicalId(), Map.of());
    }

    private static ResourceResult result(String physicalId, OtherResource declaration) {
        return declaration.fails()
                ? new ResourceResult.Failed(physicalId, "Failed as declared")
                : new ResourceResult.Done(physicalId, Map.of());
    }
}
