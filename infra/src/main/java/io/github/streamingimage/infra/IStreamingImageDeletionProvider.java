package io.github.streamingimage.infra;

/** What responds for {@code Custom::StreamingImageDeletion}. */
public interface IStreamingImageDeletionProvider extends IImageDeletionProvider {}
