package io.github.streamingimage.emulator.cloudformation;

import java.util.Map;
import java.util.function.Consumer;

/** Creates, updates and deletes {@link OtherResource}s, in no time. */
final class OtherResourceProvider implements ResourceProvider<OtherResource> {

    private final Identifiers identifiers;

    OtherResourceProvider(Identifiers identifiers) {
        this.identifiers = identifiers;
    }

    @Override
    public void create(
            Stack stack,
            String logicalId,
            OtherResource declaration,
            Cancellation cancellation,
            Consumer<ResourceResult> then) {
        then.accept(result(stack.inventedId(logicalId, identifiers), declaration));
    }

    @Override
    public void update(
            Stack stack,
            LiveResource before,
            OtherResource to,
            Cancellation cancellation,
            Consumer<ResourceResult> then) {
        then.accept(result(before.physicalId(), to));
    }

    @Override
    public void delete(Stack stack, LiveResource resource, OtherResource declaration, Consumer<ResourceResult> then) {
        then.accept(new ResourceResult.Done(resource.physicalId(), Map.of()));
    }

    private static ResourceResult result(String physicalId, OtherResource declaration) {
        return declaration.fails()
                ? new ResourceResult.Failed(physicalId, "Failed as declared")
                : new ResourceResult.Done(physicalId, Map.of());
    }
}
