package io.github.streamingimage.emulator.cloudformation;

import java.util.Set;
import java.util.function.Consumer;

/** A resource as a template declares it. */
public sealed interface ResourceDeclaration permits CustomResource, OtherResource, NestedStack {

    /** The type, as in stack events. */
    String resourceType();

    /** Logical ids of the resources that exist before this one and outlive it. */
    Set<String> dependsOn();

    /** Whether going from this declaration to another needs no update of the resource. */
    boolean sameAs(ResourceDeclaration other);

    /** Calls the one for this kind of resource. */
    void accept(Consumer<CustomResource> custom, Consumer<OtherResource> other, Consumer<NestedStack> nested);
}
