package io.github.streamingimage.deletion;

/** What an image is doing, whatever its service calls the state. */
public enum Phase {
    /** It is deleted: the service still shows it, or knows no such image. */
    GONE,
    /** A deletion is under way, whoever began it. */
    DELETING,
    /** Nothing is under way: it can be deleted. */
    AT_REST,
    /** A deletion has failed. */
    DELETION_FAILED,
    /** It is being made or changed, and cannot be deleted before that is over. */
    BUSY,
    /** The state is none that this version knows. */
    UNKNOWN
}
