package io.github.streamingimage.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    static void explain(Policy policy, List<Map<String, Object>> wildcards) {
        List<Map<String, Object>> all = new ArrayList<>(wildcards);
        all.add(wildcard(
                ":stack\\/\\*\\/\\*", "Any stack of the account may use the provider; reading its status only"));
        suppress(policy, all);
    }

    static void explain(Policy observation) {
        suppress(observation, List.of(wildcard("::\\*", "Log delivery and tracing cannot be narrowed to resources")));
    }

    static void explain(StateMachine stateMachine, ProviderOptions options) {
        List<Map<String, Object>> rules = new ArrayList<>();
        if (!options.executionLogs()) {
            rules.add(rule(
                    "AwsSolutions-SF1",
                    "The function logs every look, the execution's history keeps every event, and log delivery"
                            + " needs permissions on all resources"));
        }
        if (!options.tracing()) {
            rules.add(rule(
                    "AwsSolutions-SF2", "One function, called in a loop: there is nothing to trace between services"));
        }
        suppress(stateMachine, rules);
    }

    /** The construct library lets functions and state machines depend on their roles, though they refer to them as well. */
    static void explainRedundantDependency(IConstruct construct) {
        CfnResource resource = (CfnResource) construct.getNode().getDefaultChild();
        resource.addMetadata("cfn-lint", Map.of("config", Map.of("ignore_checks", List.of("W3005"))));
    }

    private static void suppress(IConstruct construct, List<Map<String, Object>> suppressions) {
        CfnResource resource = (CfnResource) construct.getNode().getDefaultChild();
        resource.addMetadata("cdk_nag", Map.of("rules_to_suppress", suppressions));
    }

    private static Map<String, Object> rule(String id, String reason) {
        return new TreeMap<>(Map.of("id", id, "reason", reason));
    }

    static Map<String, Object> wildcard(String endOfResource, String reason) {
        return new TreeMap<>(Map.of(
                "id",
                "AwsSolutions-IAM5",
                "reason",
                reason,
                "applies_to",
                List.of(Map.of("regex", "/^Resource.*%s$/".formatted(endOfResource)))));
    }
}
