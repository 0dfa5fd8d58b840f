package io.github.streamingimage.simulation;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The life of one stack, from its creation to the end of its deletion, with whatever updates, rollbacks and repetitions come in
 * between. Its operations follow each other like those of the real CloudFormation: see each operation.
 */
final class StackLife {

    private static final int MOST_OPERATIONS = 3;
    private static final Duration LONGEST_TIMEOUT = Duration.ofHours(1);

    private final World world;
    private final Stack stack;
    private List<Resource> resources = new ArrayList<>();
    private int operations;

    StackLife(World world) {
        this.world = world;
        Optional<Stack> grandparent = Optional.of(new Stack(world, "root", Optional.empty()))
                .filter(any -> world.chance().of(0.1));
        Optional<Stack> parent = Optional.of(new Stack(world, "parent", grandparent))
                .filter(any -> world.chance().of(0.3));
        stack = new Stack(world, "stack", parent);
    }

    void begin() {
        Chance chance = world.chance();
        int count = chance.of(0.15) ? chance.between(2, 3) : 1;
        Duration timeout = timeout();
        for (int i = 1; i <= count; i++) {
            resources.add(new Resource("Image" + i, Optional.empty(), wanted(), timeout));
        }
        stack.parent().ifPresent(parent -> parent.become("CREATE_IN_PROGRESS"));
        create();
    }

    /** Mostly such that there is time for what goes wrong; the longest, which is the default, makes the longest schedules. */
    private Duration timeout() {
        Chance chance = world.chance();
        Duration any = chance.of(0.1)
                ? chance.between(Duration.ofSeconds(1), Duration.ofMinutes(1))
                : chance.between(Duration.ofSeconds(30), Duration.ofMinutes(30));
        return chance.of(0.06) ? LONGEST_TIMEOUT : any.truncatedTo(ChronoUnit.SECONDS);
    }

    private Request.Wanted wanted() {
        return new Request.Wanted(
                world.lives().make(), !world.chance().of(0.3), !world.chance().of(0.3));
    }

    /** CreateStack: what was not answered, or was cut short, has a name that CloudFormation invents. */
    private void create() {
        stack.become("CREATE_IN_PROGRESS");
        new Batch(world, stack, Request.Type.CREATE, resources).sendInterruptibly(result -> {
            resources =
                    result.map((resource, answer) -> answer.map(given -> resource.called(given.physicalResourceId()))
                            .orElseGet(resource::calledByCloudFormation));
            if (result.succeeded()) {
                stack.become("CREATE_COMPLETE");
                pause(this::next);
            } else {
                stack.become("ROLLBACK_IN_PROGRESS");
                delete("ROLLBACK_COMPLETE", "ROLLBACK_FAILED");
            }
        });
    }

    private void next() {
        operations++;
        if (stack.parent().isPresent() && world.strikes(Fault.PARENT_ROLLED_BACK)) {
            parentRollsBack(stack.parent().get());
        } else if (operations < MOST_OPERATIONS && world.chance().of(0.3)) {
            new StackUpdate(world, stack, resources, this::updated).run(this::changed);
        } else {
            deleteStack();
        }
    }

    private Resource changed(Resource resource) {
        Request.Wanted before = resource.wanted();
        return world.chance().of(0.3)
                ? resource.wanting(new Request.Wanted(before.image(), before.retain(), !before.succeedWhenRetired()))
                : resource.wanting(wanted());
    }

    private void updated(List<Resource> after) {
        resources = after;
        pause(this::next);
    }

    /** A child that was complete is deleted when its parent's creation or update fails; its own status does not tell why. */
    private void parentRollsBack(Stack parent) {
        parent.become(world.chance().of(0.5) ? "ROLLBACK_IN_PROGRESS" : "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS");
        stack.begin("DELETE_IN_PROGRESS");
        delete("DELETE_COMPLETE", "DELETE_FAILED");
    }

    private void deleteStack() {
        stack.parent().ifPresent(parent -> parent.begin("DELETE_IN_PROGRESS"));
        stack.begin("DELETE_IN_PROGRESS");
        delete("DELETE_COMPLETE", "DELETE_FAILED");
    }

    /** Deletes what is left; when that fails, the stack is deleted once more, or left as it is. */
    private void delete(String complete, String failed) {
        new Batch(world, stack, Request.Type.DELETE, resources).send(result -> {
            resources = resources.stream()
                    .filter(resource -> !result.succeeded(resource))
                    .toList();
            stack.become(result.succeeded() ? complete : failed);
            stack.parent()
                    .filter(Stack::isRollingBack)
                    .ifPresent(parent -> parent.become(result.succeeded() ? "ROLLBACK_COMPLETE" : "ROLLBACK_FAILED"));
            boolean gone = stack.status().equals("DELETE_COMPLETE");
            if (++operations < MOST_OPERATIONS && !gone) {
                pause(this::deleteStack);
            }
        });
    }

    /** Operations do not follow each other within the two seconds in which the function cannot tell them apart. */
    private void pause(Runnable then) {
        world.agenda().after(world.chance().between(Duration.ofSeconds(3), Duration.ofMinutes(20)), then);
    }
}
