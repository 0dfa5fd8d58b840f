package io.github.streamingimage.infra;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.iam.PolicyStatement;

/** What may be done with the streaming images of Nimble Studio. */
final class NimbleStudioPermissions {
    // The images are the account's and the region's by their own ARNs.
    private static final String ANY_STUDIO_ARN = "arn:*:nimble:*:*:studio/";

    private NimbleStudioPermissions() {}

    /** Null for {@code allowedStudioIds} allows every studio of the account. */
    static ImagePermissions of(Stack stack, List<String> allowedStudioIds) {
        return new ImagePermissions(
                List.of(images("LookAtImages", "nimble:GetStreamingImage", stack, allowedStudioIds)),
                List.of(
                        images("DeleteImages", "nimble:DeleteStreamingImage", stack, allowedStudioIds),
                        forwardedByNimbleStudio()),
                List.of(
                        Suppressions.wildcard(
                                ":streaming-image\\/\\*",
                                "Images are named by the stacks that use the provider, later; nimble:studioId narrows it"
                                        + " to studios where they are given"),
                        Suppressions.wildcard(
                                "::\\*",
                                "Calls that Nimble Studio forwards, and no others (aws:CalledViaLast); in a VPC, network"
                                        + " interfaces, which Lambda makes in the function's name and EC2 cannot narrow")));
    }

    /**
     * An image's ARN does not name its studio; the condition key does. The Service Authorization Reference gives the key the type
     * ARN, the service is gone and cannot be asked: both forms of each studio are allowed, the id and the ARN.
     */
    private static PolicyStatement images(String sid, String action, Stack stack, List<String> allowedStudioIds) {
        String images = stack.formatArn(ArnComponents.builder()
                .service("nimble")
                .resource("streaming-image")
                .resourceName("*")
                .build());
        return Permissions.allow(
                sid,
                List.of(action),
                List.of(images),
                allowedStudioIds == null
                        ? Map.of()
                        : Map.of("StringLike", Map.of("nimble:studioId", idsAndArns(allowedStudioIds))));
    }

    private static List<String> idsAndArns(List<String> studioIds) {
        if (Token.isUnresolved(studioIds)) {
            // The list is known to CloudFormation only, which can put a text between its elements.
            String ids = Fn.join(",", studioIds);
            String arns = Fn.join("," + ANY_STUDIO_ARN, studioIds);
            return Fn.split(",", Fn.join("", List.of(ids, ",", ANY_STUDIO_ARN, arns)));
        }
        return Stream.concat(studioIds.stream(), studioIds.stream().map(ANY_STUDIO_ARN::concat))
                .toList();
    }

    /**
     * What Nimble Studio does in the name of whoever deletes an image: it takes off its tags, gives up the machine
     * image and its snapshots, and retires its grants on the key. Only calls that Nimble Studio forwards are allowed,
     * none of the function's own.
     */
    private static PolicyStatement forwardedByNimbleStudio() {
        return Permissions.allow(
                "WhatNimbleStudioForwards",
                List.of(
                        "nimble:UntagResource",
                        "ec2:DeregisterImage",
                        "ec2:DeleteSnapshot",
                        "ec2:ModifyInstanceAttribute",
                        "ec2:ModifySnapshotAttribute",
                        "kms:ListGrants",
                        "kms:RetireGrant"),
                List.of("*"),
                Map.of("StringEquals", Map.of("aws:CalledViaLast", "nimble.amazonaws.com")));
    }
}
