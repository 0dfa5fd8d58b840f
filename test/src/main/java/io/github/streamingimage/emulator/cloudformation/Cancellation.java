package io.github.streamingimage.emulator.cloudformation;

import java.util.concurrent.CompletableFuture;

/** A wish that what is under way in a stack operation be cut short, because something else in it failed; never taken back. */
final class Cancellation {

    private final CompletableFuture<Void> requested = new CompletableFuture<>();

    /** A cancellation that is requested when this one is, and may be before. */
    Cancellation child() {
        Cancellation child = new Cancellation();
        onRequest(child::request);
        return child;
    }

    void request() {
        requested.complete(null);
    }

    boolean isRequested() {
        return requested.isDone();
    }

    /** Runs an action as soon as this is requested, at once if it has been. */
    void onRequest(Runnable action) {
        requested.thenRun(action);
    }
}
