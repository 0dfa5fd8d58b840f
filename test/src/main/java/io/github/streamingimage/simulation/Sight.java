package io.github.streamingimage.simulation;

import java.util.Optional;

/**
 * What a response to a look showed, as the simulation itself reads it.
 *
 * @param state the image's state; {@code DELETED} when there is none, empty when the response shows neither
 * @param beingDeleted whether a deletion of it is under way
 * @param foreign whether it is not the account's own
 * @param image the image that it showed
 */
record Sight(String state, boolean beingDeleted, boolean foreign, Optional<ImageKey> image) {

    static final Sight NOTHING = new Sight("", false, false, Optional.empty());
    static final Sight GONE = new Sight("DELETED", false, false, Optional.empty());

    boolean isGone() {
        return equals(GONE);
    }

    boolean hasFailed() {
        return state.equals("DELETE_FAILED");
    }

    /** Whether it showed an image that a resource can adopt. */
    boolean mayBeAdopted() {
        return image.isPresent() && !beingDeleted && !foreign;
    }
}
