package io.github.streamingimage.infra;

import java.util.function.BiConsumer;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** A provider for images of AppStream that all stacks of an account and region can share. */
public final class AppStreamImageDeletionProviderStack extends ImageDeletionProviderStack {
    /** The name of the CloudFormation export whose value is the service token. */
    public static final String EXPORT_NAME = "appstream-image-deletion-service-token";

    /** The name of the Systems Manager parameter whose value is the service token. */
    public static final String PARAMETER_NAME = "/appstream-image-deletion/service-token";

    private final AppStreamImageDeletionProvider provider;

    /**
     * Makes the stack with a provider that has the defaults.
     *
     * @param scope the app or a stage
     * @param id the stack's id
     * @param props the stack's properties, or null
     */
    public AppStreamImageDeletionProviderStack(Construct scope, String id, StackProps props) {
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
    public AppStreamImageDeletionProviderStack(
            Construct scope,
            String id,
            StackProps props,
            BiConsumer<Stack, AppStreamImageDeletionProvider.Builder> options) {
        super(scope, id, props, DeployedService.APPSTREAM);
        AppStreamImageDeletionProvider.Builder builder =
                AppStreamImageDeletionProvider.Builder.create(this, "Provider");
        options.accept(this, builder);
        provider = builder.build();
        publish(provider, AppStreamImageDeletion.RESOURCE_TYPE, EXPORT_NAME, PARAMETER_NAME);
    }

    @Override
    public AppStreamImageDeletionProvider getProvider() {
        return provider;
    }
}
