package io.github.streamingimage.infra.example;

import io.github.streamingimage.infra.AppStreamImageDeletion;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.appstream.CfnFleet;
import software.amazon.awscdk.services.appstream.CfnFleet.ComputeCapacityProperty;
import software.constructs.Construct;

/** An example of a stack whose fleet goes before the image that it uses, since it takes the image's name from the resource. */
public final class FleetStack extends Stack {

    /**
     * Declares an image and a fleet.
     *
     * @param scope the app
     * @param id the stack's name
     */
    public FleetStack(Construct scope, String id) {
        super(scope, id);
        AppStreamImageDeletion image = AppStreamImageDeletion.Builder.create(this, "Image")
                .imageName("lab-2026-11")
                .build();

        CfnFleet.Builder.create(this, "Fleet")
                .name("lab")
                .instanceType("stream.standard.medium")
                .fleetType("ON_DEMAND")
                .computeCapacity(
                        ComputeCapacityProperty.builder().desiredInstances(1).build())
                .imageName(image.getImageName())
                .build();
    }
}
