package io.github.streamingimage.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Stack;
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
                .isEqualTo(Map.of(
                        "StringLike",
                        Map.of(
                                "nimble:studioId",
                                List.of(
                                        "studio-1",
                                        "studio-2",
                                        "arn:*:nimble:*:*:studio/studio-1",
                                        "arn:*:nimble:*:*:studio/studio-2"))));
        assertThat(every.get("Resource")).isEqualTo(arn(":nimble:", ":streaming-image/*"));
        assertThat(narrowed.get("Resource")).isEqualTo(every.get("Resource"));
    }

    @Test
    void allowTheIdsAndTheArnsOfStudiosThatOnlyCloudFormationKnows() {
        Stack stack = new Stack();
        CfnParameter ids = CfnParameter.Builder.create(stack, "Studios")
                .type("CommaDelimitedList")
                .build();
        StreamingImageDeletionProvider.Builder.create(stack, "Provider")
                .allowedStudioIds(ids.getValueAsList())
                .build();

        Map<?, ?> condition = (Map<?, ?>) images(Policies.of(stack)).get("Condition");
        Map<?, ?> allowed = (Map<?, ?>) ((Map<?, ?>) condition.get("StringLike")).get("nimble:studioId");
        assertThat(CloudFormationFunctions.evaluate(allowed, Map.of("Studios", List.of("a-1", "b-2"))))
                .isEqualTo(List.of("a-1", "b-2", "arn:*:nimble:*:*:studio/a-1", "arn:*:nimble:*:*:studio/b-2"));
    }

    @Test
    void areNeverOpenedByAnEmptyList() {
        Stack stack = new Stack();
        assertThatThrownBy(() -> StreamingImageDeletionProvider.Builder.create(stack, "Studios")
                        .allowedStudioIds(List.of()))
                .hasMessage("allowedStudioIds must not be empty; leave it out to allow all");
        assertThatThrownBy(() -> AppStreamImageDeletionProvider.Builder.create(stack, "Names")
                        .allowedImageNames(List.of()))
                .hasMessage("allowedImageNames must not be empty; leave it out to allow all");
    }

    @Test
    void ofAppStreamAreTheseAndNoOthers() {
        Policies policies = Policies.of(Fixture.FLEET);

        assertThat(policies.of("ProviderDeletionPolicy"))
                .flatExtracting(Policies::actions)
                .containsExactlyInAnyOrder(
                        "appstream:DescribeImages",
                        "appstream:DeleteImage",
                        "cloudformation:DescribeStacks",
                        "cloudformation:ListStackResources",
                        "lambda:InvokeFunction",
                        "states:StartExecution",
                        "logs:CreateLogStream",
                        "logs:PutLogEvents");
        assertThat(policies.of("LastResort"))
                .flatExtracting(Policies::actions)
                .containsExactlyInAnyOrder(
                        "appstream:DescribeImages",
                        "cloudformation:DescribeStacks",
                        "cloudformation:ListStackResources",
                        "logs:CreateLogStream",
                        "logs:PutLogEvents");
        assertThat(policies.statements()).hasSize(3);
    }

    @Test
    void ofAppStreamReachEveryImageOfTheAccountUnlessNamesAreGiven() {
        for (String action : List.of("appstream:DescribeImages", "appstream:DeleteImage")) {
            assertThat(Policies.withAction(Policies.of(Fixture.FLEET).of("DeletionPolicy"), action)
                            .get("Resource"))
                    .isEqualTo(arn(":appstream:", ":image/*"));
            assertThat(Policies.withAction(
                                    Policies.of(Fixture.APPSTREAM_EVERYTHING).of("DeletionPolicy"), action)
                            .get("Resource"))
                    .isEqualTo(List.of(arn(":appstream:", ":image/lab-*"), arn(":appstream:", ":image/classroom-?")));
        }
    }

    @Test
    void ofAppStreamTakeNoListThatCannotBeTurnedIntoArns() {
        Stack stack = new Stack();
        CfnParameter names = CfnParameter.Builder.create(stack, "Names")
                .type("CommaDelimitedList")
                .build();

        assertThatThrownBy(() -> AppStreamImageDeletionProvider.Builder.create(stack, "Provider")
                        .allowedImageNames(names.getValueAsList()))
                .hasMessageStartingWith("allowedImageNames must be a list at synthesis");
        assertThatThrownBy(() -> AppStreamImageDeletionProvider.Builder.create(stack, "Provider")
                        .allowedImageNames(List.of("lab/*")))
                .hasMessageStartingWith("allowedImageNames must match");
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

    /** The input of an execution names the function: the role is what keeps it from naming another one. */
    @Test
    void letTheStateMachineInvokeTheFunctionOfItsProviderOnly() {
        for (Stack stack : List.of(Fixture.DEFAULTS, Fixture.FLEET, Fixture.EVERYTHING)) {
            Map<?, ?> invoke = Policies.withAction(Policies.of(stack).of("WaitingPolicy"), "lambda:InvokeFunction");

            assertThat(target(invoke)).matches("\\w*ProviderDeletionFunction[0-9A-F]{8}\\.Arn");
            assertThat(invoke.containsKey("Condition")).isFalse();
        }
    }

    @Test
    void letTheFunctionHandOverToItsStateMachineAndItsFallbackFunctionOnly() {
        List<Map<?, ?>> statements = Policies.of(Fixture.DEFAULTS).of("DeletionPolicy");

        assertThat(target(Policies.withAction(statements, "lambda:InvokeFunction")))
                .matches("\\w*ProviderLastResortAnswerFunction[0-9A-F]{8}\\.Arn");
        assertThat(target(Policies.withAction(statements, "states:StartExecution")))
                .matches("\\w*ProviderWaitingStateMachine[0-9A-F]{8}");
    }

    /** What the one resource of a statement refers to. */
    private static String target(Map<?, ?> statement) {
        Map<?, ?> reference = (Map<?, ?>) statement.get("Resource");
        return reference.get("Fn::GetAtt") instanceof List<?> path
                ? path.get(0) + "." + path.get(1)
                : (String) reference.get("Ref");
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
