package io.github.streamingimage.simulation;

import io.github.streamingimage.emulator.cloudformation.Cancellation;
import io.github.streamingimage.emulator.cloudformation.CloudFormationEngine;
import io.github.streamingimage.emulator.cloudformation.OnFailure;
import io.github.streamingimage.emulator.cloudformation.ResourceDeclaration;
import io.github.streamingimage.emulator.cloudformation.Stack;
import io.github.streamingimage.emulator.cloudformation.StackStatus;
import io.github.streamingimage.emulator.cloudformation.StackTemplate;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The life of one stack, from its creation to the end of its deletion, with whatever updates, rollbacks and repetitions come in
 * between. The engine of CloudFormation carries its operations out.
 */
final class StackLife {

    private static final int MOST_OPERATIONS = 3;
    private static final Duration LONGEST_TIMEOUT = Duration.ofHours(1);

    private final World world;
    private final CloudFormationEngine engine;
    private final Stack stack;
    private final Map<String, Request.Wanted> wanted = new LinkedHashMap<>();
    private Duration timeout = LONGEST_TIMEOUT;
    private int named;
    private int operations;

    StackLife(World world) {
        this.world = world;
        engine = world.cloudFormation().engine();
        Optional<Stack> grandparent = world.chance().of(0.1)
                ? Optional.of(world.cloudFormation().add("root", Optional.empty()))
                : Optional.empty();
        Optional<Stack> parent = world.chance().of(0.3)
                ? Optional.of(world.cloudFormation().add("parent", grandparent))
                : Optional.empty();
        stack = world.cloudFormation().add("stack", parent);
    }

    void begin() {
        Chance chance = world.chance();
        int count = chance.of(0.25) ? chance.between(2, 3) : 1;
        timeout = timeout();
        for (int i = 1; i <= count; i++) {
            wanted.put(newName(), wanted());
        }
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

    private StackTemplate template() {
        Map<String, ResourceDeclaration> resources = new LinkedHashMap<>();
        wanted.forEach(
                (logicalId, properties) -> resources.put(logicalId, properties.declared(world.service(), timeout)));
        return new StackTemplate(resources);
    }

    private void create() {
        boolean deletes = world.weather().strikes(Fault.DELETED_ON_FAILURE, world.now());
        OnFailure onFailure = deletes ? OnFailure.DELETE : OnFailure.ROLLBACK;
        engine.create(stack, template(), onFailure, interruption(), status -> {
            if (status == StackStatus.CREATE_COMPLETE) {
                pause(this::next);
                return;
            }
            if (deletes) {
                world.happened(Fault.DELETED_ON_FAILURE);
            }
            deleted(status);
        });
    }

    /** Something else in the stack fails, or somebody cancels the operation, if that is its fate. */
    private Cancellation interruption() {
        Cancellation cancellation = new Cancellation();
        if (world.strikes(Fault.OPERATION_FAILED)) {
            Duration after = world.chance().between(Duration.ofMillis(20), Duration.ofMinutes(3));
            world.agenda().after(after, cancellation::request);
        }
        return cancellation;
    }

    private void next() {
        operations++;
        StackStatus status = stack.status();
        if (stack.parent().isPresent() && world.strikes(Fault.PARENT_ROLLED_BACK)) {
            parentRollsBack(stack.parent().get());
            return;
        }
        parentBecomes(
                stack.parent().isPresent() && world.strikes(Fault.PARENT_AT_REST)
                        ? StackStatus.UPDATE_ROLLBACK_COMPLETE
                        : StackStatus.CREATE_COMPLETE);
        if (status == StackStatus.UPDATE_ROLLBACK_FAILED && world.strikes(Fault.ROLLBACK_CONTINUED)) {
            continueRollback();
        } else if (status.allowsUpdate()
                && operations < MOST_OPERATIONS
                && world.chance().of(0.4)) {
            update();
        } else {
            deleteStack();
        }
    }

    private void update() {
        boolean alone = isAlone();
        if (!alone) {
            parentBecomes(StackStatus.UPDATE_IN_PROGRESS);
        }
        stack.become(StackStatus.UPDATE_IN_PROGRESS);
        Map<String, Request.Wanted> before = new LinkedHashMap<>(wanted);
        change();
        if (!alone) {
            world.cloudFormation().onStatus(this::followed);
        }
        engine.update(stack, template(), interruption(), status -> {
            world.cloudFormation().onStatus(ignored -> {});
            if (status != StackStatus.UPDATE_COMPLETE) {
                wanted.clear();
                wanted.putAll(before);
            }
            if (!alone) {
                parentBecomes(status);
            }
            pause(this::next);
        });
    }

    /** A child cleans up once its parent does: until then the parent's update can still fail, and undo the child's. */
    private void followed(StackStatus status) {
        if (status == StackStatus.UPDATE_COMPLETE_CLEANUP_IN_PROGRESS) {
            Duration after = world.chance().between(Duration.ofMillis(10), Duration.ofSeconds(20));
            world.agenda().after(after, () -> {
                if (stack.status() == status) {
                    parentBecomes(status);
                }
            });
        }
    }

    private void continueRollback() {
        stack.become(StackStatus.UPDATE_ROLLBACK_IN_PROGRESS);
        engine.continueRollback(stack, status -> pause(this::next));
    }

    /** Always changes something. */
    private void change() {
        Chance chance = world.chance();
        List<String> names = List.copyOf(wanted.keySet());
        if (world.strikes(Fault.RENAMED)) {
            wanted.put(newName(), wanted.remove(chance.oneOf(names)));
        } else if (names.size() > 1 && world.strikes(Fault.SWAPPED)) {
            Request.Wanted first = wanted.get(names.get(0));
            wanted.put(names.get(0), wanted.get(names.get(1)));
            wanted.put(names.get(1), first);
        } else {
            wanted.replaceAll((logicalId, properties) -> changed(properties));
        }
        if (world.strikes(Fault.ADDED)) {
            wanted.put(newName(), wanted());
        }
        if (names.size() > 1 && world.strikes(Fault.REMOVED)) {
            wanted.remove(names.get(0));
        }
    }

    private String newName() {
        return "Image" + ++named;
    }

    private boolean isAlone() {
        return stack.parent().isEmpty() || world.strikes(Fault.CHILD_ALONE);
    }

    private void parentBecomes(StackStatus status) {
        stack.parent().ifPresent(parent -> engine.become(parent, status));
    }

    private Request.Wanted changed(Request.Wanted before) {
        return world.chance().of(0.3) ? before.withOtherOptions() : wanted();
    }

    /** A child that was complete is deleted when its parent's creation or update fails; its own status does not tell why. */
    private void parentRollsBack(Stack parent) {
        boolean creating = parent.status() == StackStatus.CREATE_IN_PROGRESS;
        engine.become(parent, creating ? StackStatus.CREATE_IN_PROGRESS : StackStatus.UPDATE_IN_PROGRESS);
        world.agenda().after(beforeARollback(), () -> {
            engine.become(
                    parent,
                    creating
                            ? StackStatus.ROLLBACK_IN_PROGRESS
                            : StackStatus.UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS);
            delete();
        });
    }

    /** An operation is under way for longer than the function relies on what it has seen, and than DescribeStacks lags, before it is undone. */
    private Duration beforeARollback() {
        return world.chance().between(Duration.ofSeconds(16), Duration.ofMinutes(2));
    }

    private void deleteStack() {
        if (!isAlone()) {
            parentBecomes(StackStatus.DELETE_IN_PROGRESS);
        } else if (stack.parent().isPresent()) {
            parentRests(stack.parent().get());
            parentWorks();
        }
        delete();
    }

    /** Whoever deletes a child by itself waits until its parent has come to rest. */
    private void parentRests(Stack parent) {
        if (parent.status().isRollbackInProgress()) {
            engine.become(parent, StackStatus.UPDATE_ROLLBACK_COMPLETE);
        } else if (parent.status() == StackStatus.UPDATE_IN_PROGRESS) {
            engine.become(parent, StackStatus.UPDATE_COMPLETE);
        }
    }

    /** The parent begins an update while the child is deleted, and sometimes undoes it. */
    private void parentWorks() {
        if (!world.strikes(Fault.PARENT_BUSY)) {
            return;
        }
        boolean undone = world.strikes(Fault.PARENT_ROLLS_BACK_LATE);
        int deletion = operations;
        world.agenda().after(world.chance().between(Duration.ofMillis(500), Duration.ofSeconds(90)), () -> {
            if (operations == deletion) {
                parentBecomes(StackStatus.UPDATE_IN_PROGRESS);
                world.agenda().after(beforeARollback(), () -> {
                    if (operations == deletion) {
                        parentBecomes(undone ? StackStatus.UPDATE_ROLLBACK_IN_PROGRESS : StackStatus.UPDATE_COMPLETE);
                    }
                });
            }
        });
    }

    private void delete() {
        stack.become(StackStatus.DELETE_IN_PROGRESS);
        engine.delete(stack, this::deleted);
    }

    /** What was to go is gone or has failed; when that is so, the stack is deleted once more, or left as it is. */
    private void deleted(StackStatus status) {
        boolean succeeded = status == StackStatus.DELETE_COMPLETE || status == StackStatus.ROLLBACK_COMPLETE;
        stack.parent()
                .filter(parent -> parent.status().isRollbackInProgress())
                .ifPresent(parent ->
                        engine.become(parent, succeeded ? StackStatus.ROLLBACK_COMPLETE : StackStatus.ROLLBACK_FAILED));
        if (++operations < MOST_OPERATIONS && status != StackStatus.DELETE_COMPLETE) {
            pause(this::deleteStack);
        }
    }

    /** Operations do not follow each other within the two seconds in which the function cannot tell them apart. */
    private void pause(Runnable then) {
        Duration longest = world.strikes(Fault.NEXT_AT_ONCE) ? Duration.ofSeconds(5) : Duration.ofMinutes(20);
        world.agenda().after(world.chance().between(Duration.ofSeconds(3), longest), then);
    }
}
