package io.github.streamingimage.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Requests of one kind that CloudFormation sends side by side. Ends when all have come to their end; one that can be interrupted
 * ends at the first failure, or when something else fails, and cuts the rest short.
 */
final class Batch {

    private final World world;
    private final Stack stack;
    private final Request.Type type;
    private final List<Resource> resources;
    private final Map<Resource, Handling> sent = new LinkedHashMap<>();
    private final Map<Resource, Optional<CloudFormation.Answer>> ended = new LinkedHashMap<>();
    private boolean over;

    /** What came of each resource; no answer when there was none in time, or it was cut short. */
    record Result(Map<Resource, Optional<CloudFormation.Answer>> answers, boolean succeeded) {
        boolean succeeded(Resource resource) {
            return answers.get(resource).map(CloudFormation.Answer::isSuccess).orElse(false);
        }

        /** The resources, each as the function makes it of what it was and of its answer. */
        List<Resource> map(BiFunction<Resource, Optional<CloudFormation.Answer>, Resource> outcome) {
            List<Resource> resources = new ArrayList<>();
            answers.forEach((resource, answer) -> resources.add(outcome.apply(resource, answer)));
            return resources;
        }
    }

    Batch(World world, Stack stack, Request.Type type, List<Resource> resources) {
        this.world = world;
        this.stack = stack;
        this.type = type;
        this.resources = resources;
    }

    /** Ends in any case. */
    void send(Consumer<Result> then) {
        send(false, then);
    }

    void sendInterruptibly(Consumer<Result> then) {
        if (world.strikes(Fault.OPERATION_FAILED)) {
            Duration after = world.chance().between(Duration.ofMillis(20), Duration.ofMinutes(3));
            world.agenda().after(after, () -> end(false, then));
        }
        send(true, then);
    }

    private void send(boolean interruptible, Consumer<Result> then) {
        for (Resource resource : resources) {
            sent.put(resource, world.cloudFormation().send(type, stack, resource, answer -> {
                ended.put(resource, answer);
                boolean failed = !answer.map(CloudFormation.Answer::isSuccess).orElse(false);
                if (ended.size() == resources.size() || failed && interruptible) {
                    end(true, then);
                }
            }));
        }
        if (resources.isEmpty()) {
            end(true, then);
        }
    }

    private void end(boolean wellSoFar, Consumer<Result> then) {
        if (over) {
            return;
        }
        over = true;
        sent.values().forEach(world.cloudFormation()::cutShort);
        Map<Resource, Optional<CloudFormation.Answer>> answers = new LinkedHashMap<>();
        resources.forEach(resource -> answers.put(resource, ended.getOrDefault(resource, Optional.empty())));
        boolean succeeded = wellSoFar
                && answers.values().stream()
                        .allMatch(answer ->
                                answer.map(CloudFormation.Answer::isSuccess).orElse(false));
        then.accept(new Result(answers, succeeded));
    }
}
