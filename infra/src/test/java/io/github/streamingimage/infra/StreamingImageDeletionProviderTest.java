package io.github.streamingimage.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.kms.Alias;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

class StreamingImageDeletionProviderTest {

    @Test
    void runsTheFunctionsOnTheNewestRuntimeAndTheCheaperProcessor() {
        Fixture.template(Fixture.DEFAULTS)
                .allResourcesProperties(
                        "AWS::Lambda::Function",
                        Map.of(
                                "Runtime",
                                "java25",
                                "Architectures",
                                List.of("arm64"),
                                "MemorySize",
                                1024,
                                "Handler",
                                "io.github.streamingimage.StreamingImageDeletionHandler::handleRequest",
                                "LoggingConfig",
                                Map.of("LogFormat", "JSON")));
    }

    @Test
    void namesTheStateMachineToTheFunctionAndNothingElse() {
        Fixture.template(Fixture.DEFAULTS)
                .hasResourceProperties(
                        "AWS::Lambda::Function",
                        Map.of(
                                "Timeout",
                                180,
                                "Environment",
                                Match.objectEquals(Map.of(
                                        "Variables",
                                        Map.of(
                                                "STATE_MACHINE_ARN",
                                                Map.of("Ref", Match.stringLikeRegexp(".*WaitingStateMachine.*")))))));
    }

    @Test
    void hasNothingOfStepFunctionsWhenItWaitsInline() {
        TemplateGraph graph = TemplateGraph.of(Fixture.template(Fixture.INLINE));

        assertThat(graph.types().values())
                .noneMatch(type -> type.startsWith("AWS::StepFunctions::") || type.startsWith("AWS::Events::"));
        assertThat(Policies.of(Fixture.INLINE).actions()).noneMatch(action -> action.startsWith("states:"));
        Fixture.template(Fixture.INLINE)
                .hasResourceProperties("AWS::Lambda::Function", Map.of("Timeout", 900, "Environment", Match.absent()));
    }

    @Test
    void handsAFailedEventToTheFallbackFunction() {
        Fixture.template(Fixture.DEFAULTS)
                .hasResourceProperties(
                        "AWS::Lambda::EventInvokeConfig",
                        Map.of(
                                "FunctionName",
                                Map.of("Ref", Match.stringLikeRegexp(".*DeletionFunction.*")),
                                "Qualifier",
                                "$LATEST",
                                "MaximumRetryAttempts",
                                2,
                                "MaximumEventAgeInSeconds",
                                3000,
                                "DestinationConfig",
                                Map.of(
                                        "OnFailure",
                                        Map.of(
                                                "Destination",
                                                Map.of(
                                                        "Fn::GetAtt",
                                                        List.of(
                                                                Match.stringLikeRegexp(".*LastResortAnswerFunction.*"),
                                                                "Arn"))))));
    }

    /** Lambda refuses such a configuration: "You can't specify the function as a destination for itself." */
    @Test
    void noFunctionIsItsOwnDestination() {
        Stream<Map<?, ?>> configurations =
                Fixture.template(Fixture.DEFAULTS).findResources("AWS::Lambda::EventInvokeConfig").values().stream()
                        .map(configuration -> (Map<?, ?>) configuration.get("Properties"));

        assertThat(configurations)
                .hasSize(2)
                .allSatisfy(properties -> assertThat(String.valueOf(properties.get("DestinationConfig")))
                        .doesNotContain((String) ((Map<?, ?>) properties.get("FunctionName")).get("Ref")));
    }

    @Test
    void respondsForExecutionsThatEndedWithoutAResponse() {
        Fixture.template(Fixture.DEFAULTS)
                .hasResourceProperties(
                        "AWS::Events::Rule",
                        Map.of(
                                "EventPattern",
                                Match.objectEquals(Map.of(
                                        "source",
                                        List.of("aws.states"),
                                        "detail-type",
                                        List.of("Step Functions Execution Status Change"),
                                        "detail",
                                        Map.of(
                                                "status",
                                                List.of("FAILED", "TIMED_OUT", "ABORTED"),
                                                "stateMachineArn",
                                                List.of(Map.of(
                                                        "Ref", Match.stringLikeRegexp(".*WaitingStateMachine.*")))))),
                                "Targets",
                                List.of(Match.objectEquals(Map.of(
                                        "Arn",
                                        Map.of(
                                                "Fn::GetAtt",
                                                List.of(Match.stringLikeRegexp(".*LastResortAnswerFunction.*"), "Arn")),
                                        "Id",
                                        "Target0",
                                        "RetryPolicy",
                                        Map.of("MaximumEventAgeInSeconds", 3600))))));
    }

    @Test
    void givesTheFallbackFunctionThreeMinutesTwoRetriesAndAnHour() {
        Fixture.template(Fixture.DEFAULTS)
                .hasResourceProperties(
                        "AWS::Lambda::Function",
                        Map.of(
                                "Description",
                                Match.stringLikeRegexp("Responds to CloudFormation when .*"),
                                "Timeout",
                                180,
                                "Environment",
                                Match.absent()));
        Fixture.template(Fixture.DEFAULTS)
                .hasResourceProperties(
                        "AWS::Lambda::EventInvokeConfig",
                        Map.of(
                                "FunctionName",
                                Map.of("Ref", Match.stringLikeRegexp(".*LastResortAnswerFunction.*")),
                                "Qualifier",
                                "$LATEST",
                                "MaximumRetryAttempts",
                                2,
                                "MaximumEventAgeInSeconds",
                                3600,
                                "DestinationConfig",
                                Match.absent()));
    }

    @Test
    void keepsOneLogForAMonth() {
        Fixture.template(Fixture.DEFAULTS).resourceCountIs("AWS::Logs::LogGroup", 1);
        Fixture.template(Fixture.DEFAULTS).hasResourceProperties("AWS::Logs::LogGroup", Map.of("RetentionInDays", 30));
        Fixture.template(Fixture.EVERYTHING)
                .hasResourceProperties("AWS::Logs::LogGroup", Map.of("RetentionInDays", 365));
    }

    @Test
    void encryptsWhatCanHoldTheAddressOfAnAnswer() {
        Map<String, Object> key = Map.of("Fn::GetAtt", List.of(Match.stringLikeRegexp("Key.*"), "Arn"));

        Fixture.template(Fixture.EVERYTHING).allResourcesProperties("AWS::Lambda::Function", Map.of("KmsKeyArn", key));
        Fixture.template(Fixture.EVERYTHING)
                .hasResourceProperties(
                        "AWS::StepFunctions::StateMachine",
                        Map.of("EncryptionConfiguration", Map.of("KmsKeyId", key, "Type", "CUSTOMER_MANAGED_KMS_KEY")));
        Fixture.template(Fixture.DEFAULTS)
                .allResourcesProperties("AWS::Lambda::Function", Map.of("KmsKeyArn", Match.absent()));
    }

    @Test
    void encryptsTheLogWithAKeyThatLetsCloudWatchLogsUseIt() {
        Map<String, Object> key = Map.of("Fn::GetAtt", List.of(Match.stringLikeRegexp("Key.*"), "Arn"));

        Fixture.template(Fixture.EVERYTHING)
                .hasResourceProperties("AWS::Logs::LogGroup", Map.of("RetentionInDays", 365, "KmsKeyId", key));
        assertThat(Fixture.template(Fixture.EVERYTHING)
                        .findResources("AWS::KMS::Key")
                        .toString())
                .contains("kms:EncryptionContext:aws:logs:arn", "{Ref=AWS::AccountId}, :log-group:*", "Service=");
    }

    @Test
    void takesNoAliasForAKeyAndNoKeyThatWouldProtectNothing() {
        Stack stack = new Stack();
        Key key = new Key(stack, "Key");

        assertThatThrownBy(() -> StreamingImageDeletionProvider.Builder.create(stack, "Alias")
                        .encryptionKey(key.addAlias("alias/images"))
                        .build())
                .hasMessage("encryptionKey must be the key itself, but was an alias");
        assertThatThrownBy(() -> StreamingImageDeletionProvider.Builder.create(stack, "Imported")
                        .logEncryptionKey(Alias.fromAliasName(stack, "Name", "alias/images"))
                        .build())
                .hasMessage("logEncryptionKey must be the key itself, but was an alias");
        assertThatThrownBy(() -> StreamingImageDeletionProvider.Builder.create(stack, "Inline")
                        .encryptionKey(key)
                        .waiting(Waiting.INLINE)
                        .build())
                .hasMessage("encryptionKey protects the state machine, which does not exist with Waiting.INLINE");
    }

    @Test
    void runsInAVpcOnAnotherProcessorWithinABoundary() {
        Fixture.template(Fixture.EVERYTHING)
                .allResourcesProperties(
                        "AWS::Lambda::Function",
                        Map.of(
                                "Architectures",
                                List.of("x86_64"),
                                "VpcConfig",
                                Map.of(
                                        "SubnetIds",
                                        List.of(
                                                Map.of("Ref", Match.stringLikeRegexp("VpcPrivateSubnet1.*")),
                                                Map.of("Ref", Match.stringLikeRegexp("VpcPrivateSubnet2.*"))))));
        Map<String, Map<String, Object>> roles = Fixture.template(Fixture.EVERYTHING)
                .findResources("AWS::IAM::Role", Map.of("Properties", Map.of("PermissionsBoundary", Match.anyValue())));
        assertThat(roles.keySet()).hasSize(3).allMatch(role -> role.startsWith("Provider"));
    }

    @Test
    void isOnePerStack() {
        Stack stack = new Stack();

        assertThat(StreamingImageDeletionProvider.getOrCreate(stack))
                .isSameAs(StreamingImageDeletionProvider.getOrCreate(stack));
    }

    @Test
    void saysWhatHasTakenTheIdOfTheStacksOwn() {
        Stack stack = new Stack(new App(), "Stack");
        new Construct(stack, "StreamingImageDeletionProvider");

        assertThatThrownBy(() -> StreamingImageDeletionProvider.getOrCreate(stack))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Stack/StreamingImageDeletionProvider is taken by something that is no");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void warnsWhenAProviderWasMadeAndNotPassed(boolean madeFirst) {
        Stack stack = new Stack(new App(), "Stack");
        if (madeFirst) {
            new StreamingImageDeletionProvider(stack, "Mine");
        }
        StreamingImageDeletion.Builder.create(stack, "Image")
                .studioId("studio-1")
                .streamingImageId("image-1")
                .build();
        if (!madeFirst) {
            new StreamingImageDeletionProvider(stack, "Mine");
        }

        Annotations.fromStack(stack)
                .hasWarning(
                        "*",
                        Match.stringLikeRegexp(
                                "Stack/StreamingImageDeletionProvider was made with the defaults, for images"
                                        + " without provider\\(\\.\\.\\.\\), though there is Stack/Mine.*"));
    }

    @Test
    void isSilentAboutProvidersThatWereMeant() {
        App app = new App();
        Stack stack = new Stack(app, "Stack");
        new StreamingImageDeletionProvider(stack, "Mine");
        new StreamingImageDeletionProvider(stack, "Another");
        AppStreamImageDeletionProvider.getOrCreate(stack);

        Annotations.fromStack(stack).hasNoWarning("*", Match.stringLikeRegexp(".*was made with the defaults.*"));
    }

    @Test
    void namesThePropertyThatContradictsAnother() {
        Stack stack = new Stack();

        assertThatThrownBy(() -> StreamingImageDeletionProvider.Builder.create(stack, "Subnets")
                        .vpcSubnets(SubnetSelection.builder().build())
                        .build())
                .hasMessage("vpcSubnets needs vpc, which is missing");
        assertThatThrownBy(() -> StreamingImageDeletionProvider.Builder.create(stack, "Groups")
                        .securityGroups(List.of(SecurityGroup.fromSecurityGroupId(stack, "Group", "sg-1")))
                        .build())
                .hasMessage("securityGroups needs vpc, which is missing");
        assertThatThrownBy(() -> StreamingImageDeletionProvider.Builder.create(stack, "Studios")
                        .allowedStudioIds(List.of("studio-1", "studio 2"))
                        .build())
                .hasMessage("allowedStudioIds must match [a-zA-Z0-9_-]{1,64}, but was 'studio 2'");
    }
}
