package io.github.streamingimage.infra;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.services.iam.Policy;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.IConstruct;

/**
 * Why some findings of cdk-nag's AwsSolutions rules and of cfn-lint do not apply, written where these look for it: into the
 * resources' metadata. So a user's own check is quiet about the provider, and no user gets cdk-nag as a dependency.
 */
final class Suppressions {
    private Suppressions() {}

    static void explain(Policy policy) {
        suppress(
                policy,
                wildcard(
                        ":streaming-image\\/\\*",
                        "Images are named by the stacks that use the provider, later; nimble:studioId narrows it"
                                + " to studios where they are given"),
                wildcard(
                        ":stack\\/\\*\\/\\*", "Any stack of the account may use the provider; reading its status only"),
                wildcard(
                        "::\\*",
                        "Calls that Nimble Studio forwards, and no others (aws:CalledViaLast); in a VPC, network"
                                + " interfaces, which Lambda makes in the function's name and EC2 cannot narrow"));
    }

    static void explain(StateMachine stateMachine) {
        suppress(
                stateMachine,
                rule(
                        "AwsSolutions-SF1",
                        "The function logs every look, the execution's history keeps every event, and log delivery"
                                + " needs permissions on all resources"),
                rule("AwsSolutions-SF2", "One function, called in a loop: there is nothing to trace between services"));
    }

    /** The construct library lets functions and state machines depend on their roles, though they refer to them as well. */
    static void explainRedundantDependency(IConstruct construct) {
        CfnResource resource = (CfnResource) construct.getNode().getDefaultChild();
        resource.addMetadata("cfn-lint", Map.of("config", Map.of("ignore_checks", List.of("W3005"))));
    }

    private static void suppress(IConstruct construct, Map<?, ?>... suppressions) {
        CfnResource resource = (CfnResource) construct.getNode().getDefaultChild();
        resource.addMetadata(
                "cdk_nag", Map.of("rules_to_suppress", Stream.of(suppressions).toList()));
    }

    private static Map<String, String> rule(String id, String reason) {
        return new TreeMap<>(Map.of("id", id, "reason", reason));
    }

    private static Map<String, Object> wildcard(String endOfResource, String reason) {
        return new TreeMap<>(Map.of(
                "id",
                "AwsSolutions-IAM5",
                "reason",
                reason,
                "applies_to",
                List.of(Map.of("regex", "/^Resource.*%s$/".formatted(endOfResource)))));
    }
}
