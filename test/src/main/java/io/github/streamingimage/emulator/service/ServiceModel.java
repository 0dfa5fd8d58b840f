package io.github.streamingimage.emulator.service;

import io.github.streamingimage.emulator.service.ServiceOutcome.Refused;
import io.github.streamingimage.emulator.service.ServiceOutcome.Shown;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A service and its images in one account and region, without HTTP: what it would do about a call at the present moment of a
 * clock, which may be virtual.
 *
 * <p>Every call, transition and listener takes its turn under one lock. A throttled call uses up no fault; a fault that is not
 * the service's own error leaves the state alone or lets the operation happen as usual.
 *
 * @param <C> its calls
 * @param <I> an image as it shows it
 */
public abstract class ServiceModel<C extends ServiceCall, I> {
    private final InstantSource clock;
    private final String region;
    private final Reaction<I> throttled;
    private final PendingFaults faults = new PendingFaults();
    private final List<RequestEntry> requests = new ArrayList<>();
    private final List<ServiceListener> listeners = new CopyOnWriteArrayList<>();
    private Optional<TokenBucket> bucket = Optional.empty();
    private Instant due = Instant.MAX;

    /** @param throttling the error of calls above the rate limit */
    protected ServiceModel(InstantSource clock, String region, ModeledError throttling) {
        this.clock = clock;
        this.region = region;
        this.throttled = new Reaction<>(Optional.of(new Refused<>(throttling, "Rate exceeded")), Optional.empty());
    }

    /** What the service does with a call when nothing interferes; under the lock. */
    protected abstract ServiceOutcome<I> perform(C call, Instant now);

    /** The image of this id among those that the call is about; under the lock. */
    protected abstract Optional<ImageLife> life(C call, String imageId);

    protected abstract String idOf(I image);

    /** All images that are or were; under the lock. */
    protected abstract Stream<ImageLife> lives();

    /** Lets an image begin, or change without a call, and tells the listeners. */
    protected final synchronized void change(Consumer<Instant> change) {
        advance();
        change.accept(clock.instant());
        tell();
    }

    public final synchronized void inject(FaultScript script) {
        faults.add(script);
    }

    public final synchronized void clearFaults() {
        faults.clear();
    }

    public final synchronized void limit(RateLimit limit) {
        bucket = Optional.of(new TokenBucket(limit, clock.instant()));
    }

    public final synchronized void addListener(ServiceListener listener) {
        listeners.add(listener);
        listener.nextTransition(nextTransition());
    }

    public final synchronized void removeListener(ServiceListener listener) {
        listeners.remove(listener);
    }

    public final InstantSource clock() {
        return clock;
    }

    public final String region() {
        return region;
    }

    /** Every request so far, the oldest first. */
    public final synchronized List<RequestEntry> requests() {
        return List.copyOf(requests);
    }

    /** Does what the service would do about the call now, and writes it down. */
    public final synchronized Reaction<I> handle(C call) {
        advance();
        Instant now = clock.instant();
        Reaction<I> reaction = react(call, now);
        Optional<String> imageId = call.imageId().or(() -> changed(call, reaction));
        log(new RequestEntry(
                now,
                Optional.of(call.operation()),
                call.scope(),
                imageId,
                call.clientToken(),
                reaction.status(),
                reaction.error().map(ModeledError::shape),
                reaction.fault(),
                imageId.flatMap(id -> life(call, id))
                        .flatMap(life -> life.condition(now))
                        .map(ImageCondition::state)));
        if (reaction != throttled && call.operation().changesImages()) {
            tell();
        }
        return reaction;
    }

    private Reaction<I> react(C call, Instant now) {
        if (bucket.isPresent() && !bucket.get().take(now)) {
            return throttled;
        }
        Supplier<ServiceOutcome<I>> operation = () -> perform(call, now);
        Optional<ServiceFault> fault = faults.next(call);
        Optional<ServiceOutcome<I>> outcome =
                fault.map(known -> known.strike(operation)).orElseGet(() -> Optional.of(operation.get()));
        return new Reaction<>(outcome, fault);
    }

    /** The image that the call did not name and made. */
    private Optional<String> changed(C call, Reaction<I> reaction) {
        return call.operation().changesImages() && reaction.outcome().orElse(null) instanceof Shown<I> shown
                ? shown.images().stream().map(this::idOf).findFirst()
                : Optional.empty();
    }

    /** Writes down a request that was refused before it could become a call. */
    final synchronized void refused(
            Optional<ServiceOperation> operation,
            Optional<String> scope,
            Optional<String> imageId,
            int status,
            String errorType) {
        log(new RequestEntry(
                clock.instant(),
                operation,
                scope,
                imageId,
                Optional.empty(),
                Optional.of(status),
                Optional.of(errorType),
                Optional.empty(),
                Optional.empty()));
    }

    private void log(RequestEntry entry) {
        requests.add(entry);
        listeners.forEach(listener -> listener.requestDecided(entry));
    }

    /** When the next transition happens that no listener has been told of; empty when none will by itself. */
    public final synchronized Optional<Instant> nextTransition() {
        return lives().flatMap(life -> life.nextChange().stream()).min(Comparator.naturalOrder());
    }

    /** Tells the listeners of the transitions that have happened since they were last told, in the order of time. */
    public final synchronized void advance() {
        if (!clock.instant().isBefore(due)) {
            tell();
        }
    }

    private void tell() {
        Instant now = clock.instant();
        lives().flatMap(life -> life.changes(now).stream())
                .sorted(Comparator.comparing(StateChange::at))
                .forEach(change -> listeners.forEach(listener -> listener.stateChanged(change)));
        Optional<Instant> next = nextTransition();
        due = next.orElse(Instant.MAX);
        listeners.forEach(listener -> listener.nextTransition(next));
    }
}
