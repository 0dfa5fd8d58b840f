package io.github.streamingimage.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;

/** What may be done with the images of AppStream. */
final class AppStreamPermissions {
    private AppStreamPermissions() {}

    /** An image's ARN ends with its name, so patterns of names narrow it; null allows every image of the account. */
    static ImagePermissions of(Stack stack, List<String> allowedImageNames) {
        List<String> images = (allowedImageNames == null ? List.of("*") : allowedImageNames)
                .stream()
                        .map(name -> stack.formatArn(ArnComponents.builder()
                                .service("appstream")
                                .resource("image")
                                .resourceName(name)
                                .build()))
                        .toList();
        return new ImagePermissions(
                List.of(images("LookAtImages", "appstream:DescribeImages", images)),
                List.of(images("DeleteImages", "appstream:DeleteImage", images)),
                List.of(
                        Suppressions.wildcard(
                                ":image\\/.*\\*",
                                "Images are named by the stacks that use the provider, later; allowedImageNames narrows"
                                        + " it where it is given"),
                        Suppressions.wildcard(
                                "::\\*",
                                "In a VPC, network interfaces, which Lambda makes in the function's name and EC2 cannot"
                                        + " narrow")));
    }

    private static PolicyStatement images(String sid, String action, List<String> images) {
        return Permissions.allow(sid, List.of(action), images, Map.of());
    }
}
