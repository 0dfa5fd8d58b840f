package io.github.streamingimage.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Match;
import software.constructs.Construct;

class DeletionDashboardTest {
    private static final Path SNAPSHOT =
            Path.of("src/test/resources/io/github/streamingimage/infra/Dashboard.body.json");

    /** The body with {@code ${Name}} for what CloudFormation fills in: references, by their logical ids. */
    private static String body(Stack stack) {
        Map<String, Map<String, Object>> dashboards =
                Fixture.template(stack).findResources("AWS::CloudWatch::Dashboard");
        assertThat(dashboards).hasSize(1);
        Map<?, ?> properties = (Map<?, ?>) dashboards.values().iterator().next().get("Properties");
        Map<?, ?> joined = (Map<?, ?>) properties.get("DashboardBody");
        List<?> parts = (List<?>) ((List<?>) joined.get("Fn::Join")).get(1);
        return parts.stream().map(DeletionDashboardTest::part).collect(Collectors.joining());
    }

    private static String part(Object part) {
        if (part instanceof String text) {
            return text;
        }
        Map<?, ?> reference = (Map<?, ?>) part;
        Object target = reference.containsKey("Ref") ? reference.get("Ref") : reference.get("Fn::GetAtt");
        return "${%s}".formatted(target instanceof List<?> path ? path.get(0) + "." + path.get(1) : target);
    }

    /** Written down, like the templates, with the system property {@code updateSnapshots}. */
    @Test
    void isTheCommittedBody() throws IOException {
        String body = body(Fixture.EVERYTHING).replace("},{\"type\"", "},\n{\"type\"") + "\n";
        if (System.getProperty("updateSnapshots") != null) {
            Files.writeString(SNAPSHOT, body);
        }

        assertThat(body).isEqualTo(Files.readString(SNAPSHOT));
    }

    @Test
    void isThereOnlyWhenAskedFor() {
        for (String type : List.of("AWS::CloudWatch::Dashboard", "AWS::Logs::QueryDefinition")) {
            Fixture.template(Fixture.DEFAULTS).resourceCountIs(type, 0);
        }
        assertThat(((StreamingImageDeletionProvider)
                                Fixture.EVERYTHING.getNode().findChild("Provider"))
                        .getDashboard())
                .isNotNull();
    }

    @Test
    void hasNothingOfStepFunctionsWhereTheFunctionWaitsInline() {
        assertThat(body(Fixture.EVERYTHING)).contains("AWS/States", "ExecutionsTimedOut");
        assertThat(body(Fixture.INLINE)).contains("AWS/Lambda").doesNotContain("AWS/States");
    }

    @Test
    void bearsANameThatOtherProvidersAndRegionsDoNot() {
        Fixture.template(Fixture.EVERYTHING)
                .hasResourceProperties(
                        "AWS::CloudWatch::Dashboard",
                        Map.of(
                                "DashboardName",
                                Map.of(
                                        "Fn::Join",
                                        List.of(
                                                "",
                                                List.of(
                                                        "Everything-Provider-0E1AD2F1-",
                                                        Map.of("Ref", "AWS::Region"))))));
    }

    /** CloudWatch allows letters, digits, hyphens and underscores, and no name twice. */
    @Test
    void bearsAValidNameOfItsOwnWhateverTheScopesAreCalled() {
        Stack stack = new Stack(new App(), "Stack");
        for (String scope : List.of("Blue team", "Blueteam")) {
            StreamingImageDeletionProvider.Builder.create(new Construct(stack, scope), "The provider")
                    .dashboard(true)
                    .build();
        }
        List<String> names = Fixture.template(stack).findResources("AWS::CloudWatch::Dashboard").values().stream()
                .map(dashboard -> (Map<?, ?>) dashboard.get("Properties"))
                .map(properties -> properties.get("DashboardName").toString())
                .map(name -> name.replaceAll(".*\\[\\[?([^,]*), .*", "$1"))
                .toList();
        Set<Object> queries = Fixture.template(stack).findResources("AWS::Logs::QueryDefinition").values().stream()
                .map(query -> ((Map<?, ?>) query.get("Properties")).get("Name"))
                .collect(Collectors.toSet());

        assertThat(names).hasSize(2).doesNotHaveDuplicates().allMatch(name -> name.matches("[A-Za-z0-9_-]+"));
        assertThat(queries).hasSize(2 * 7);
    }

    @ParameterizedTest
    @EnumSource
    void savesEachQueryForTheProvidersOwnLog(LogQuery query) {
        Fixture.template(Fixture.EVERYTHING)
                .hasResourceProperties(
                        "AWS::Logs::QueryDefinition",
                        Map.of(
                                "Name",
                                "Everything-Provider-0E1AD2F1/" + query.title(),
                                "QueryString",
                                query.text(),
                                "LogGroupNames",
                                List.of(Map.of("Ref", Match.stringLikeRegexp("ProviderLog.*")))));
    }

    @Test
    void everyQueryThatIsAResourceIsSaved() throws IOException {
        try (Stream<Path> resources =
                Files.list(Path.of("src/main/resources/io/github/streamingimage/infra/queries"))) {
            assertThat(resources).hasSize(LogQuery.values().length);
        }
        assertThat(Arrays.stream(LogQuery.values()).map(LogQuery::title)).contains("Requests without an answer");
    }
}
