package io.github.streamingimage.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;

class PermissionsTest {

    @Test
    void areTheseAndNoOthers() {
        assertThat(Policies.of(Fixture.DEFAULTS).of("ProviderDeletionPolicy"))
                .flatExtracting(Policies::actions)
                .containsExactlyInAnyOrder(
                        "nimble:GetStreamingImage",
                        "nimble:DeleteStreamingImage",
                        "nimble:UntagResource",
                        "ec2:DeregisterImage",
                        "ec2:DeleteSnapshot",
                        "ec2:ModifyInstanceAttribute",
                        "ec2:ModifySnapshotAttribute",
                        "kms:ListGrants",
                        "kms:RetireGrant",
                        "cloudformation:DescribeStacks",
                        "cloudformation:ListStackResources",
                        "lambda:InvokeFunction",
                        "states:StartExecution",
                        "logs:CreateLogStream",
                        "logs:PutLogEvents");
        assertThat(Policies.of(Fixture.DEFAULTS).of("LastResort"))
                .flatExtracting(Policies::actions)
                .containsExactlyInAnyOrder(
                        "nimble:GetStreamingImage",
                        "cloudformation:DescribeStacks",
                        "cloudformation:ListStackResources",
                        "logs:CreateLogStream",
                        "logs:PutLogEvents");
        assertThat(Policies.of(Fixture.DEFAULTS).of("WaitingPolicy"))
                .flatExtracting(Policies::actions)
                .containsExactly("lambda:InvokeFunction");
        assertThat(Policies.of(Fixture.DEFAULTS).statements()).hasSize(3);
    }

    @Test
    void areGivenByNoManagedPolicyAndNoPolicyInsideARole() {
        Fixture.template(Fixture.EVERYTHING).findResources("AWS::IAM::Role").values().stream()
                .map(role -> (Map<?, ?>) role.get("Properties"))
                .forEach(role -> assertThat(role.keySet())
                        .allMatch(name -> !name.equals("ManagedPolicyArns") && !name.equals("Policies")));
    }

    @Test
    void growByWhatAKeyAndANetworkNeedAndNoMore() {
        Policies policies = Policies.of(Fixture.EVERYTHING);

        assertThat(policies.statements().keySet())
                .filteredOn(id -> id.startsWith("Provider"))
                .hasSize(3);
        assertThat(policies.of("LastResort"))
                .flatExtracting(Policies::actions)
                .containsExactlyInAnyOrder(
                        "nimble:GetStreamingImage",
                        "cloudformation:DescribeStacks",
                        "cloudformation:ListStackResources",
                        "logs:CreateLogStream",
                        "logs:PutLogEvents",
                        "kms:Decrypt",
                        "ec2:CreateNetworkInterface",
                        "ec2:DescribeNetworkInterfaces",
                        "ec2:DescribeSubnets",
                        "ec2:DeleteNetworkInterface",
                        "ec2:AssignPrivateIpAddresses",
                        "ec2:UnassignPrivateIpAddresses");
        assertThat(policies.of("WaitingPolicy"))
                .flatExtracting(Policies::actions)
                .containsExactlyInAnyOrder("lambda:InvokeFunction", "kms:Decrypt", "kms:GenerateDataKey");
    }

    @Test
    void nimbleStudioForwardsSomeCallsAndNobodyElseMakesThem() {
        Map<?, ?> statement =
                Policies.withAction(Policies.of(Fixture.DEFAULTS).of("DeletionPolicy"), "ec2:DeregisterImage");

        assertThat(Policies.actions(statement)).contains("kms:RetireGrant", "nimble:UntagResource");
        assertThat(statement.get("Condition"))
                .isEqualTo(Map.of("StringEquals", Map.of("aws:CalledViaLast", "nimble.amazonaws.com")));
    }

    @Test
    void reachEveryStudioUnlessStudiosAreGiven() {
        Map<?, ?> every = images(Policies.of(Fixture.DEFAULTS));
        Map<?, ?> narrowed = images(Policies.of(Fixture.EVERYTHING));

        assertThat(every.get("Condition")).isNull();
        assertThat(narrowed.get("Condition"))
                .isEqualTo(Map.of("StringEquals", Map.of("nimble:studioId", List.of("studio-1", "studio-2"))));
        assertThat(every.get("Resource")).isEqualTo(arn(":nimble:", ":streaming-image/*"));
        assertThat(narrowed.get("Resource")).isEqualTo(every.get("Resource"));
    }

    private static Map<?, ?> images(Policies policies) {
        return Policies.withAction(policies.of("DeletionPolicy"), "nimble:DeleteStreamingImage");
    }

    @Test
    void endAtTheAccountAndTheRegion() {
        assertThat(Policies.withAction(
                                Policies.of(Fixture.DEFAULTS).of("DeletionPolicy"), "cloudformation:DescribeStacks")
                        .get("Resource"))
                .isEqualTo(arn(":cloudformation:", ":stack/*/*"));
    }

    @Test
    void onlyTheForwardedCallsAndTheNetworkInterfacesAreOpenForAnyResource() {
        assertThat(Policies.of(Fixture.EVERYTHING).statements().values().stream()
                        .flatMap(List::stream))
                .filteredOn(statement -> "*".equals(statement.get("Resource")))
                .extracting(statement -> (Object) statement.get("Sid"))
                .containsOnly("WhatNimbleStudioForwards", "RunInAVpc");
    }

    @Test
    void useTheKeyForThisStateMachineOnly() {
        assertThat(Policies.withAction(Policies.of(Fixture.EVERYTHING).of("WaitingPolicy"), "kms:GenerateDataKey")
                        .get("Condition"))
                .isEqualTo(
                        Policies.withAction(Policies.of(Fixture.EVERYTHING).of("DeletionPolicy"), "kms:GenerateDataKey")
                                .get("Condition"))
                .asString()
                .contains("kms:EncryptionContext:aws:states:stateMachineArn", "WaitingStateMachine");
    }

    @Test
    void stepFunctionsTakesTheRoleForThisAccountOnly() {
        Fixture.template(Fixture.DEFAULTS)
                .hasResourceProperties(
                        "AWS::IAM::Role",
                        Map.of(
                                "AssumeRolePolicyDocument",
                                Map.of(
                                        "Statement",
                                        List.of(Match.objectLike(Map.of(
                                                "Principal", Map.of("Service", "states.amazonaws.com"),
                                                "Condition",
                                                        Map.of(
                                                                "StringEquals",
                                                                Map.of(
                                                                        "aws:SourceAccount",
                                                                        Map.of("Ref", "AWS::AccountId")))))))));
    }

    private static Map<String, Object> arn(String service, String resource) {
        return Map.of(
                "Fn::Join",
                List.of(
                        "",
                        List.of(
                                "arn:",
                                Map.of("Ref", "AWS::Partition"),
                                service,
                                Map.of("Ref", "AWS::Region"),
                                ":",
                                Map.of("Ref", "AWS::AccountId"),
                                resource)));
    }
}
