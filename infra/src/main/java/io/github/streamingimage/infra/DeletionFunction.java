package io.github.streamingimage.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.CfnEventInvokeConfig.DestinationConfigProperty;
import software.amazon.awscdk.services.lambda.CfnEventInvokeConfig.OnFailureProperty;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;

/** The function that CloudFormation calls; events that fail in every attempt go to the fallback function. */
final class DeletionFunction extends Construct {
    private final Function function;

    /** Null for {@code waiting} leaves the waiting to the function. */
    DeletionFunction(Construct provider, ProviderFunctions functions, IFunction fallback, WaitingStateMachine waiting) {
        super(provider, "Deletion");
        List<PolicyStatement> statements =
                new ArrayList<>(functions.permissions().look());
        statements.addAll(functions.permissions().delete());
        statements.add(Permissions.stacks(Stack.of(this)));
        statements.add(Permissions.invoke("HandOverToTheFallbackFunction", fallback));
        if (waiting != null) {
            statements.addAll(waiting.permissionsToStart());
        }
        function = functions.make(
                this,
                "Deletes %s together with the stacks that declare them"
                        .formatted(functions.service().images()),
                DeploymentFigures.seconds(waiting == null ? "function.timeout.inline" : "function.timeout"),
                waiting == null
                        ? Map.of()
                        : Map.of(
                                DeploymentFigures.text("function.environment.state-machine"),
                                waiting.stateMachine().getStateMachineArn()),
                statements);
        ProviderFunctions.retries(
                provider,
                "function",
                function,
                DestinationConfigProperty.builder()
                        .onFailure(OnFailureProperty.builder()
                                .destination(fallback.getFunctionArn())
                                .build())
                        .build());
    }

    Function function() {
        return function;
    }
}
