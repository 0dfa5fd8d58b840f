package io.github.streamingimage.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.stepfunctions.IStateMachine;

/** What the provider's roles may do, action by action; no statement is wider than its reason. */
final class Permissions {
    private Permissions() {}

    /** The log group exists before the function does, so CreateLogGroup is not among them. */
    static PolicyStatement log(ILogGroup logGroup) {
        return allow(
                "WriteItsOwnLog",
                List.of("logs:CreateLogStream", "logs:PutLogEvents"),
                List.of(logGroup.getLogGroupArn()),
                Map.of());
    }

    /**
     * Whether a rollback is going on is asked of the stack that uses the provider and of those above it, and whether another
     * logical id declares the image of the stack itself: any stack.
     */
    static PolicyStatement stacks(Stack stack) {
        String stacks = stack.formatArn(ArnComponents.builder()
                .service("cloudformation")
                .resource("stack")
                .resourceName("*/*")
                .build());
        return allow(
                "SeeWhetherAStackIsRolledBack",
                List.of("cloudformation:DescribeStacks", "cloudformation:ListStackResources"),
                List.of(stacks),
                Map.of());
    }

    static PolicyStatement startExecution(IStateMachine stateMachine) {
        return allow(
                "HandOverTheWaiting",
                List.of("states:StartExecution"),
                List.of(stateMachine.getStateMachineArn()),
                Map.of());
    }

    static PolicyStatement invoke(String sid, IFunction function) {
        return allow(sid, List.of("lambda:InvokeFunction"), List.of(function.getFunctionArn()), Map.of());
    }

    /** Lambda reads the environment, which is encrypted with the key, in the function's name. */
    static PolicyStatement readEnvironment(IKey key) {
        return allow("ReadItsEnvironment", List.of("kms:Decrypt"), List.of(key.getKeyArn()), Map.of());
    }

    /** Step Functions uses the key in the name of its role and of whoever starts an execution. */
    static PolicyStatement encryptExecutions(IKey key, IStateMachine stateMachine) {
        return allow(
                "EncryptExecutions",
                List.of("kms:Decrypt", "kms:GenerateDataKey"),
                List.of(key.getKeyArn()),
                Map.of(
                        "StringEquals",
                        Map.of("kms:EncryptionContext:aws:states:stateMachineArn", stateMachine.getStateMachineArn())));
    }

    /** CloudWatch Logs asks the key's policy, and names the log group in the context; its name is not known to the key. */
    static PolicyStatement encryptLogs(Stack stack) {
        String logGroups = stack.formatArn(ArnComponents.builder()
                .service("logs")
                .resource("log-group")
                .resourceName("*")
                .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                .build());
        return PolicyStatement.Builder.create()
                .principals(List.of(new ServicePrincipal("logs.%s.%s".formatted(Aws.REGION, Aws.URL_SUFFIX))))
                .actions(List.of(
                        "kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"))
                .resources(List.of("*"))
                .conditions(Map.of("ArnLike", Map.of("kms:EncryptionContext:aws:logs:arn", logGroups)))
                .build();
    }

    /** Lambda makes and removes network interfaces in the function's name; EC2 cannot narrow these to resources. */
    static PolicyStatement networkInterfaces() {
        return allow(
                "RunInAVpc",
                List.of(
                        "ec2:CreateNetworkInterface",
                        "ec2:DescribeNetworkInterfaces",
                        "ec2:DescribeSubnets",
                        "ec2:DeleteNetworkInterface",
                        "ec2:AssignPrivateIpAddresses",
                        "ec2:UnassignPrivateIpAddresses"),
                List.of("*"),
                Map.of());
    }

    /** What Step Functions needs to log and trace; neither can be narrowed to resources. */
    static List<PolicyStatement> observeExecutions(ProviderOptions options) {
        List<PolicyStatement> statements = new ArrayList<>();
        if (options.executionLogs()) {
            statements.add(allow(
                    "DeliverTheLogOfExecutions",
                    List.of(
                            "logs:CreateLogDelivery",
                            "logs:GetLogDelivery",
                            "logs:UpdateLogDelivery",
                            "logs:DeleteLogDelivery",
                            "logs:ListLogDeliveries",
                            "logs:PutResourcePolicy",
                            "logs:DescribeResourcePolicies",
                            "logs:DescribeLogGroups"),
                    List.of("*"),
                    Map.of()));
        }
        if (options.tracing()) {
            statements.add(allow(
                    "TraceExecutions",
                    List.of(
                            "xray:PutTraceSegments",
                            "xray:PutTelemetryRecords",
                            "xray:GetSamplingRules",
                            "xray:GetSamplingTargets"),
                    List.of("*"),
                    Map.of()));
        }
        return statements;
    }

    static PolicyStatement allow(
            String sid, List<String> actions, List<String> resources, Map<String, Object> conditions) {
        return PolicyStatement.Builder.create()
                .sid(sid)
                .effect(Effect.ALLOW)
                .actions(actions)
                .resources(resources)
                .conditions(conditions)
                .build();
    }
}
