package io.github.streamingimage.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.streamingimage.emulator.lambda.AsynchronousInvocation;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Permissions, names, settings and figures in documents, as the templates and the code of the deployment have them. */
class DocumentedDeploymentTest {

    private static final String README = Repository.read("README.md");
    private static final String GUIDE_FILE = "infra/OPERATING.md";
    private static final String GUIDE = Repository.read(GUIDE_FILE);
    private static final String INFRA = "infra/src/main/java/io/github/streamingimage/infra/";
    private static final Pattern ACTION = Pattern.compile("`((?!aws:)[a-z0-9]+:[A-Z]\\w+)`");

    private static JsonNode template(ImageKind kind) throws Exception {
        return new JsonMapper().readTree(Repository.read(kind.template()));
    }

    private static Stream<JsonNode> resources(ImageKind kind, String type) throws Exception {
        return template(kind)
                .path("Resources")
                .valueStream()
                .filter(resource -> resource.path("Type").asText().equals(type));
    }

    private static String claimed(String text, String pattern) {
        return Repository.claim(text, pattern).group(1);
    }

    /** A row without a role goes on with that of the row before. */
    @ParameterizedTest
    @EnumSource
    void eachPageListsEveryActionThatEachRoleMayTake(ImageKind kind) throws Exception {
        Map<String, Set<String>> documented = new TreeMap<>();
        String role = "";
        for (String row : Repository.section(kind.page(), "Permissions")
                .lines()
                .filter(line -> line.startsWith("|"))
                .toList()) {
            String first = row.split("\\|")[1].strip();
            role = first.isEmpty() ? role : first;
            for (MatchResult action : ACTION.matcher(row).results().toList()) {
                documented.computeIfAbsent(role, none -> new TreeSet<>()).add(action.group(1));
            }
        }
        Map<String, Set<String>> deployed = new TreeMap<>();
        template(kind).path("Resources").properties().forEach(resource -> {
            if (resource.getValue().path("Type").asText().equals("AWS::IAM::Policy")) {
                Set<String> actions = deployed.computeIfAbsent(roleOf(resource.getKey()), none -> new TreeSet<>());
                resource.getValue().findValues("Action").forEach(each -> {
                    Stream<JsonNode> one = each.isArray() ? each.valueStream() : Stream.of(each);
                    one.map(JsonNode::asText).forEach(actions::add);
                });
            }
        });
        assertThat(documented).isEqualTo(deployed).hasSize(3);
    }

    private static String roleOf(String policy) {
        return policy.contains("LastResort")
                ? "fallback function"
                : policy.contains("Waiting") ? "state machine" : "function";
    }

    /** Three attempts that run into the timeout, and the pauses between them. */
    @Test
    void aCrashIsAnsweredAsLateAsTheDocumentsSay() throws Exception {
        Properties figures = new Properties();
        figures.load(new StringReader(
                Repository.read("infra/src/main/resources/io/github/streamingimage/infra/deployment.properties")));
        int retries = Integer.parseInt(figures.getProperty("function.retries"));
        for (ImageKind kind : ImageKind.values()) {
            assertThat(template(kind).findValues("MaximumRetryAttempts"))
                    .isNotEmpty()
                    .allSatisfy(attempts -> assertThat(attempts.asInt()).isEqualTo(retries));
        }
        long pauses = 0;
        for (int failed = 1; failed <= retries; failed++) {
            pauses += AsynchronousInvocation.DEFAULT
                    .delayAfter(failed)
                    .orElseThrow()
                    .toSeconds();
        }
        long durable = Long.parseLong(figures.getProperty("function.timeout.seconds"));
        long inline = Long.parseLong(figures.getProperty("function.timeout.inline.seconds"));
        String minutes = String.valueOf(((retries + 1) * durable + pauses) / 60);
        assertThat(claimed(README, "(?s)run into the function's timeout take (\\d+) minutes in all"))
                .isEqualTo(minutes);
        assertThat(claimed(README, "after (\\w+) attempts, with Lambda's pauses of one and two minutes"))
                .isEqualTo(List.of("no", "one", "two", "three").get(retries + 1));
        MatchResult guide = Repository.claim(GUIDE, "that takes (\\d+) minutes, with inline waiting (\\d+)");
        assertThat(guide.group(1)).isEqualTo(minutes);
        assertThat(guide.group(2)).isEqualTo(String.valueOf(((retries + 1) * inline + pauses) / 60));
        assertThat(claimed(README, "at most the function's (\\d+) minutes")).isEqualTo(String.valueOf(inline / 60));
    }

    @ParameterizedTest
    @EnumSource
    void theFunctionIsAsLargeAsTheGuideSays(ImageKind kind) throws Exception {
        int claimed = Integer.parseInt(claimed(GUIDE, "default function of (\\d+) MB"));
        assertThat(template(kind).findValues("MemorySize"))
                .isNotEmpty()
                .allSatisfy(size -> assertThat(size.asInt()).isEqualTo(claimed));
    }

    @ParameterizedTest
    @EnumSource
    void theServiceTokenIsFoundUnderTheNamesThatTheDocumentsGive(ImageKind kind) {
        List<String> row = Repository.table(GUIDE_FILE, "Sharing a provider").stream()
                .filter(cells -> cells.get(0).equals(kind.providerId()))
                .findFirst()
                .orElseThrow();
        assertThat(Repository.read(kind.template()))
                .contains(
                        "\"Name\": " + row.get(1).replace('`', '"'),
                        "\"Name\": " + row.get(2).replace('`', '"'));
        assertThat(README).contains(row.get(1), row.get(2));
    }

    @ParameterizedTest
    @EnumSource
    void theStacksHaveTheOutputsThatTheGuideNames(ImageKind kind) throws Exception {
        Set<String> outputs = new TreeSet<>();
        template(kind).path("Outputs").fieldNames().forEachRemaining(outputs::add);
        outputs.removeIf(output -> output.startsWith("ExportsOutput"));
        assertThat(Repository.quoted(claimed(GUIDE, "The stacks have the outputs ([^.]+)\\.")))
                .containsExactlyInAnyOrderElementsOf(outputs);
    }

    @ParameterizedTest
    @EnumSource
    void theAlarmsWatchAsManyMetricsAsTheGuideBillsFor(ImageKind kind) throws Exception {
        List<Integer> watched = new ArrayList<>();
        resources(kind, "AWS::CloudWatch::Alarm")
                .forEach(alarm ->
                        watched.add(Math.max(1, alarm.findValues("MetricStat").size())));
        assertThat(watched).hasSize(2);
        assertThat(claimed(GUIDE, "the two alarms watch (\\d+)\\s+metrics"))
                .isEqualTo(
                        String.valueOf(watched.stream().mapToInt(each -> each).sum()));
    }

    /** In the code, each key is a string that is read by a method of one record. */
    @Test
    void theGuideExplainsEveryContextValueOfTheApp() {
        Set<String> read = new TreeSet<>();
        for (String file : List.of("ProviderContext.java", "AppContext.java")) {
            Pattern.compile("values\\.(?:text|list|flag|choice)\\(\\s*\"(\\w+)\"")
                    .matcher(Repository.read(INFRA + file))
                    .results()
                    .forEach(key -> read.add(key.group(1)));
        }
        // An example's image, which is no setting of a provider.
        read.remove("imageName");
        Set<String> explained = new TreeSet<>();
        Pattern.compile("(?m)^\\| (`\\w+`(?:, `\\w+`)*) \\|")
                .matcher(Repository.section(GUIDE_FILE, "Deploying a provider"))
                .results()
                .forEach(row -> explained.addAll(Repository.quoted(row.group(1))));
        assertThat(explained).isEqualTo(read).hasSizeGreaterThan(10);
    }

    @Test
    void theLeastVersionOfTheCdkIsThatOfTheReadme() {
        assertThat(claimed(README, "aws-cdk-lib 2\\.(\\d+)\\.0 or newer"))
                .isEqualTo(claimed(Repository.read(INFRA + "CdkVersion.java"), "LEAST_MINOR = (\\d+);"));
    }

    /** To a tenth, so that the report can be measured anew. */
    @Test
    void aDeletionCostsWhatTheReportOnPerformanceMeasured() {
        String report = Repository.read("test/reports/performance.md");
        for (String[] row : List.of(
                new String[] {"durable", "on the state machine \\(default\\)"}, new String[] {"inline", "inline"})) {
            MatchResult measured = Repository.claim(
                    report,
                    "(?m)^\\| " + row[0] + " \\| ([\\d.]+) \\| ([\\d.]+) \\| [\\d.]+ \\| ([\\d.]+) \\| ([\\d.]+) \\|$");
            MatchResult documented = Repository.claim(
                    GUIDE, "(?m)^\\| " + row[1] + " \\| ([\\d.]+) \\| ([\\d.]+) \\| ([\\d.]+) s \\| ([\\d.]+) \\|");
            assertAbout(documented.group(1), measured.group(4));
            assertAbout(documented.group(2), measured.group(1));
            assertAbout(documented.group(3), measured.group(2));
            assertAbout(documented.group(4), measured.group(3));
        }
    }

    private static void assertAbout(String documented, String measured) {
        double exactly = Double.parseDouble(measured);
        assertThat(Double.parseDouble(documented)).isBetween(exactly * 0.9, exactly * 1.1);
    }

    /** Both say the same of when to share a provider. */
    @Test
    void theThreeSentencesOnSharingAreThoseOfTheGuide() {
        String sharing = "A stack's own provider, the default";
        assertThat(sentences(README, sharing)).isEqualTo(sentences(GUIDE, sharing + " of the CDK constructs"));
    }

    private static String sentences(String text, String beginning) {
        String found = text.substring(text.indexOf(beginning) + beginning.length());
        return found.substring(0, found.indexOf("\n\n")).replaceAll("\\s+", " ");
    }
}
