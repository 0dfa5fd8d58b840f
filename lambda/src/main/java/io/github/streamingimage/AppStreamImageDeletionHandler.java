package io.github.streamingimage;

import io.github.streamingimage.appstream.AppStream;

/** Entry point of the function that deletes images of AppStream 2.0. */
public final class AppStreamImageDeletionHandler extends DeletionHandler {

    public AppStreamImageDeletionHandler() {
        super(AppStream.SERVICE, AppStream::new);
    }
}
