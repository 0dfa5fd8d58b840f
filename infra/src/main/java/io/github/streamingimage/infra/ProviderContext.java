package io.github.streamingimage.infra;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.Subnet;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PermissionsBoundary;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.sns.Topic;

/** What the app's context says of both services' providers; the members are the keys. */
record ProviderContext(
        boolean dashboard,
        boolean executionLogs,
        boolean tracing,
        Optional<Waiting> waiting,
        Optional<RetentionDays> logRetention,
        Optional<String> encryptionKeyArn,
        Optional<String> logEncryptionKeyArn,
        Optional<String> alarmTopicArn,
        Optional<String> permissionsBoundaryArn,
        Optional<String> vpcId,
        List<String> subnetIds,
        List<String> securityGroupIds) {
    private static final Pattern KEY_ARN = Pattern.compile("arn:[a-z-]+:kms:[a-z0-9-]+:\\d{12}:key/[a-zA-Z0-9-]+");
    private static final Pattern TOPIC_ARN = Pattern.compile("arn:[a-z-]+:sns:[a-z0-9-]+:\\d{12}:[a-zA-Z0-9_-]+");
    private static final Pattern POLICY_ARN = Pattern.compile("arn:[a-z-]+:iam::(\\d{12}|aws):policy/\\S+");

    static ProviderContext of(ContextValues values) {
        values.together("vpcId", "subnetIds");
        if (values.node().tryGetContext("securityGroupIds") != null) {
            values.together("securityGroupIds", "vpcId");
        }
        return new ProviderContext(
                values.flag("dashboard"),
                values.flag("executionLogs"),
                values.flag("tracing"),
                values.choice("waiting", Map.of("state-machine", Waiting.STATE_MACHINE, "inline", Waiting.INLINE)),
                values.choice(
                        "logRetention",
                        Arrays.stream(RetentionDays.values()).collect(Collectors.toMap(Enum::name, each -> each))),
                values.text("encryptionKeyArn", KEY_ARN),
                values.text("logEncryptionKeyArn", KEY_ARN),
                values.text("alarmTopicArn", TOPIC_ARN),
                values.text("permissionsBoundaryArn", POLICY_ARN),
                values.text("vpcId", Pattern.compile("vpc-[0-9a-f]+")),
                values.list("subnetIds", Pattern.compile("subnet-[0-9a-f]+")),
                values.list("securityGroupIds", Pattern.compile("sg-[0-9a-f]+")));
    }

    <B extends ProviderBuilder<B>> B configure(Stack stack, B builder) {
        encryptionKeyArn.ifPresent(arn -> builder.encryptionKey(Key.fromKeyArn(stack, "Key", arn)));
        logEncryptionKeyArn.ifPresent(arn -> builder.logEncryptionKey(Key.fromKeyArn(stack, "LogKey", arn)));
        vpcId.ifPresent(id -> network(stack, builder, id));
        return builder.dashboard(dashboard)
                .executionLogs(executionLogs)
                .tracing(tracing)
                .waiting(waiting.orElse(null))
                .logRetention(logRetention.orElse(null));
    }

    /** By its ids, so that synthesizing needs no look into the account. */
    private void network(Stack stack, ProviderBuilder<?> builder, String id) {
        List<ISubnet> subnets = IntStream.range(0, subnetIds.size())
                .mapToObj(i -> Subnet.fromSubnetId(stack, "Subnet" + i, subnetIds.get(i)))
                .toList();
        List<SecurityGroup> none = List.of();
        builder.vpc(Vpc.fromVpcAttributes(
                        stack,
                        "Vpc",
                        VpcAttributes.builder()
                                .vpcId(id)
                                .availabilityZones(List.of("unknown"))
                                .build()))
                .vpcSubnets(SubnetSelection.builder().subnets(subnets).build())
                .securityGroups(
                        securityGroupIds == null
                                ? none
                                : securityGroupIds.stream()
                                        .map(group -> SecurityGroup.fromSecurityGroupId(stack, group, group))
                                        .toList());
    }

    void finish(ImageDeletionProviderStack stack) {
        permissionsBoundaryArn.ifPresent(arn -> PermissionsBoundary.of(stack)
                .apply(ManagedPolicy.fromManagedPolicyArn(stack, "PermissionsBoundary", arn)));
        alarmTopicArn.ifPresent(arn -> {
            SnsAction action = new SnsAction(Topic.fromTopicArn(stack, "AlarmTopic", arn));
            List.of(
                            stack.getProvider().getDeletionFailedAlarm(),
                            stack.getProvider().getAnswerUndeliveredAlarm())
                    .forEach(alarm -> alarm.addAlarmAction(action));
        });
    }
}
