package io.github.streamingimage.deletion;

/**
 * The states of a streaming image: the eight of the Nimble Studio API 2020-08-01, and {@link #UNKNOWN} for any that a later
 * version of the API may add.
 */
public enum ImageState {
    CREATE_IN_PROGRESS,
    READY,
    DELETE_IN_PROGRESS,
    DELETED,
    UPDATE_IN_PROGRESS,
    UPDATE_FAILED,
    CREATE_FAILED,
    DELETE_FAILED,
    UNKNOWN;

    /** The state of that name, as the API spells it; {@link #UNKNOWN} when this version does not know it. */
    public static ImageState named(String name) {
        for (ImageState state : values()) {
            if (state.name().equals(name)) {
                return state;
            }
        }
        return UNKNOWN;
    }
}
