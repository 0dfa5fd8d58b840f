package io.github.streamingimage.emulator.service;

import java.time.Instant;
import java.util.Optional;

/** Is told what happens to streaming images, one thing at a time and in order, so it must not block. */
public interface ServiceListener {
    /** A request was decided on; its response may not have left yet. */
    default void requestDecided(RequestEntry entry) {}

    /** An image went from one state to another, also without a request. */
    default void stateChanged(StateChange change) {}

    /**
     * The time at which the next transition is due may have changed.
     *
     * @param due empty when nothing will happen by itself
     */
    default void nextTransition(Optional<Instant> due) {}
}
