package io.github.streamingimage.emulator.cloudformation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A stack: its status and the resources it holds. At most one operation is under way at a time. */
final class Stack {

    private final String id;
    private final String name;
    private final Optional<Stack> parent;
    private final Instant creationTime = Instant.now();
    private final Map<String, LiveResource> resources = new LinkedHashMap<>();
    private StackStatus status;
    private Optional<Instant> lastUpdatedTime = Optional.empty();
    private Optional<Instant> deletionTime = Optional.empty();

    Stack(String id, String name, Optional<Stack> parent) {
        this.id = id;
        this.name = name;
        this.parent = parent;
        this.status = StackStatus.CREATE_IN_PROGRESS;
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    synchronized StackStatus status() {
        return status;
    }

    synchronized void become(StackStatus next) {
        if (next == StackStatus.UPDATE_IN_PROGRESS) {
            lastUpdatedTime = Optional.of(Instant.now());
        } else if (next == StackStatus.DELETE_IN_PROGRESS) {
            deletionTime = Optional.of(Instant.now());
        }
        status = next;
    }

    /**
     * Begins an operation.
     *
     * @throws IllegalStateException when the stack's status does not allow it
     */
    synchronized void begin(StackStatus next, Predicate<StackStatus> allowed) {
        if (!allowed.test(status)) {
            throw new IllegalStateException("Stack:" + id + " is in " + status + " state and cannot become " + next);
        }
        become(next);
    }

    synchronized Map<String, LiveResource> resources() {
        return new LinkedHashMap<>(resources);
    }

    synchronized void put(LiveResource resource) {
        resources.put(resource.logicalId(), resource);
    }

    synchronized void remove(String logicalId) {
        resources.remove(logicalId);
    }

    synchronized StackDescription describe() {
        return new StackDescription(
                id,
                name,
                status,
                creationTime,
                lastUpdatedTime,
                deletionTime,
                parent.map(Stack::id),
                parent.map(above -> above.root().id));
    }

    private Stack root() {
        return parent.map(Stack::root).orElse(this);
    }
}
