package io.github.streamingimage.infra;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.lambda.CfnEventInvokeConfig;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.stepfunctions.IStateMachine;
import software.constructs.Construct;

/**
 * The function that answers when nothing else does, so that a crash does not cost a stack an hour: the same code, which
 * here may look but not delete.
 *
 * <p>It is a second function because Lambda refuses a function as its own on-failure destination. It looks when it
 * repeats a SUCCESS that was not delivered, whose attributes it needs again. What cannot be answered in time is
 * dropped.
 */
final class LastResort extends Construct {
    // It delivers one answer; the rest is room for trying again.
    private static final Duration TIMEOUT = Duration.minutes(3);

    // The longest ServiceTimeout: after that no stack waits for the answer any more.
    private static final Duration MAX_EVENT_AGE = Duration.hours(1);
    private static final int RETRY_ATTEMPTS = 2;

    private final Function function;

    LastResort(Construct scope, String id, StreamingImageDeletionProviderProps props, Code code, ILogGroup logGroup) {
        super(scope, id);
        function = new ProviderFunction(
                        this,
                        "Answer",
                        props,
                        code,
                        logGroup,
                        "Answers CloudFormation when the deletion of a streaming image crashed",
                        TIMEOUT,
                        Map.of(),
                        List.of(
                                Permissions.look(Stack.of(this), props.studioIds()),
                                Permissions.stacks(Stack.of(this))))
                .function();
        CfnEventInvokeConfig.Builder.create(this, "Retries")
                .functionName(function.getFunctionName())
                .qualifier("$LATEST")
                .maximumEventAgeInSeconds(MAX_EVENT_AGE.toSeconds())
                .maximumRetryAttempts(RETRY_ATTEMPTS)
                .build();
    }

    Function function() {
        return function;
    }

    /** The events' {@code detail.input} is the execution's input, which holds the request to be answered. */
    void answersForExecutionsOf(IStateMachine stateMachine) {
        Rule.Builder.create(this, "Rule")
                .description("Executions that ended without an answer")
                .eventPattern(EventPattern.builder()
                        .source(List.of("aws.states"))
                        .detailType(List.of("Step Functions Execution Status Change"))
                        .detail(new TreeMap<>(Map.of(
                                "status", List.of("FAILED", "TIMED_OUT", "ABORTED"),
                                "stateMachineArn", List.of(stateMachine.getStateMachineArn()))))
                        .build())
                .targets(List.of(LambdaFunction.Builder.create(function)
                        .maxEventAge(MAX_EVENT_AGE)
                        .build()))
                .build();
    }
}
