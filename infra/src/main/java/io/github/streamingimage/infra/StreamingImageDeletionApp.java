package io.github.streamingimage.infra;

import java.io.PrintStream;
import software.amazon.awscdk.App;
import software.amazon.awscdk.StackProps;

/**
 * Deploys a provider of its own, so that plain CloudFormation templates, SAM and CDK apps in any language can use it.
 *
 * <p>With the context values {@code studioId} and {@code streamingImageId} there is a second stack, an example that
 * declares this image. With {@code dashboard} the provider has a dashboard. Synthesizing needs neither credentials nor a network.
 */
public final class StreamingImageDeletionApp {
    /** The name of the CloudFormation export whose value is the service token. */
    public static final String EXPORT_NAME = "streaming-image-deletion-service-token";

    /** The name of the Systems Manager parameter whose value is the service token. */
    public static final String PARAMETER_NAME = "/streaming-image-deletion/service-token";

    private StreamingImageDeletionApp() {}

    /**
     * Synthesizes the app; what is wrong with the context is said in one line, with the exit status 1.
     *
     * @param args none are used
     */
    public static void main(String[] args) {
        App app = new App();
        if (!declare(app, System.err)) {
            System.exit(1);
        }
        app.synth();
    }

    /** Adds the stacks, or says why not. */
    static boolean declare(App app, PrintStream errors) {
        try {
            AppContext context = AppContext.of(app.getNode());
            ProviderStack provider = new ProviderStack(
                    app,
                    StackProps.builder()
                            .description("Deletes Nimble Studio streaming images for the stacks that declare them")
                            .build(),
                    context.dashboard());
            context.image().ifPresent(image -> new ExampleStack(app, image).addStackDependency(provider));
            return true;
        } catch (IllegalArgumentException e) {
            errors.println("streaming-image-deletion: " + e.getMessage());
            return false;
        }
    }
}
