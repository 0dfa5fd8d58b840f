package io.github.streamingimage.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.Policy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.constructs.Construct;

/** One of the provider's functions with its role; the two differ in what they may do and how long they may take. */
final class ProviderFunction extends Construct {
    private static final String HANDLER = "io.github.streamingimage.StreamingImageDeletionHandler::handleRequest";

    // Lambda gives CPU in proportion to memory, and a cold start of the JVM is bound by CPU: with less memory it takes
    // longer by as much as it costs less.
    private static final int MEMORY_MEBIBYTES = 1024;

    private final Function function;

    ProviderFunction(
            Construct scope,
            String id,
            StreamingImageDeletionProviderProps props,
            Code code,
            ILogGroup logGroup,
            String description,
            Duration timeout,
            Map<String, String> environment,
            List<PolicyStatement> permissions) {
        super(scope, id);
        Role role = Role.Builder.create(this, "Role")
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .description(description)
                .build();
        Policy policy = Policy.Builder.create(this, "Policy")
                .statements(withWhatTheFunctionRunsOn(permissions, props, logGroup))
                .roles(List.of(role))
                .build();
        Suppressions.explain(policy);
        function = Function.Builder.create(this, "Function")
                .description(description)
                .runtime(Runtime.JAVA_25)
                .architecture(props.architecture())
                .code(code)
                .handler(HANDLER)
                .memorySize(MEMORY_MEBIBYTES)
                .timeout(timeout)
                .environment(environment)
                .environmentEncryption(props.encryptionKey())
                .loggingFormat(LoggingFormat.JSON)
                .logGroup(logGroup)
                .vpc(props.vpc())
                .vpcSubnets(props.vpcSubnets())
                .securityGroups(props.securityGroups().isEmpty() ? null : props.securityGroups())
                .role(role)
                .build();
        Suppressions.explainRedundantDependency(function);
        // Lambda removes a function's network interfaces by the function's own permissions, so these go last.
        function.getNode().addDependency(policy);
    }

    private static List<PolicyStatement> withWhatTheFunctionRunsOn(
            List<PolicyStatement> permissions, StreamingImageDeletionProviderProps props, ILogGroup logGroup) {
        List<PolicyStatement> all = new ArrayList<>(permissions);
        all.add(Permissions.log(logGroup));
        if (props.encryptionKey() != null) {
            all.add(Permissions.readEnvironment(props.encryptionKey()));
        }
        if (props.vpc() != null) {
            all.add(Permissions.networkInterfaces());
        }
        return all;
    }

    Function function() {
        return function;
    }
}
