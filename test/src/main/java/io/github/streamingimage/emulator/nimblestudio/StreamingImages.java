package io.github.streamingimage.emulator.nimblestudio;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * Nimble Studio's streaming images in one account and region, without HTTP: what the service would do about a call at
 * the present moment of a clock, which may be virtual.
 *
 * <p>Every call, transition and listener takes its turn under one lock. A throttled call uses up no fault; a fault that
 * is not the service's own error leaves the state alone or lets the operation happen as usual.
 */
public final class StreamingImages {
    private static final Reaction THROTTLED =
            new Reaction(Optional.of(Outcome.Refused.of(ErrorType.THROTTLING, "Rate exceeded")), Optional.empty());

    private final InstantSource clock;
    private final String region;
    private final Studios studios;
    private final Catalogue catalogue;
    private final Faults faults = new Faults();
    private final List<RequestEntry> requests = new ArrayList<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private Optional<TokenBucket> bucket = Optional.empty();
    private Instant due = Instant.MAX;

    /** @param accountId owner of the images, for their ARNs */
    public StreamingImages(InstantSource clock, String region, String accountId) {
        this.clock = clock;
        this.region = region;
        this.studios = new Studios(new Arns(region, accountId));
        this.catalogue = new Catalogue(studios);
    }

    /** Adds a studio without images, unless it is there. */
    public synchronized void addStudio(String studioId) {
        studios.addStudio(studioId);
    }

    /** Starts an image's life now, in a studio that need not be there yet. */
    public synchronized void add(String studioId, ImageScript script) {
        advance();
        studios.add(studioId, script, clock.instant());
        tell();
    }

    /** Images made by CreateStreamingImage from now on behave like this, in all but id and name. */
    public synchronized void createdImagesFollow(ImageScript script) {
        studios.createdImagesFollow(script);
    }

    public synchronized void inject(FaultScript script) {
        faults.add(script);
    }

    public synchronized void clearFaults() {
        faults.clear();
    }

    public synchronized void limit(RateLimit limit) {
        bucket = Optional.of(new TokenBucket(limit, clock.instant()));
    }

    public synchronized void addListener(Listener listener) {
        listeners.add(listener);
        listener.nextTransition(nextTransition());
    }

    public synchronized void removeListener(Listener listener) {
        listeners.remove(listener);
    }

    InstantSource clock() {
        return clock;
    }

    String region() {
        return region;
    }

    /** The real state of an image now; empty when it is gone or never was. */
    public synchronized Optional<String> state(String studioId, String streamingImageId) {
        Instant now = clock.instant();
        return studios.find(studioId, streamingImageId)
                .flatMap(image -> image.condition(now))
                .map(Condition::state);
    }

    /** Every request so far, the oldest first. */
    public synchronized List<RequestEntry> requests() {
        return List.copyOf(requests);
    }

    /** Does what the service would do about the call now, and writes it down. */
    public synchronized Reaction handle(Call call) {
        advance();
        Instant now = clock.instant();
        Reaction reaction = react(call, now);
        Optional<String> imageId = call.streamingImageId().or(reaction::createdImageId);
        log(new RequestEntry(
                now,
                Optional.of(call.operation()),
                Optional.of(call.studioId()),
                imageId,
                call.clientToken(),
                reaction.status(),
                reaction.error().map(ErrorType::shape),
                reaction.fault(),
                imageId.flatMap(id -> state(call.studioId(), id))));
        if (reaction != THROTTLED && call.operation().changesImages()) {
            tell();
        }
        return reaction;
    }

    private Reaction react(Call call, Instant now) {
        if (bucket.isPresent() && !bucket.get().take(now)) {
            return THROTTLED;
        }
        Supplier<Outcome> operation = () -> catalogue.perform(call, now);
        Optional<Fault> fault = faults.next(call);
        Optional<Outcome> outcome =
                fault.map(known -> known.strike(operation)).orElseGet(() -> Optional.of(operation.get()));
        return new Reaction(outcome, fault);
    }

    /** Writes down a request that was refused before it could become a call. */
    synchronized void refuse(Optional<Route> route, int status, String errorType) {
        log(new RequestEntry(
                clock.instant(),
                route.map(Route::operation),
                route.map(Route::studioId),
                route.flatMap(Route::streamingImageId),
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

    /** Models the end of the service: all images are DELETED from now on, whatever their scripts say. */
    public synchronized void retire() {
        advance();
        Instant now = clock.instant();
        studios.all().forEach(image -> image.retire(now));
        tell();
    }

    /** When the next transition happens that no listener has been told of; empty when none will by itself. */
    public synchronized Optional<Instant> nextTransition() {
        return studios.all().flatMap(image -> image.nextChange().stream()).min(Comparator.naturalOrder());
    }

    /** Tells the listeners of the transitions that have happened since they were last told, in the order of time. */
    public synchronized void advance() {
        if (!clock.instant().isBefore(due)) {
            tell();
        }
    }

    private void tell() {
        Instant now = clock.instant();
        studios.all()
                .flatMap(image -> image.changes(now).stream())
                .sorted(Comparator.comparing(StateChange::at))
                .forEach(change -> listeners.forEach(listener -> listener.stateChanged(change)));
        Optional<Instant> next = nextTransition();
        due = next.orElse(Instant.MAX);
        listeners.forEach(listener -> listener.nextTransition(next));
    }
}
