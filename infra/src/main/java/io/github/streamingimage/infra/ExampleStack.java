package io.github.streamingimage.infra;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** An example: a stack that declares one image and leaves the work to the provider that was deployed before. */
final class ExampleStack extends Stack {
    private ExampleStack(Construct scope, DeployedService service) {
        super(scope, service.exampleId());
    }

    static Stack of(Construct scope, AppContext.StreamingImage image) {
        Stack stack = new ExampleStack(scope, DeployedService.NIMBLE_STUDIO);
        StreamingImageDeletion deletion = StreamingImageDeletion.Builder.create(stack, "StreamingImage")
                .studioId(image.studioId())
                .streamingImageId(image.streamingImageId())
                .provider(StreamingImageDeletionProvider.fromExport(stack, "Provider"))
                .build();
        CfnOutput.Builder.create(stack, "Ec2ImageId")
                .description("The machine image that the streaming image was made from")
                .value(deletion.getEc2ImageId())
                .build();
        return stack;
    }

    static Stack of(Construct scope, String imageName) {
        Stack stack = new ExampleStack(scope, DeployedService.APPSTREAM);
        AppStreamImageDeletion deletion = AppStreamImageDeletion.Builder.create(stack, "Image")
                .imageName(imageName)
                .provider(AppStreamImageDeletionProvider.fromExport(stack, "Provider"))
                .build();
        CfnOutput.Builder.create(stack, "ImageArn")
                .description("The image that is deleted with this stack")
                .value(deletion.getImageArn())
                .build();
        return stack;
    }
}
