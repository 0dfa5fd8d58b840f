package io.github.streamingimage.simulation;

import io.github.streamingimage.emulator.cloudformation.Cancellation;
import io.github.streamingimage.emulator.cloudformation.CloudFormationEngine;
import io.github.streamingimage.emulator.cloudformation.OnFailure;
import io.github.streamingimage.emulator.cloudformation.ResourceDeclaration;
import io.github.streamingimage.emulator.cloudformation.Stack;
import io.github.streamingimage.emulator.cloudformation.StackStatus;
import io.github.streamingimage.emulator.cloudformation.StackTemplate;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** The stacks of a scenario: created without a limit, unless their creation is a part of it, and some time later its operation. */
final class ScenarioLife {

    private static final Instant BEGIN = Agenda.START.plus(Duration.ofMinutes(5));
    private static final Duration TIMEOUT = Duration.ofHours(1);

    /** Between the operations of a life: the rate limit's burst is whole again. */
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final World world;
    private final Scenario scenario;
    private final CloudFormationEngine engine;
    private final List<ImageKey> images;
    private final Optional<Stack> parent;
    private final List<Stack> stacks;

    ScenarioLife(World world, Scenario scenario) {
        this.world = world;
        this.scenario = scenario;
        engine = world.cloudFormation().engine();
        images = IntStream.range(0, scenario.images())
                .mapToObj(i -> world.lives().make(scenario.deletion()))
                .toList();
        int count = (scenario.images() - 1) / Scenario.IMAGES_PER_STACK + 1;
        parent = count == 1
                ? Optional.empty()
                : Optional.of(world.cloudFormation().add("parent", Optional.empty()));
        stacks = IntStream.range(0, count)
                .mapToObj(i -> world.cloudFormation().add("stack-" + i, parent))
                .toList();
    }

    void begin() {
        switch (scenario.operation()) {
            case CREATE -> {
                limit();
                stacks.forEach(stack -> create(stack, status -> {}));
            }
            case LIFE -> {
                limit();
                stacks.forEach(this::live);
            }
            default -> {
                stacks.forEach(stack -> create(stack, status -> {}));
                world.agenda().at(BEGIN, () -> {
                    limit();
                    stacks.forEach(this::operate);
                });
            }
        }
    }

    private void live(Stack stack) {
        create(
                stack,
                created -> world.agenda()
                        .after(
                                PAUSE,
                                () -> update(
                                        stack,
                                        template(stack, "Image", false),
                                        updated -> world.agenda().after(PAUSE, () -> delete(stack)))));
    }

    private void limit() {
        scenario.limit().ifPresent(world.service().model()::limit);
        scenario.stackLimit().ifPresent(world.cloudFormation()::limit);
    }

    private void create(Stack stack, Consumer<StackStatus> then) {
        engine.create(stack, template(stack, "Image", true), OnFailure.ROLLBACK, new Cancellation(), then);
    }

    private void operate(Stack stack) {
        switch (scenario.operation()) {
            case UPDATE -> update(stack, template(stack, "Image", false), status -> {});
            case RENAME -> update(stack, template(stack, "Renamed", true), status -> {});
            case DELETE -> delete(stack);
            case CREATE, LIFE -> throw new IllegalStateException("the stack is there already");
        }
    }

    private void update(Stack stack, StackTemplate template, Consumer<StackStatus> then) {
        stack.become(StackStatus.UPDATE_IN_PROGRESS);
        engine.update(stack, template, new Cancellation(), then);
    }

    private void delete(Stack stack) {
        parent.ifPresent(above -> above.become(StackStatus.DELETE_IN_PROGRESS));
        stack.become(StackStatus.DELETE_IN_PROGRESS);
        engine.delete(stack, status -> {});
    }

    private StackTemplate template(Stack stack, String name, boolean retain) {
        int first = stacks.indexOf(stack) * Scenario.IMAGES_PER_STACK;
        int end = Math.min(images.size(), first + Scenario.IMAGES_PER_STACK);
        Map<String, ResourceDeclaration> resources = new LinkedHashMap<>();
        for (int i = first; i < end; i++) {
            resources.put(name + i, new Request.Wanted(images.get(i), retain, true).declared(world.service(), TIMEOUT));
        }
        return new StackTemplate(resources);
    }
}
