package io.github.streamingimage.emulator.cloudformation;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All stacks of an account in a region, deleted ones included; among the others, names are unique. */
final class KnownStacks {

    private final FunctionArn function;
    private final InstantSource clock;
    private final Identifiers identifiers;
    private final Map<String, Stack> byId = new LinkedHashMap<>();

    KnownStacks(FunctionArn function, InstantSource clock, Identifiers identifiers) {
        this.function = function;
        this.clock = clock;
        this.identifiers = identifiers;
    }

    /**
     * Adds a stack, on its way to being created.
     *
     * @throws IllegalStateException when there is one of that name
     */
    Stack add(String name, Optional<Stack> parent) {
        if (!name.matches("[A-Za-z][A-Za-z0-9-]{0,127}")) {
            throw new IllegalArgumentException("name: must be 1 to 128 letters, digits and hyphens, a letter first");
        }
        if (named(name).isPresent()) {
            throw new IllegalStateException("Stack [" + name + "] already exists");
        }
        String id = "arn:%s:cloudformation:%s:%s:stack/%s/%s"
                .formatted(function.partition(), function.region(), function.account(), name, identifiers.stackId());
        Stack stack = new Stack(id, name, parent, clock);
        byId.put(id, stack);
        return stack;
    }

    /** The stack of this id, deleted or not, or else the one of this name that is not deleted. */
    Optional<Stack> find(String nameOrId) {
        return Optional.ofNullable(byId.get(nameOrId)).or(() -> named(nameOrId));
    }

    /**
     * The stack of this name or id.
     *
     * @throws IllegalArgumentException when there is none
     */
    Stack get(String nameOrId) {
        return find(nameOrId)
                .orElseThrow(() -> new IllegalArgumentException("Stack with id " + nameOrId + " does not exist"));
    }

    List<Stack> all() {
        return List.copyOf(byId.values());
    }

    private Optional<Stack> named(String name) {
        return byId.values().stream()
                .filter(stack -> stack.name().equals(name) && stack.status() != StackStatus.DELETE_COMPLETE)
                .findFirst();
    }
}
