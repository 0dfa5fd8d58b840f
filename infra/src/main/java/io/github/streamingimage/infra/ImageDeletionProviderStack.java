package io.github.streamingimage.infra;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.ssm.StringParameter;
import software.constructs.Construct;

/**
 * A provider and where to find it. The export keeps the stack from being deleted before those that import it; the
 * parameter is for whoever cannot import.
 */
public abstract class ImageDeletionProviderStack extends Stack {
    ImageDeletionProviderStack(Construct scope, String id, StackProps props, ImageService service) {
        super(scope, id, props);
        if (props == null || props.getDescription() == null) {
            getTemplateOptions()
                    .setDescription("Deletes %s for the stacks that declare them".formatted(service.images()));
        }
    }

    /** Says where the provider is to be found. */
    final void publish(ImageDeletionProvider provider, String resourceType, String exportName, String parameterName) {
        String description = "The ServiceToken of " + resourceType;
        CfnOutput.Builder.create(this, "ServiceToken")
                .description(description)
                .value(provider.getServiceToken())
                .exportName(exportName)
                .build();
        StringParameter.Builder.create(this, "Parameter")
                .parameterName(parameterName)
                .description(description)
                .stringValue(provider.getServiceToken())
                .build()
                .getNode()
                .addDependency(provider.getReady());
    }
}
