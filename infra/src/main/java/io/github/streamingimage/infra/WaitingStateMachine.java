package io.github.streamingimage.infra;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Names;
import software.amazon.awscdk.UniqueResourceNameOptions;
import software.amazon.awscdk.services.iam.Policy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.PrincipalWithConditions;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.stepfunctions.CustomerManagedEncryptionConfiguration;
import software.amazon.awscdk.services.stepfunctions.DefinitionBody;
import software.amazon.awscdk.services.stepfunctions.LogLevel;
import software.amazon.awscdk.services.stepfunctions.LogOptions;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

/**
 * The state machine that waits for images to be gone.
 *
 * <p>It does not name the function, which names it: CloudFormation would refuse the circle. The function's ARN comes in
 * with the input of each execution, and the role, whose policy is a resource of its own, allows that one function.
 */
final class WaitingStateMachine extends Construct {
    static final String DEFINITION = "waiting.asl.json";
    private static final UniqueResourceNameOptions NAME_OPTIONS =
            UniqueResourceNameOptions.builder().separator("-").maxLength(128).build();

    private final Role role;
    private final IKey encryptionKey;
    private final StateMachine stateMachine;

    WaitingStateMachine(Construct provider, DeployedService service, ProviderOptions options) {
        super(provider, "Waiting");
        encryptionKey = options.encryptionKey();
        role = Role.Builder.create(this, "Role")
                .assumedBy(new PrincipalWithConditions(
                        new ServicePrincipal("states.amazonaws.com"),
                        Map.of("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID))))
                .description("Lets the waiting for %s to be gone look at them".formatted(service.images()))
                .build();
        stateMachine = StateMachine.Builder.create(this, "StateMachine")
                .definitionBody(DefinitionBody.fromString(definition()))
                .encryptionConfiguration(
                        encryptionKey == null ? null : new CustomerManagedEncryptionConfiguration(encryptionKey))
                // The policy below says all that is needed, about the key too; the construct library shall add nothing.
                .role(role.withoutPolicyUpdates())
                .logs(options.executionLogs() ? logs(options) : null)
                .tracingEnabled(options.tracing() ? true : null)
                .build();
        if (options.executionLogs() || options.tracing()) {
            Policy policy = Policy.Builder.create(this, "ObservationPolicy")
                    .statements(Permissions.observeExecutions(options))
                    .roles(List.of(role))
                    .build();
            Suppressions.explain(policy);
            stateMachine.getNode().addDependency(policy);
        }
        Suppressions.explain(stateMachine, options);
        Suppressions.explainRedundantDependency(stateMachine);
    }

    /** The prefix keeps CloudWatch's resource policy, whose size is limited, from growing with each state machine. */
    private LogOptions logs(ProviderOptions options) {
        return LogOptions.builder()
                .destination(LogGroup.Builder.create(this, "Log")
                        .logGroupName("/aws/vendedlogs/states/" + Names.uniqueResourceName(this, NAME_OPTIONS))
                        .retention(options.logRetention())
                        .removalPolicy(options.logRemovalPolicy())
                        .encryptionKey(options.logEncryptionKey())
                        .build())
                .level(LogLevel.ALL)
                .includeExecutionData(false)
                .build();
    }

    StateMachine stateMachine() {
        return stateMachine;
    }

    /** What whoever starts an execution needs. */
    List<PolicyStatement> permissionsToStart() {
        List<PolicyStatement> permissions = new ArrayList<>();
        permissions.add(Permissions.startExecution(stateMachine));
        if (encryptionKey != null) {
            permissions.add(Permissions.encryptExecutions(encryptionKey, stateMachine));
        }
        return permissions;
    }

    void mayInvoke(IFunction function) {
        List<PolicyStatement> permissions = new ArrayList<>();
        permissions.add(Permissions.invoke("Look", function));
        if (encryptionKey != null) {
            permissions.add(Permissions.encryptExecutions(encryptionKey, stateMachine));
        }
        Policy.Builder.create(this, "Policy")
                .statements(permissions)
                .roles(List.of(role))
                .build();
    }

    static String definition() {
        try (InputStream resource = WaitingStateMachine.class.getResourceAsStream(DEFINITION)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8).replace("${Partition}", Aws.PARTITION);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
