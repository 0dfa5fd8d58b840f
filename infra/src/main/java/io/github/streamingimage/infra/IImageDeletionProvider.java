package io.github.streamingimage.infra;

import software.constructs.IConstruct;
import software.constructs.IDependable;

/** What responds to CloudFormation about images of one service: made here, or imported. */
public interface IImageDeletionProvider extends IConstruct {
    /**
     * The value of {@code ServiceToken}.
     *
     * @return the ARN of the function, often a token
     */
    String getServiceToken();

    /**
     * What a resource of the provider has to depend on: it comes into being after all of the provider, and goes before
     * any of it. Images depend on it by themselves.
     *
     * @return depends on nothing when the provider is imported
     */
    IDependable getReady();
}
