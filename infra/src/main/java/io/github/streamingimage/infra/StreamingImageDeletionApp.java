package io.github.streamingimage.infra;

import java.io.PrintStream;
import java.util.List;
import software.amazon.awscdk.App;

/**
 * Deploys a provider for each service, so that plain CloudFormation templates, SAM and CDK apps in any language can use them.
 *
 * <p>With the context values {@code studioId} and {@code streamingImageId}, or {@code imageName}, there is a further stack, an
 * example that declares this image. The operators' guide has the values that configure the providers. Synthesizing needs neither
 * credentials nor a network.
 */
public final class StreamingImageDeletionApp {
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
            ImageDeletionProviderStack streaming = new StreamingImageDeletionProviderStack(
                    app,
                    DeployedService.NIMBLE_STUDIO.providerId(),
                    null,
                    (stack, builder) ->
                            context.provider().configure(stack, builder.allowedStudioIds(context.allowedStudioIds())));
            ImageDeletionProviderStack appStream = new AppStreamImageDeletionProviderStack(
                    app,
                    DeployedService.APPSTREAM.providerId(),
                    null,
                    (stack, builder) -> context.provider()
                            .configure(stack, builder.allowedImageNames(context.allowedImageNames())));
            List.of(streaming, appStream).forEach(context.provider()::finish);
            context.streamingImage()
                    .ifPresent(image -> ExampleStack.of(app, image).addStackDependency(streaming));
            context.imageName().ifPresent(name -> ExampleStack.of(app, name).addStackDependency(appStream));
            return true;
        } catch (IllegalArgumentException e) {
            errors.println("streaming-image-deletion: " + e.getMessage());
            return false;
        }
    }
}
