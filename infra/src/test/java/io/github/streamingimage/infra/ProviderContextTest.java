package io.github.streamingimage.infra;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

/** What an operator can say without Java: context values of the app. */
class ProviderContextTest {
    private static final String KEY = "arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    private static final String TOPIC = "arn:aws:sns:us-west-2:111122223333:operators";
    private static final String BOUNDARY = "arn:aws:iam::111122223333:policy/boundary";
    private static final Map<String, Object> EVERYTHING = new TreeMap<>(Map.of(
            "dashboard", "true",
            "executionLogs", "true",
            "tracing", "true",
            "logRetention", "ONE_YEAR",
            "encryptionKeyArn", KEY,
            "alarmTopicArn", TOPIC,
            "permissionsBoundaryArn", BOUNDARY,
            "vpcId", "vpc-0123",
            "subnetIds", "subnet-0a,subnet-0b",
            "securityGroupIds", List.of("sg-0c")));
    private static final App APP = app();

    private static App app() {
        EVERYTHING.put("logEncryptionKeyArn", KEY);
        EVERYTHING.put("allowedStudioIds", "studio-1, studio-2");
        EVERYTHING.put("allowedImageNames", List.of("lab-*"));
        App app = new App(AppProps.builder().context(EVERYTHING).build());
        StreamingImageDeletionApp.declare(app, System.err);
        return app;
    }

    private static Template template(String service) {
        return Template.fromStack((Stack) APP.getNode().findChild(service + "ImageDeletionProvider"));
    }

    private static String error(Map<String, Object> context) {
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        App app = new App(AppProps.builder().context(context).build());
        assertThat(StreamingImageDeletionApp.declare(app, new PrintStream(errors, true, UTF_8)))
                .isFalse();
        return errors.toString(UTF_8).strip();
    }

    @Test
    void configuresTheProvidersOfBothServices() {
        for (String service : List.of("Streaming", "AppStream")) {
            Template template = template(service);
            template.resourceCountIs("AWS::CloudWatch::Dashboard", 1);
            template.hasResourceProperties("AWS::Logs::LogGroup", Map.of("RetentionInDays", 365, "KmsKeyId", KEY));
            template.allResourcesProperties("AWS::CloudWatch::Alarm", Map.of("AlarmActions", List.of(TOPIC)));
            template.allResourcesProperties("AWS::IAM::Role", Map.of("PermissionsBoundary", BOUNDARY));
            template.allResourcesProperties(
                    "AWS::Lambda::Function",
                    Map.of(
                            "KmsKeyArn",
                            KEY,
                            "VpcConfig",
                            Map.of(
                                    "SubnetIds",
                                    List.of("subnet-0a", "subnet-0b"),
                                    "SecurityGroupIds",
                                    List.of("sg-0c"))));
            template.hasResourceProperties(
                    "AWS::StepFunctions::StateMachine",
                    Map.of(
                            "EncryptionConfiguration",
                            Match.objectLike(Map.of("KmsKeyId", KEY)),
                            "LoggingConfiguration",
                            Match.objectLike(Map.of("IncludeExecutionData", false, "Level", "ALL")),
                            "TracingConfiguration",
                            Map.of("Enabled", true)));
        }
    }

    @Test
    void narrowsTheImagesOfEachService() {
        assertThat(template("Streaming").toJSON().toString())
                .contains("arn:*:nimble:*:*:studio/studio-2")
                .doesNotContain("lab-*");
        assertThat(template("AppStream").toJSON().toString())
                .contains(":image/lab-*")
                .doesNotContain(":image/*");
    }

    @Test
    void waitsInlineWhenToldTo() {
        App app =
                new App(AppProps.builder().context(Map.of("waiting", "inline")).build());
        StreamingImageDeletionApp.declare(app, System.err);
        Template.fromStack((Stack) app.getNode().findChild("StreamingImageDeletionProvider"))
                .resourceCountIs("AWS::StepFunctions::StateMachine", 0);
    }

    /** A state machine that logs and traces may do so before it is made: Step Functions checks that. */
    @Test
    void letsTheStateMachineLogAndTraceFromTheStart() {
        TemplateGraph graph = TemplateGraph.of(template("AppStream"));
        String stateMachine =
                graph.ofType("AWS::StepFunctions::StateMachine").iterator().next();
        assertThat(graph.dependenciesOf(stateMachine))
                .anyMatch(id -> id.startsWith("ProviderWaitingObservationPolicy"))
                .anyMatch(id -> id.startsWith("ProviderWaitingLog"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dashboard|yes|must be false or true",
                "tracing|1|must be false or true",
                "executionLogs|on|must be false or true",
                "waiting|outside|must be inline or state-machine",
                "logRetention|30|must be EIGHTEEN_MONTHS or",
                "encryptionKeyArn|alias/images|must be a string that matches arn:",
                "logEncryptionKeyArn|alias/images|must be a string that matches arn:",
                "alarmTopicArn|operators|must be a string that matches arn:",
                "permissionsBoundaryArn|boundary|must be a string that matches arn:",
                "allowedStudioIds|a b|must be a list, with commas between its elements, each of which matches [a-zA-Z0-9_-]{1,64}",
                "allowedImageNames|lab/*|must be a list, with commas between its elements, each of which matches [a-zA-Z0-9*?]",
                "imageName|-lab|must be a string that matches [a-zA-Z0-9]",
            })
    void saysInOneLineWhichValueIsWrong(String key, String value, String problem) {
        assertThat(error(Map.of(key, value)))
                .startsWith("streaming-image-deletion: the context value %s %s".formatted(key, problem))
                .endsWith(", but was '%s'".formatted(value))
                .hasLineCount(1);
    }

    @Test
    void saysWhichValueOfANetworkIsWrongOrMissing() {
        assertThat(error(Map.of("vpcId", "vpc-0123")))
                .isEqualTo(
                        "streaming-image-deletion: the context value subnetIds is missing: vpcId and subnetIds are given"
                                + " together, or neither");
        assertThat(error(Map.of("securityGroupIds", "sg-0c")))
                .startsWith("streaming-image-deletion: the context value vpcId is missing");
        assertThat(error(Map.of("vpcId", "vpc-0123", "subnetIds", "0a")))
                .startsWith("streaming-image-deletion: the context value subnetIds must be a list");
    }

    @Test
    void saysWhatContradictsAnotherValue() {
        assertThat(error(Map.of("waiting", "inline", "encryptionKeyArn", KEY)))
                .isEqualTo(
                        "streaming-image-deletion: encryptionKey protects the state machine, which does not exist with"
                                + " Waiting.INLINE");
    }
}
