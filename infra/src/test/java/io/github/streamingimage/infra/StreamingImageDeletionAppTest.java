package io.github.streamingimage.infra;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;
import software.constructs.IConstruct;

class StreamingImageDeletionAppTest {
    /** What the app says about a context, and which stacks it declares. */
    private record Declared(boolean successful, String errors, List<String> stacks) {}

    private static Declared declare(Map<String, Object> context) {
        App app = new App(AppProps.builder().context(context).build());
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        boolean successful = StreamingImageDeletionApp.declare(app, new PrintStream(errors, true, UTF_8));
        return new Declared(
                successful,
                errors.toString(UTF_8),
                app.getNode().getChildren().stream()
                        .filter(Stack.class::isInstance)
                        .map(IConstruct::getNode)
                        .map(node -> node.getId())
                        .toList());
    }

    private static String error(Map<String, Object> context) {
        Declared declared = declare(context);
        assertThat(declared.successful()).isFalse();
        assertThat(declared.stacks()).isEmpty();
        return declared.errors();
    }

    @Test
    void deploysTheProviderAloneWithoutAnImage() {
        assertThat(declare(Map.of()))
                .isEqualTo(new Declared(
                        true, "", List.of("StreamingImageDeletionProvider", "AppStreamImageDeletionProvider")));
    }

    @Test
    void deploysAnExampleForAnImage() {
        assertThat(declare(Map.of("studioId", "studio-1", "streamingImageId", "image_1")))
                .isEqualTo(new Declared(
                        true,
                        "",
                        List.of(
                                "StreamingImageDeletionProvider",
                                "AppStreamImageDeletionProvider",
                                "StreamingImageDeletionExample")));
    }

    @Test
    void namesTheContextValueThatIsWrong() {
        assertThat(error(Map.of("studioId", "a b", "streamingImageId", "image_1")))
                .isEqualToIgnoringNewLines("streaming-image-deletion: the context value studioId must be a string that"
                        + " matches [a-zA-Z0-9_-]{1,64}, but was 'a b'");
        assertThat(error(Map.of("studioId", "studio-1", "streamingImageId", 7)))
                .isEqualToIgnoringNewLines("streaming-image-deletion: the context value streamingImageId must be a"
                        + " string that matches [a-zA-Z0-9_-]{1,22}, but was '7'");
    }

    @Test
    void deploysADashboardWhenToldTo() {
        for (Object yes : List.of("true", true)) {
            App app =
                    new App(AppProps.builder().context(Map.of("dashboard", yes)).build());
            StreamingImageDeletionApp.declare(app, System.err);
            Template.fromStack((Stack) app.getNode().findChild("StreamingImageDeletionProvider"))
                    .resourceCountIs("AWS::CloudWatch::Dashboard", 1);
        }
        Fixture.template(Fixture.appStack("StreamingImageDeletionProvider"))
                .resourceCountIs("AWS::CloudWatch::Dashboard", 0);
        assertThat(error(Map.of("dashboard", "yes")))
                .isEqualToIgnoringNewLines(
                        "streaming-image-deletion: the context value dashboard must be false or true, but was 'yes'");
    }

    @Test
    void namesTheContextValueThatIsMissing() {
        assertThat(error(Map.of("studioId", "studio-1")))
                .startsWith("streaming-image-deletion: the context value streamingImageId is missing");
        assertThat(error(Map.of("streamingImageId", "image_1")))
                .startsWith("streaming-image-deletion: the context value studioId is missing")
                .hasLineCount(1);
    }

    @Test
    void tellsAnOperatorWhereToLook() {
        for (String service : List.of("Streaming", "AppStream")) {
            Template template = Fixture.template(Fixture.appStack(service + "ImageDeletionProvider"));
            Map.of(
                            "LogGroup", "ProviderLog.*",
                            "StateMachine", "ProviderWaitingStateMachine.*",
                            "DeletionFailedAlarm", "ProviderAlarmsDeletionFailed.*",
                            "AnswerUndeliveredAlarm", "ProviderAlarmsAnswerUndelivered.*")
                    .forEach((output, resource) -> template.hasOutput(
                            output, Map.of("Value", Map.of("Ref", Match.stringLikeRegexp(resource)))));
        }
    }

    @Test
    void exportsTheServiceTokenOfAppStreamAndStoresItAsAParameter() {
        Template template = Fixture.template(Fixture.appStack("AppStreamImageDeletionProvider"));
        Map<String, Object> serviceToken =
                Map.of("Fn::GetAtt", List.of(Match.stringLikeRegexp("ProviderDeletionFunction.*"), "Arn"));

        template.hasOutput(
                "ServiceToken",
                Map.of("Value", serviceToken, "Export", Map.of("Name", "appstream-image-deletion-service-token")));
        template.hasResourceProperties(
                "AWS::SSM::Parameter",
                Map.of("Name", "/appstream-image-deletion/service-token", "Value", serviceToken, "Type", "String"));
        template.allResourcesProperties(
                "AWS::Lambda::Function",
                Map.of("Handler", "io.github.streamingimage.AppStreamImageDeletionHandler::handleRequest"));
    }

    @Test
    void exportsTheServiceTokenAndStoresItAsAParameter() {
        Template template = Fixture.template(Fixture.appStack("StreamingImageDeletionProvider"));
        Map<String, Object> serviceToken =
                Map.of("Fn::GetAtt", List.of(Match.stringLikeRegexp("ProviderDeletionFunction.*"), "Arn"));

        template.hasOutput(
                "ServiceToken",
                Map.of("Value", serviceToken, "Export", Map.of("Name", "streaming-image-deletion-service-token")));
        template.hasResourceProperties(
                "AWS::SSM::Parameter",
                Map.of("Name", "/streaming-image-deletion/service-token", "Value", serviceToken, "Type", "String"));
    }

    @Test
    void theParameterIsThereAfterAllOfTheProvider() {
        TemplateGraph graph = TemplateGraph.of(Fixture.template(Fixture.appStack("StreamingImageDeletionProvider")));
        String parameter = graph.ofType("AWS::SSM::Parameter").iterator().next();

        assertThat(graph.dependenciesOf(parameter)).containsExactlyElementsOf(graph.allBut(List.of(parameter)));
    }

    @Test
    void theExampleImportsTheServiceToken() {
        assertImports(Fixture.appStack("StreamingImageDeletionExample"));
    }

    @Test
    void theTemplatesImportTheServiceToken() {
        assertImports(Fixture.PLAIN);
        assertImports(Fixture.SAM);
    }

    @Test
    void theSamTemplateDeploysAFunctionThatKnowsTheImage() {
        Fixture.template(Fixture.SAM).templateMatches(Map.of("Transform", "AWS::Serverless-2016-10-31"));
        Fixture.template(Fixture.SAM)
                .hasResourceProperties(
                        "AWS::Serverless::Function",
                        Map.of(
                                "Environment",
                                Map.of(
                                        "Variables",
                                        Map.of("MACHINE_IMAGE", Map.of("Fn::GetAtt", "StreamingImage.Ec2ImageId")))));
    }

    @Test
    void examplesOfAppStreamImportTheServiceTokenToo() {
        for (Stack stack : List.of(Fixture.APPSTREAM_PLAIN, Fixture.appStack("AppStreamImageDeletionExample"))) {
            Fixture.template(stack)
                    .hasResourceProperties(
                            "Custom::AppStreamImageDeletion",
                            Map.of(
                                    "ServiceToken",
                                    Map.of("Fn::ImportValue", "appstream-image-deletion-service-token")));
        }
    }

    private static void assertImports(Stack stack) {
        Fixture.template(stack)
                .hasResourceProperties(
                        StreamingImageDeletion.RESOURCE_TYPE,
                        Map.of("ServiceToken", Map.of("Fn::ImportValue", "streaming-image-deletion-service-token")));
    }
}
