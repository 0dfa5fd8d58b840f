package io.github.streamingimage.infra;

import software.constructs.Construct;
import software.constructs.DependencyGroup;
import software.constructs.IDependable;

/** A provider that somebody else deployed; it holds no resources. */
final class ImportedProvider extends Construct
        implements IStreamingImageDeletionProvider, IAppStreamImageDeletionProvider {
    private final String serviceToken;

    ImportedProvider(Construct scope, String id, String serviceToken) {
        super(scope, id);
        this.serviceToken = serviceToken;
    }

    @Override
    public String getServiceToken() {
        return serviceToken;
    }

    @Override
    public IDependable getReady() {
        return new DependencyGroup();
    }
}
