package io.github.streamingimage.infra;

import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.logs.RetentionDays;

/** How a provider shall differ from the defaults, free of contradictions; what is null there is not wanted. */
record ProviderOptions(
        Waiting waiting,
        Architecture architecture,
        RetentionDays logRetention,
        RemovalPolicy logRemovalPolicy,
        IKey encryptionKey,
        IKey logEncryptionKey,
        IVpc vpc,
        SubnetSelection vpcSubnets,
        List<ISecurityGroup> securityGroups,
        Code code,
        boolean dashboard,
        boolean executionLogs,
        boolean tracing) {

    ProviderOptions {
        waiting = waiting == null ? Waiting.STATE_MACHINE : waiting;
        architecture = architecture == null ? Architecture.ARM_64 : architecture;
        logRetention = logRetention == null ? RetentionDays.ONE_MONTH : logRetention;
        // Removed with the stack: while a deletion fails, the stack, and with it the log, stays.
        logRemovalPolicy = logRemovalPolicy == null ? RemovalPolicy.DESTROY : logRemovalPolicy;
        securityGroups = securityGroups == null ? List.of() : List.copyOf(securityGroups);
        Checks.keyItself("encryptionKey", encryptionKey);
        Checks.keyItself("logEncryptionKey", logEncryptionKey);
        if (waiting == Waiting.INLINE && encryptionKey != null) {
            throw new IllegalArgumentException(
                    "encryptionKey protects the state machine, which does not exist with Waiting.INLINE");
        }
        if (vpc == null && vpcSubnets != null) {
            throw new IllegalArgumentException("vpcSubnets needs vpc, which is missing");
        }
        if (vpc == null && !securityGroups.isEmpty()) {
            throw new IllegalArgumentException("securityGroups needs vpc, which is missing");
        }
    }
}
