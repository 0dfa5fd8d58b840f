package io.github.streamingimage.emulator.cloudformation;

import java.util.Set;
import java.util.function.Function;

/** A resource as a template declares it. */
public sealed interface ResourceDeclaration permits CustomResource, OtherResource, NestedStack {

    /** The type, as in stack events. */
    String resourceType();

    /** Logical ids of the resources that exist before this one and outlive it. */
    Set<String> dependsOn();

    /** Whether going from this declaration to another needs no update of the resource. */
    boolean sameAs(ResourceDeclaration other);

    /** Applies the function for this kind of resource. */
    <T> T match(Function<CustomResource, T> custom, Function<OtherResource, T> other, Function<NestedStack, T> nested);
}
