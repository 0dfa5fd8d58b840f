package io.github.streamingimage.deletion;

/**
 * One image at its service, and what a request may do with it: the only port through which an image is reached. Whatever can
 * go wrong with a call is an {@link Observation}.
 */
public interface StreamingImage extends ImageIdentity {

    /** Looks at the image: an Image, NotFound or Problem. */
    Observation look();

    /**
     * Asks for the image's deletion: a DeleteAccepted, NotFound or Problem.
     *
     * @param clientToken the idempotency token, 1 to 64 characters; a service that takes none ignores it
     */
    Observation delete(String clientToken);
}
