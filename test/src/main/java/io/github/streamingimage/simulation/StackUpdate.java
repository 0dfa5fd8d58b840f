package io.github.streamingimage.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * One UpdateStack. When it succeeds, a clean-up deletes what was replaced; when it fails, every resource that had its Update gets
 * another with the old properties, and then the clean-up deletes what the first had made. What cannot be cleaned up in three
 * tries is dropped.
 */
final class StackUpdate {

    private static final int CLEAN_UP_TRIES = 3;

    private final World world;
    private final Stack stack;
    private final List<Resource> before;
    private final Consumer<List<Resource>> then;

    /** @param then gets the resources as they are after the operation */
    StackUpdate(World world, Stack stack, List<Resource> before, Consumer<List<Resource>> then) {
        this.world = world;
        this.stack = stack;
        this.before = before;
        this.then = then;
    }

    void run(UnaryOperator<Resource> change) {
        stack.begin("UPDATE_IN_PROGRESS");
        List<Resource> changed = before.stream().map(change).toList();
        new Batch(world, stack, Request.Type.UPDATE, changed).sendInterruptibly(result -> {
            List<Resource> updated = answered(result);
            if (result.succeeded()) {
                stack.become("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS");
                cleanUp(replaced(before, updated), CLEAN_UP_TRIES, () -> end("UPDATE_COMPLETE", updated));
            } else {
                stack.become("UPDATE_ROLLBACK_IN_PROGRESS");
                rollBack(updated);
            }
        });
    }

    private void rollBack(List<Resource> updated) {
        Map<String, Request.Wanted> old = new HashMap<>();
        before.forEach(resource -> old.put(resource.logicalId(), resource.wanted()));
        List<Resource> back = updated.stream()
                .map(resource -> resource.wanting(old.get(resource.logicalId())))
                .toList();
        new Batch(world, stack, Request.Type.UPDATE, back).send(result -> {
            List<Resource> restored = answered(result);
            if (!result.succeeded()) {
                end("UPDATE_ROLLBACK_FAILED", restored);
                return;
            }
            stack.become("UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS");
            cleanUp(replaced(updated, restored), CLEAN_UP_TRIES, () -> end("UPDATE_ROLLBACK_COMPLETE", restored));
        });
    }

    /** A failed Update leaves a resource its id; one that succeeded may have given it another. */
    private static List<Resource> answered(Batch.Result result) {
        return result.map((resource, answer) -> answer.filter(CloudFormation.Answer::isSuccess)
                .map(given -> resource.called(given.physicalResourceId()))
                .orElse(resource));
    }

    private static List<Resource> replaced(List<Resource> old, List<Resource> updated) {
        List<Resource> replaced = new ArrayList<>();
        for (int i = 0; i < old.size(); i++) {
            if (!old.get(i).physicalResourceId().equals(updated.get(i).physicalResourceId())) {
                replaced.add(old.get(i));
            }
        }
        return replaced;
    }

    private void cleanUp(List<Resource> leftovers, int tries, Runnable done) {
        new Batch(world, stack, Request.Type.DELETE, leftovers).send(result -> {
            List<Resource> left = leftovers.stream()
                    .filter(resource -> !result.succeeded(resource))
                    .toList();
            if (left.isEmpty() || tries == 1) {
                done.run();
            } else {
                cleanUp(left, tries - 1, done);
            }
        });
    }

    private void end(String status, List<Resource> after) {
        stack.become(status);
        then.accept(after);
    }
}
