package io.github.streamingimage.consumer;

import io.github.streamingimage.infra.AppStreamImageDeletion;
import io.github.streamingimage.infra.AppStreamImageDeletionProvider;
import io.github.streamingimage.infra.IAppStreamImageDeletionProvider;
import io.github.streamingimage.infra.IStreamingImageDeletionProvider;
import io.github.streamingimage.infra.StreamingImageDeletion;
import io.github.streamingimage.infra.StreamingImageDeletionProvider;
import java.util.List;
import software.amazon.awscdk.App;
import software.amazon.awscdk.NestedStack;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/** The layouts in which users put providers and images. The CDK's command line, or a test, says with which flags and where to. */
public final class ConsumerApp {
    private ConsumerApp() {}

    public static void main(String[] args) {
        App app = new App();
        ownProvider(app);
        twoStacks(app);
        nested(app);
        isolatedNetwork(app);
        keyAndTwoDashboards(app);
        app.synth();
    }

    private static void ownProvider(Construct app) {
        Stack stack = new Stack(app, "OwnProvider");
        images(stack, StreamingImageDeletionProvider.getOrCreate(stack), AppStreamImageDeletionProvider.getOrCreate(stack));
    }

    private static void twoStacks(Construct app) {
        Stack shared = new Stack(app, "Shared");
        images(
                new Stack(app, "Sharing"),
                new StreamingImageDeletionProvider(shared, "Streaming"),
                new AppStreamImageDeletionProvider(shared, "AppStream"));
    }

    private static void nested(Construct app) {
        Stack parent = new Stack(app, "Parent");
        images(
                new NestedStack(parent, "Nested"),
                StreamingImageDeletionProvider.getOrCreate(parent),
                AppStreamImageDeletionProvider.getOrCreate(parent));
    }

    private static void isolatedNetwork(Construct app) {
        Stack stack = new Stack(app, "Isolated");
        Vpc vpc = Vpc.Builder.create(stack, "Vpc")
                .maxAzs(2)
                .subnetConfiguration(List.of(SubnetConfiguration.builder()
                        .name("Isolated")
                        .subnetType(SubnetType.PRIVATE_ISOLATED)
                        .build()))
                .build();
        vpc.addGatewayEndpoint(
                "S3",
                GatewayVpcEndpointOptions.builder()
                        .service(GatewayVpcEndpointAwsService.S3)
                        .build());
        vpc.addInterfaceEndpoint(
                "CloudFormation",
                InterfaceVpcEndpointOptions.builder()
                        .service(InterfaceVpcEndpointAwsService.CLOUDFORMATION)
                        .build());
        images(
                stack,
                StreamingImageDeletionProvider.Builder.create(stack, "Streaming").vpc(vpc).build(),
                AppStreamImageDeletionProvider.Builder.create(stack, "AppStream").vpc(vpc).build());
    }

    private static void keyAndTwoDashboards(Construct app) {
        Stack stack = new Stack(app, "Key");
        Key key = new Key(stack, "Key");
        for (String team : List.of("Blue team", "Blueteam")) {
            Construct scope = new Construct(stack, team);
            images(
                    scope,
                    StreamingImageDeletionProvider.Builder.create(scope, "Streaming")
                            .encryptionKey(key)
                            .logEncryptionKey(key)
                            .executionLogs(true)
                            .dashboard(true)
                            .build(),
                    AppStreamImageDeletionProvider.Builder.create(scope, "AppStream")
                            .encryptionKey(key)
                            .logEncryptionKey(key)
                            .tracing(true)
                            .dashboard(true)
                            .build());
        }
    }

    private static void images(
            Construct scope, IStreamingImageDeletionProvider streaming, IAppStreamImageDeletionProvider appStream) {
        StreamingImageDeletion.Builder.create(scope, "Workstation")
                .studioId("us-west-2-studio")
                .streamingImageId("Wrkstn-2024_b7Qx0aLmNp")
                .provider(streaming)
                .build();
        AppStreamImageDeletion.Builder.create(scope, "Lab")
                .imageName("lab-2026-11")
                .provider(appStream)
                .build();
    }
}
