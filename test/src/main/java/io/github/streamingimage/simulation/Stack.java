package io.github.streamingimage.simulation;

import java.time.Instant;
import java.util.Optional;

/** A stack, as DescribeStacks tells of it. */
final class Stack {

    private final World world;
    private final String id;
    private final Optional<Stack> parent;
    private String status = "REVIEW_IN_PROGRESS";
    private Optional<Instant> lastOperation = Optional.empty();

    Stack(World world, String name, Optional<Stack> parent) {
        this.world = world;
        this.id = "arn:aws:cloudformation:" + World.REGION + ":" + World.ACCOUNT + ":stack/" + name
                + "/51af3dc0-da77-11e4-872e-1234567db123";
        this.parent = parent;
    }

    String id() {
        return id;
    }

    Optional<Stack> parent() {
        return parent;
    }

    String status() {
        return status;
    }

    /** When the latest update or deletion began. */
    Optional<Instant> lastOperation() {
        return lastOperation;
    }

    /** An update or a deletion begins, with this status. */
    void begin(String newStatus) {
        lastOperation = Optional.of(world.now());
        become(newStatus);
    }

    void become(String newStatus) {
        status = newStatus;
        world.note("%s is %s", id.split("/")[1], status);
    }

    /** Whether it or an ancestor undoes a failed operation, or has just done so. */
    boolean isRollingBack() {
        return status.contains("ROLLBACK") || parent.map(Stack::isRollingBack).orElse(false);
    }
}
