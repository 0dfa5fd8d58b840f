package io.github.streamingimage.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.Policy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.CfnEventInvokeConfig;
import software.amazon.awscdk.services.lambda.CfnEventInvokeConfig.DestinationConfigProperty;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.constructs.Construct;

/** Makes a provider's functions, which differ in what they may do and how long they may take. */
record ProviderFunctions(
        DeployedService service, ProviderOptions options, ImagePermissions permissions, Code code, ILogGroup logGroup) {

    Function make(
            Construct scope,
            String description,
            Duration timeout,
            Map<String, String> environment,
            List<PolicyStatement> statements) {
        Role role = Role.Builder.create(scope, "Role")
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .description(description)
                .build();
        Policy policy = Policy.Builder.create(scope, "Policy")
                .statements(withWhatAFunctionRunsOn(statements))
                .roles(List.of(role))
                .build();
        Suppressions.explain(policy, permissions.suppressions());
        Function function = Function.Builder.create(scope, "Function")
                .description(description)
                .runtime(Runtime.JAVA_25)
                .architecture(options.architecture())
                .code(code)
                .handler(service.handler())
                .memorySize(DeploymentFigures.number("memory.mebibytes"))
                .timeout(timeout)
                .environment(environment)
                .environmentEncryption(options.encryptionKey())
                .loggingFormat(LoggingFormat.JSON)
                .logGroup(logGroup)
                .vpc(options.vpc())
                .vpcSubnets(options.vpcSubnets())
                .securityGroups(options.securityGroups().isEmpty() ? null : options.securityGroups())
                .role(role)
                .build();
        Suppressions.explainRedundantDependency(function);
        // Lambda removes a function's network interfaces by the function's own permissions, so these go last.
        function.getNode().addDependency(policy);
        return function;
    }

    private List<PolicyStatement> withWhatAFunctionRunsOn(List<PolicyStatement> statements) {
        List<PolicyStatement> all = new ArrayList<>(statements);
        all.add(Permissions.log(logGroup));
        if (options.encryptionKey() != null) {
            all.add(Permissions.readEnvironment(options.encryptionKey()));
        }
        if (options.vpc() != null) {
            all.add(Permissions.networkInterfaces());
        }
        return all;
    }

    /** How asynchronous events are retried, by the figures that begin with {@code key}; null stands for no destination. */
    static void retries(Construct scope, String key, Function function, DestinationConfigProperty destination) {
        CfnEventInvokeConfig.Builder.create(scope, "Retries")
                .functionName(function.getFunctionName())
                .qualifier("$LATEST")
                .maximumEventAgeInSeconds(DeploymentFigures.number(key + ".event-age.seconds"))
                .maximumRetryAttempts(DeploymentFigures.number(key + ".retries"))
                .destinationConfig(destination)
                .build();
    }
}
