package io.github.streamingimage.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.stepfunctions.IStateMachine;
import software.constructs.Construct;

/**
 * The function that responds when nothing else does, so that a crash does not cost a stack an hour: the same code, which
 * here may look but not delete.
 *
 * <p>It is a second function because Lambda refuses a function as its own on-failure destination. It looks when it
 * repeats a SUCCESS that was not delivered, whose attributes it needs again. What cannot be responded to in time is
 * dropped.
 */
final class FallbackFunction extends Construct {
    private static final String FIGURES = "fallback";

    private final Function function;
    private Rule rule;

    /** Its ids are those of the first deployments: with others, a deployed provider's fallback function would be replaced. */
    FallbackFunction(Construct provider, ProviderFunctions functions) {
        super(provider, "LastResort");
        List<PolicyStatement> statements =
                new ArrayList<>(functions.permissions().look());
        statements.add(Permissions.stacks(Stack.of(this)));
        function = functions.make(
                new Construct(this, "Answer"),
                "Responds to CloudFormation when the deletion of %s crashed"
                        .formatted(functions.service().images()),
                DeploymentFigures.seconds(FIGURES + ".timeout"),
                Map.of(),
                statements);
        ProviderFunctions.retries(this, FIGURES, function, null);
    }

    Function function() {
        return function;
    }

    /** Null if it responds for no executions. */
    Rule rule() {
        return rule;
    }

    /** The events' {@code detail.input} is the execution's input, which holds the request. */
    void respondsForExecutionsOf(IStateMachine stateMachine) {
        rule = Rule.Builder.create(this, "Rule")
                .description("Executions that ended without a response")
                .eventPattern(EventPattern.builder()
                        .source(List.of("aws.states"))
                        .detailType(List.of("Step Functions Execution Status Change"))
                        .detail(new TreeMap<>(Map.of(
                                "status", List.of("FAILED", "TIMED_OUT", "ABORTED"),
                                "stateMachineArn", List.of(stateMachine.getStateMachineArn()))))
                        .build())
                .targets(List.of(LambdaFunction.Builder.create(function)
                        .maxEventAge(DeploymentFigures.seconds(FIGURES + ".event-age"))
                        .build()))
                .build();
    }
}
