package io.github.streamingimage.infra;

import java.util.Map;
import software.amazon.awscdk.CustomResource;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Token;
import software.constructs.Construct;

/**
 * An image that exists already and is deleted with the stack; it goes before any part of its provider does.
 *
 * <p>Creating the stack checks that the image is there. Removing this construct, or the stack, deletes the image and
 * waits until it is gone.
 */
public abstract class ImageDeletion extends Construct {
    private final CustomResource resource;

    ImageDeletion(
            ImageBuilder<?> builder, String resourceType, IImageDeletionProvider provider, Map<String, Object> image) {
        super(builder.scope(), builder.id());
        checkThatItCanBeDeployed(provider);
        resource = CustomResource.Builder.create(this, "Resource")
                .resourceType(resourceType)
                .serviceToken(
                        provider instanceof ImageDeletionProvider made
                                ? made.serviceTokenFor(this)
                                : provider.getServiceToken())
                .serviceTimeout(builder.serviceTimeout())
                .removalPolicy(builder.removalPolicy())
                .properties(builder.properties(image))
                .build();
        resource.getNode().addDependency(provider.getReady());
    }

    /** CloudFormation calls functions of its own region only, and a provider deletes the images of its own account. */
    private void checkThatItCanBeDeployed(IImageDeletionProvider provider) {
        Stack stack = Stack.of(this);
        String region;
        String account;
        if (provider instanceof ImageDeletionProvider) {
            region = Stack.of(provider).getRegion();
            account = Stack.of(provider).getAccount();
        } else {
            String[] arn = provider.getServiceToken().split(":");
            boolean known = !Token.isUnresolved(provider.getServiceToken()) && arn.length > 4;
            region = known ? arn[3] : stack.getRegion();
            account = known ? arn[4] : stack.getAccount();
        }
        Checks.same("region", stack.getRegion(), region);
        Checks.same("account", stack.getAccount(), account);
    }

    /** An attribute of the resource, as a token. */
    final String attribute(String name) {
        return resource.getAttString(name);
    }

    /**
     * The physical id, which is what {@code Ref} gives.
     *
     * @return a token
     */
    public final String getRef() {
        return resource.getRef();
    }

    /**
     * The image's ARN.
     *
     * @return a token
     */
    public final String getImageArn() {
        return attribute("Arn");
    }

    /**
     * The image's name.
     *
     * @return a token; what takes the name from it is created after this construct and deleted before it
     */
    public final String getImageName() {
        return attribute("Name");
    }

    /**
     * The operating system.
     *
     * @return a token
     */
    public final String getPlatform() {
        return attribute("Platform");
    }

    /**
     * The image's state when the resource was last created or updated.
     *
     * @return a token
     */
    public final String getState() {
        return attribute("State");
    }

    /**
     * Sets whether the image stays when its resource is removed.
     *
     * @param policy {@link RemovalPolicy#RETAIN} lets it stay, for example until all instances of a StackSet stand
     */
    public final void applyRemovalPolicy(RemovalPolicy policy) {
        resource.applyRemovalPolicy(policy);
    }
}
