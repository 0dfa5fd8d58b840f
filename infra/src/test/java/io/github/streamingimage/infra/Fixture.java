package io.github.streamingimage.infra;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.streamingimage.infra.example.FleetStack;
import io.github.streamingimage.infra.example.StudioStack;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.NestedStack;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.cloudformation.include.CfnInclude;
import software.amazon.awscdk.services.ec2.CfnSecurityGroupEgress;
import software.amazon.awscdk.services.ec2.FlowLogDestination;
import software.amazon.awscdk.services.ec2.FlowLogOptions;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PermissionsBoundary;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.s3.Bucket;

/** All stacks of the tests in one app, synthesized once and checked by cdk-nag: a synthesis takes seconds. */
final class Fixture {
    static final App APP = new App(AppProps.builder()
            .context(Map.of("studioId", "studio-1", "streamingImageId", "image_1", "imageName", "lab-2026-11"))
            .build());
    static final Stack DEFAULTS = new StudioStack(APP, "Defaults");
    static final Stack FLEET = new FleetStack(APP, "Fleet");
    static final Stack INLINE = inline();
    static final Stack EVERYTHING = everything();
    static final Stack ISOLATED = isolated();
    static final Stack APPSTREAM_EVERYTHING = appStreamEverything();
    static final Stack PARENT = new Stack(APP, "Parent");
    static final NestedStack NESTED = nested();
    static final Stack PLAIN = included("Plain", "examples/plain-template.yaml");
    static final Stack SAM = included("Sam", "examples/sam-template.yaml");
    static final Stack APPSTREAM_PLAIN = included("AppStreamPlain", "examples/appstream-plain-template.yaml");
    static final Stack CARELESS = careless();

    static {
        if (!StreamingImageDeletionApp.declare(APP, System.err)) {
            throw new IllegalStateException("the app refuses the fixture's context");
        }
        // In one app are stacks that would be apps of their own.
        Annotations.of(APP).acknowledgeWarning("streaming-image-deletion:twoProviders");
        Aspects.of(APP).add(AwsSolutionsChecks.Builder.create().verbose(true).build());
    }

    private Fixture() {}

    static Template template(Stack stack) {
        return Template.fromStack(stack);
    }

    static Stack appStack(String name) {
        return (Stack) APP.getNode().findChild(name);
    }

    /** All stacks that hold a provider. */
    static List<Stack> withProvider() {
        return List.of(
                DEFAULTS,
                FLEET,
                INLINE,
                EVERYTHING,
                ISOLATED,
                APPSTREAM_EVERYTHING,
                PARENT,
                appStack("StreamingImageDeletionProvider"),
                appStack("AppStreamImageDeletionProvider"));
    }

    private static Stack inline() {
        Stack stack = new Stack(APP, "Inline");
        image(
                stack,
                StreamingImageDeletionProvider.Builder.create(stack, "Provider")
                        .waiting(Waiting.INLINE)
                        .dashboard(true)
                        .build());
        return stack;
    }

    private static Stack everything() {
        Stack stack = new Stack(APP, "Everything");
        StreamingImageDeletionProvider provider = everything(
                        stack, StreamingImageDeletionProvider.Builder.create(stack, "Provider"))
                .allowedStudioIds(List.of("studio-1", "studio-2"))
                .build();
        PermissionsBoundary.of(provider).apply(ManagedPolicy.fromAwsManagedPolicyName("PowerUserAccess"));
        image(stack, provider);
        return stack;
    }

    private static Stack appStreamEverything() {
        Stack stack = new Stack(APP, "AppStreamEverything");
        AppStreamImageDeletionProvider provider = everything(
                        stack, AppStreamImageDeletionProvider.Builder.create(stack, "Provider"))
                .allowedImageNames(List.of("lab-*", "classroom-?"))
                .build();
        AppStreamImageDeletion.Builder.create(stack, "Image")
                .imageName("lab-2026-11")
                .provider(provider)
                .build();
        return stack;
    }

    private static <B extends ProviderBuilder<B>> B everything(Stack stack, B builder) {
        Vpc vpc = Vpc.Builder.create(stack, "Vpc")
                .maxAzs(2)
                .flowLogs(Map.of(
                        "All",
                        FlowLogOptions.builder()
                                .destination(FlowLogDestination.toCloudWatchLogs())
                                .build()))
                .build();
        Key key = Key.Builder.create(stack, "Key").enableKeyRotation(true).build();
        return builder.architecture(Architecture.X86_64)
                .logRetention(RetentionDays.ONE_YEAR)
                .encryptionKey(key)
                .logEncryptionKey(key)
                .vpc(vpc)
                .dashboard(true);
    }

    /** A network without a way out but endpoints. */
    private static Stack isolated() {
        Stack stack = new Stack(APP, "Isolated");
        Vpc vpc = Vpc.Builder.create(stack, "Vpc")
                .maxAzs(2)
                .subnetConfiguration(List.of(SubnetConfiguration.builder()
                        .name("Isolated")
                        .subnetType(SubnetType.PRIVATE_ISOLATED)
                        .build()))
                .flowLogs(Map.of(
                        "All",
                        FlowLogOptions.builder()
                                .destination(FlowLogDestination.toCloudWatchLogs())
                                .build()))
                .build();
        vpc.addGatewayEndpoint(
                "S3",
                GatewayVpcEndpointOptions.builder()
                        .service(GatewayVpcEndpointAwsService.S3)
                        .build());
        for (InterfaceVpcEndpointAwsService service :
                List.of(InterfaceVpcEndpointAwsService.CLOUDFORMATION, InterfaceVpcEndpointAwsService.STEP_FUNCTIONS)) {
            vpc.addInterfaceEndpoint(
                    service.getShortName(),
                    InterfaceVpcEndpointOptions.builder()
                            .service(service)
                            .open(false)
                            .build());
        }
        SecurityGroup group = SecurityGroup.Builder.create(stack, "Group")
                .vpc(vpc)
                .allowAllOutbound(false)
                .build();
        // A rule of its own, as CDK makes it when two groups name each other.
        CfnSecurityGroupEgress.Builder.create(group, "ToEndpoints")
                .groupId(group.getSecurityGroupId())
                .ipProtocol("tcp")
                .fromPort(443)
                .toPort(443)
                .cidrIp(vpc.getVpcCidrBlock())
                .build();
        image(
                stack,
                StreamingImageDeletionProvider.Builder.create(stack, "Provider")
                        .vpc(vpc)
                        .securityGroups(List.of(group))
                        .build());
        return stack;
    }

    private static NestedStack nested() {
        NestedStack nested = new NestedStack(PARENT, "Nested");
        image(nested, StreamingImageDeletionProvider.getOrCreate(PARENT));
        return nested;
    }

    private static void image(Stack stack, IStreamingImageDeletionProvider provider) {
        StreamingImageDeletion.Builder.create(stack, "Image")
                .studioId("studio-1")
                .streamingImageId("image-1")
                .provider(provider)
                .build();
    }

    private static Stack included(String id, String template) {
        Stack stack = new Stack(APP, id);
        CfnInclude.Builder.create(stack, "Template").templateFile(template).build();
        return stack;
    }

    /** Something for cdk-nag to find. */
    private static Stack careless() {
        Stack stack = new Stack(APP, "Careless");
        new Bucket(stack, "Bucket");
        return stack;
    }
}
