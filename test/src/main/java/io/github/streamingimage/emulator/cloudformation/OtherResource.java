package io.github.streamingimage.emulator.cloudformation;

import java.util.Set;
import java.util.function.Consumer;

/**
 * A resource that is none of the function's business. It succeeds or fails at once when it is created or updated, and never
 * when it is deleted: the means to provoke a rollback.
 *
 * @param fails whether its creation, or its update to this declaration, fails
 * @param dependsOn logical ids
 */
public record OtherResource(boolean fails, Set<String> dependsOn) implements ResourceDeclaration {

    public OtherResource {
        dependsOn = Set.copyOf(dependsOn);
    }

    public static OtherResource succeeding(String... dependsOn) {
        return new OtherResource(false, Set.of(dependsOn));
    }

    public static OtherResource failing(String... dependsOn) {
        return new OtherResource(true, Set.of(dependsOn));
    }

    @Override
    public String resourceType() {
        return "Test::Other::Resource";
    }

    @Override
    public boolean sameAs(ResourceDeclaration other) {
        return other instanceof OtherResource resource && resource.fails == fails;
    }

    @Override
    public void accept(Consumer<CustomResource> custom, Consumer<OtherResource> other, Consumer<NestedStack> nested) {
        other.accept(this);
    }
}
