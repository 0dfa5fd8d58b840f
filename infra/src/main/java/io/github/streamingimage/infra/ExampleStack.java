package io.github.streamingimage.infra;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** An example: a stack that declares one image and leaves the work to the provider that was deployed before. */
final class ExampleStack extends Stack {
    ExampleStack(Construct scope, AppContext.Image image) {
        super(scope, "StreamingImageDeletionExample");
        StreamingImageDeletion deletion = StreamingImageDeletion.Builder.create(this, "StreamingImage")
                .studioId(image.studioId())
                .streamingImageId(image.streamingImageId())
                .provider(StreamingImageDeletionProvider.fromServiceToken(
                        this, "Provider", Fn.importValue(StreamingImageDeletionApp.EXPORT_NAME)))
                .build();
        CfnOutput.Builder.create(this, "Ec2ImageId")
                .description("The machine image that the streaming image was made from")
                .value(deletion.attrEc2ImageId())
                .build();
    }
}
