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
final class ProviderStack extends Stack {
    ProviderStack(Construct scope, StackProps props, boolean dashboard) {
        super(scope, "StreamingImageDeletionProvider", props);
        StreamingImageDeletionProvider provider = new StreamingImageDeletionProvider(
                this,
                "Provider",
                StreamingImageDeletionProviderProps.builder()
                        .dashboard(dashboard)
                        .build());
        CfnOutput.Builder.create(this, "ServiceToken")
                .description("The ServiceToken of Custom::StreamingImageDeletion")
                .value(provider.getServiceToken())
                .exportName(StreamingImageDeletionApp.EXPORT_NAME)
                .build();
        StringParameter.Builder.create(this, "Parameter")
                .parameterName(StreamingImageDeletionApp.PARAMETER_NAME)
                .description("The ServiceToken of Custom::StreamingImageDeletion")
                .stringValue(provider.getServiceToken())
                .build()
                .getNode()
                .addDependency(provider.getReady());
    }
}
