package io.github.streamingimage;

import io.github.streamingimage.nimble.NimbleStudio;

/** Entry point of the function that deletes streaming images of Nimble Studio. */
public final class StreamingImageDeletionHandler extends DeletionHandler {

    public StreamingImageDeletionHandler() {
        super(NimbleStudio.SERVICE, NimbleStudio::new);
    }
}
