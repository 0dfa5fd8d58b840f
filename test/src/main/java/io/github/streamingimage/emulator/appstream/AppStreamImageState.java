package io.github.streamingimage.emulator.appstream;

import io.github.streamingimage.emulator.service.ImageCondition;

/** The states of the API's model; a deleted image has none, since it is not there any more. */
public enum AppStreamImageState {
    PENDING,
    AVAILABLE,
    FAILED,
    COPYING,
    DELETING,
    CREATING,
    IMPORTING,
    VALIDATING;

    /** A state of no model, in which images were seen nevertheless. */
    public static final String DEPRECATED = "DEPRECATED";

    /** This state, without a reason for it. */
    public ImageCondition condition() {
        return condition("", "");
    }

    /** @param reason code of the state change, e.g. {@code INTERNAL_ERROR}; empty for none */
    public ImageCondition condition(String reason, String message) {
        return new ImageCondition(name(), reason, message);
    }
}
