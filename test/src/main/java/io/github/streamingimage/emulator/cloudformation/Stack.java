package io.github.streamingimage.emulator.cloudformation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A stack: its status and the resources it holds. At most one operation is under way at a time. */
public final class Stack {

    private final String id;
    private final String name;
    private final Optional<Stack> parent;
    private final InstantSource clock;
    private final Instant creationTime;
    private final Map<String, LiveResource> resources = new LinkedHashMap<>();
    private final Map<String, StackResource> listed = new LinkedHashMap<>();
    private final Deque<Listing> listings = new ArrayDeque<>();
    private final Deque<Shown> history = new ArrayDeque<>();
    private StackStatus status;
    private Optional<UnfinishedRollback> unfinishedRollback = Optional.empty();
    private Optional<Instant> lastUpdatedTime = Optional.empty();
    private Optional<Instant> deletionTime = Optional.empty();

    /** A description, and when it became true. */
    private record Shown(Instant since, StackDescription description) {}

    /** When a resource came to be listed differently, and how it was listed before. */
    private record Listing(Instant since, String logicalId, Optional<StackResource> before) {}

    Stack(String id, String name, Optional<Stack> parent, InstantSource clock) {
        this.id = id;
        this.name = name;
        this.parent = parent;
        this.clock = clock;
        this.creationTime = clock.instant();
        this.status = StackStatus.CREATE_IN_PROGRESS;
        history.push(new Shown(creationTime, describe()));
    }

    /** The ARN. */
    public String id() {
        return id;
    }

    String name() {
        return name;
    }

    /** The stack that declares this one, if it is nested. */
    public Optional<Stack> parent() {
        return parent;
    }

    /** Whether it undoes a failed operation, or has just done so, or an ancestor is undoing one; an ancestor at rest means nothing. */
    public boolean isRollingBack() {
        return status.name().contains("ROLLBACK")
                || parent.map(Stack::isRollbackInProgress).orElse(false);
    }

    private boolean isRollbackInProgress() {
        return status.isRollbackInProgress()
                || parent.map(Stack::isRollbackInProgress).orElse(false);
    }

    /** A physical id as CloudFormation invents it: {@code <stack>-<logicalId>-<suffix>}. */
    String inventedId(String logicalId, Identifiers identifiers) {
        return name + "-" + logicalId + "-" + identifiers.suffix();
    }

    public StackStatus status() {
        return status;
    }

    /** Puts it into the status that announces an operation, or whatever else it takes. */
    public void become(StackStatus next) {
        if (next == StackStatus.UPDATE_IN_PROGRESS) {
            lastUpdatedTime = Optional.of(clock.instant());
        } else if (next == StackStatus.DELETE_IN_PROGRESS) {
            deletionTime = Optional.of(clock.instant());
        }
        status = next;
        history.push(new Shown(clock.instant(), describe()));
    }

    /**
     * Begins an operation.
     *
     * @throws IllegalStateException when the stack's status does not allow it
     */
    Stack begin(StackStatus next, Predicate<StackStatus> allowed) {
        if (!allowed.test(status)) {
            throw new IllegalStateException("Stack:" + id + " is in " + status + " state and cannot become " + next);
        }
        become(next);
        return this;
    }

    /** What it holds now, by logical id, in the order in which the resources came into being. */
    public Map<String, LiveResource> resources() {
        Map<String, LiveResource> held = new LinkedHashMap<>();
        listed.keySet().stream()
                .filter(resources::containsKey)
                .forEach(logicalId -> held.put(logicalId, resources.get(logicalId)));
        return held;
    }

    /**
     * What ListStackResources tells now. A resource that was replaced is listed as what it has become, not as what is being deleted;
     * one that was deleted is listed only as long as the stack is being deleted, and then for good.
     */
    public List<StackResource> listed() {
        return listed(Duration.ZERO);
    }

    /** What ListStackResources told so long ago; it is allowed to be late. */
    public List<StackResource> listed(Duration late) {
        Instant then = clock.instant().minus(late);
        Map<String, StackResource> told = new LinkedHashMap<>(listed);
        listings.stream()
                .takeWhile(listing -> listing.since().isAfter(then))
                .forEach(listing -> listing.before()
                        .ifPresentOrElse(
                                before -> told.put(listing.logicalId(), before),
                                () -> told.remove(listing.logicalId())));
        return List.copyOf(told.values());
    }

    /** A resource has another status. */
    void list(StackResource resource) {
        LiveResource held = resources.get(resource.logicalId());
        if (resource.isLeaving() && held != null && !held.physicalId().equals(resource.physicalId())) {
            return;
        }
        String logicalId = resource.logicalId();
        listings.push(new Listing(clock.instant(), logicalId, Optional.ofNullable(listed.get(logicalId))));
        if (resource.status() == ResourceStatus.DELETE_COMPLETE && held == null) {
            listed.remove(logicalId);
        } else {
            listed.put(logicalId, resource);
        }
    }

    /** What a rollback that failed has left to do, to be continued. */
    Optional<UnfinishedRollback> unfinishedRollback() {
        return unfinishedRollback;
    }

    void leave(Optional<UnfinishedRollback> unfinished) {
        unfinishedRollback = unfinished;
    }

    void put(LiveResource resource) {
        resources.put(resource.logicalId(), resource);
    }

    void remove(String logicalId) {
        resources.remove(logicalId);
    }

    /** What DescribeStacks told so long ago, or at first; it is allowed to be late. */
    public StackDescription describe(Duration late) {
        Instant then = clock.instant().minus(late);
        return history.stream()
                .filter(shown -> !shown.since().isAfter(then))
                .findFirst()
                .orElseGet(history::getLast)
                .description();
    }

    /** What DescribeStacks tells. */
    public StackDescription describe() {
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
