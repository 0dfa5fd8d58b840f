package io.github.streamingimage.emulator.cloudformation;

import java.util.Set;
import java.util.function.Consumer;

/**
 * A stack as a resource of another. It can be created and deleted; an update that changes it is refused.
 *
 * @param template what the nested stack declares
 * @param dependsOn logical ids of the parent's template
 */
public record NestedStack(StackTemplate template, Set<String> dependsOn) implements ResourceDeclaration {

    public NestedStack {
        dependsOn = Set.copyOf(dependsOn);
    }

    public static NestedStack of(StackTemplate template, String... dependsOn) {
        return new NestedStack(template, Set.of(dependsOn));
    }

    @Override
    public String resourceType() {
        return StackEvent.STACK_TYPE;
    }

    @Override
    public boolean sameAs(ResourceDeclaration other) {
        return other instanceof NestedStack nested && nested.template.equals(template);
    }

    @Override
    public void accept(Consumer<CustomResource> custom, Consumer<OtherResource> other, Consumer<NestedStack> nested) {
        nested.accept(this);
    }
}
