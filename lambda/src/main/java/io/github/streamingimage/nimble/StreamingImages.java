package io.github.streamingimage.nimble;

import io.github.streamingimage.deletion.ImageId;
import io.github.streamingimage.deletion.Observation;

/** The streaming images of Nimble Studio, as far as this project needs them. Every failure is an {@link Observation}. */
public interface StreamingImages {

    /** Looks at the image: an Image, NotFound or Problem. */
    Observation observe(ImageId image);

    /**
     * Asks for the image's deletion: a DeleteAccepted, NotFound or Problem.
     *
     * @param clientToken the idempotency token, 1 to 64 characters
     */
    Observation delete(ImageId image, String clientToken);
}
