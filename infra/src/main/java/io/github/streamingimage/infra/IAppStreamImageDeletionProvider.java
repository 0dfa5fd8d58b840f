package io.github.streamingimage.infra;

/** What responds for {@code Custom::AppStreamImageDeletion}. */
public interface IAppStreamImageDeletionProvider extends IImageDeletionProvider {}
