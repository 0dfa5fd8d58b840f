package io.github.streamingimage.infra.example;

import io.github.streamingimage.infra.OnRollback;
import io.github.streamingimage.infra.OnServiceRetired;
import io.github.streamingimage.infra.StreamingImageDeletion;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** An example of a stack whose streaming images go with it. */
public final class StudioStack extends Stack {

    /**
     * Declares two images.
     *
     * @param scope the app
     * @param id the stack's name
     */
    public StudioStack(Construct scope, String id) {
        super(scope, id);
        CfnParameter studioId = CfnParameter.Builder.create(this, "StudioId").build();

        StreamingImageDeletion workstation = StreamingImageDeletion.Builder.create(this, "Workstation")
                .studioId("us-west-2-studio")
                .streamingImageId("Wrkstn-2024_b7Qx0aLmNp")
                .build();

        StreamingImageDeletion.Builder.create(this, "Scratch")
                .studioId(studioId.getValueAsString())
                .streamingImageId("Scratch_0001")
                .onRollback(OnRollback.DELETE)
                .onServiceRetired(OnServiceRetired.FAIL)
                .serviceTimeout(Duration.minutes(20))
                .build();

        CfnOutput.Builder.create(this, "WorkstationImage")
                .value(workstation.getEc2ImageId())
                .build();
    }
}
