package io.github.streamingimage.infra;

import software.constructs.IConstruct;
import software.constructs.IDependable;

/** What answers for {@code Custom::StreamingImageDeletion}: made here, or imported. */
public interface IStreamingImageDeletionProvider extends IConstruct {
    /**
     * The value of {@code ServiceToken}.
     *
     * @return the ARN of the function, often a token
     */
    String getServiceToken();

    /**
     * What a resource of the provider has to depend on: it comes into being after all of the provider, and goes before
     * any of it. {@link StreamingImageDeletion} does so by itself.
     *
     * @return depends on nothing when the provider is imported
     */
    IDependable getReady();
}
