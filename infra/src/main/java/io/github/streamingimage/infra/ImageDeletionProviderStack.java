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
    ImageDeletionProviderStack(Construct scope, String id, StackProps props, DeployedService service) {
        super(scope, id, props);
        if (props == null || props.getDescription() == null) {
            getTemplateOptions()
                    .setDescription("Deletes %s for the stacks that declare them".formatted(service.images()));
        }
    }

    private void output(String id, String description, String value) {
        CfnOutput.Builder.create(this, id).description(description).value(value).build();
    }

    /**
     * The provider.
     *
     * @return to add actions to its alarms, for example
     */
    public abstract ImageDeletionProvider getProvider();

    /** Says where the provider is to be found. */
    final void publish(ImageDeletionProvider provider, String resourceType, String exportName, String parameterName) {
        String description = "The ServiceToken of " + resourceType;
        CfnOutput.Builder.create(this, "ServiceToken")
                .description(description)
                .value(provider.getServiceToken())
                .exportName(exportName)
                .build();
        output(
                "LogGroup",
                "The log of the provider's functions",
                provider.getLogGroup().getLogGroupName());
        output(
                "DeletionFailedAlarm",
                "Goes off when a deletion failed",
                provider.getDeletionFailedAlarm().getAlarmName());
        output(
                "AnswerUndeliveredAlarm",
                "Goes off when CloudFormation may have got no response",
                provider.getAnswerUndeliveredAlarm().getAlarmName());
        if (provider.getStateMachine() != null) {
            output(
                    "StateMachine",
                    "Waits; its executions bear the RequestId as their name",
                    provider.getStateMachine().getStateMachineArn());
        }
        StringParameter.Builder.create(this, "Parameter")
                .parameterName(parameterName)
                .description(description)
                .stringValue(provider.getServiceToken())
                .build()
                .getNode()
                .addDependency(provider.getReady());
    }
}
