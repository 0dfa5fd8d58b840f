package io.github.streamingimage.infra;

import java.util.function.BiConsumer;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** A provider for streaming images of Nimble Studio that all stacks of an account and region can share. */
public final class StreamingImageDeletionProviderStack extends ImageDeletionProviderStack {
    /** The name of the CloudFormation export whose value is the service token. */
    public static final String EXPORT_NAME = "streaming-image-deletion-service-token";

    /** The name of the Systems Manager parameter whose value is the service token. */
    public static final String PARAMETER_NAME = "/streaming-image-deletion/service-token";

    private final StreamingImageDeletionProvider provider;

    /**
     * Makes the stack with a provider that has the defaults.
     *
     * @param scope the app or a stage
     * @param id the stack's id
     * @param props the stack's properties, or null
     */
    public StreamingImageDeletionProviderStack(Construct scope, String id, StackProps props) {
        this(scope, id, props, (stack, builder) -> {});
    }

    /**
     * Makes the stack.
     *
     * @param scope the app or a stage
     * @param id the stack's id
     * @param props the stack's properties, or null
     * @param options tells the provider's builder how it shall differ from the defaults; what it needs for that, a network for
     *     example, goes into the stack that it is given
     */
    public StreamingImageDeletionProviderStack(
            Construct scope,
            String id,
            StackProps props,
            BiConsumer<Stack, StreamingImageDeletionProvider.Builder> options) {
        super(scope, id, props, DeployedService.NIMBLE_STUDIO);
        StreamingImageDeletionProvider.Builder builder =
                StreamingImageDeletionProvider.Builder.create(this, "Provider");
        options.accept(this, builder);
        provider = builder.build();
        publish(provider, StreamingImageDeletion.RESOURCE_TYPE, EXPORT_NAME, PARAMETER_NAME);
    }

    @Override
    public StreamingImageDeletionProvider getProvider() {
        return provider;
    }
}
