package io.github.streamingimage.localrun.history;

import java.util.Locale;

/** What a state of an image, or a status of a stack, amounts to: everything that is shown by its look has one of these. */
public enum StateKind {
    /** Nothing is going on. */
    STEADY,
    /** It is being created or updated. */
    CHANGING,
    /** It is being deleted. */
    DELETING,
    /** It is deleted, or gone. */
    DELETED,
    /** An operation failed, or is being undone. */
    FAILED;

    /** The kind of any state, also of one that this version does not know. */
    public static StateKind of(String state) {
        if (state.contains("FAILED") || state.contains("ROLLBACK")) {
            return FAILED;
        }
        return switch (state) {
            case "DELETED", "DELETE_COMPLETE", Span.GONE -> DELETED;
            case "DELETE_IN_PROGRESS", "DELETING" -> DELETING;
            case "PENDING", "CREATING", "COPYING", "IMPORTING", "VALIDATING" -> CHANGING;
            default -> state.endsWith("_IN_PROGRESS") ? CHANGING : STEADY;
        };
    }

    /** The name in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
