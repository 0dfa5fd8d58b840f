package io.github.streamingimage.emulator.cloudformation;

import java.util.ArrayList;
import java.util.List;

/** A wish that what is under way in a stack operation be cut short, because something else in it failed; never taken back. */
public final class Cancellation {

    private final List<Runnable> actions = new ArrayList<>();
    private boolean requested;

    /** A cancellation that is requested when this one is, and may be before. */
    Cancellation child() {
        Cancellation child = new Cancellation();
        onRequest(child::request);
        return child;
    }

    /** Cuts short what is under way, if anything still is. */
    public void request() {
        if (!requested) {
            requested = true;
            actions.forEach(Runnable::run);
        }
    }

    boolean isRequested() {
        return requested;
    }

    /** Runs an action as soon as this is requested, at once if it has been. */
    void onRequest(Runnable action) {
        if (requested) {
            action.run();
        } else {
            actions.add(action);
        }
    }
}
