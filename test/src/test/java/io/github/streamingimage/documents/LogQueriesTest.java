package io.github.streamingimage.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The queries and metric filters that infra deploys, on what the function really logs. */
class LogQueriesTest {

    private static final String QUERIES = "infra/src/main/resources/io/github/streamingimage/infra/queries/";
    private static final String TEMPLATE =
            "infra/src/test/resources/io/github/streamingimage/infra/StreamingImageDeletionProvider.template.json";
    private static final List<Map<String, String>> LOG = RecordedLog.lines();

    static Stream<String> queries() {
        return Repository.files().stream().filter(file -> file.startsWith(QUERIES));
    }

    private static LogsInsights query(String name) {
        return LogsInsights.of(Repository.read(QUERIES + name + ".query"));
    }

    private static Set<String> values(String field, List<Map<String, String>> lines) {
        Set<String> values = new TreeSet<>();
        lines.forEach(line -> values.add(line.getOrDefault(field, "none")));
        return values;
    }

    @ParameterizedTest
    @MethodSource("queries")
    void nameOnlyFieldsOfTheLinesThatTheySelect(String file) {
        LogsInsights query = LogsInsights.of(Repository.read(file).replace("NAME-OF-THE-STACK", "images"));
        Set<String> logged = new TreeSet<>();
        query.select(LOG).forEach(line -> logged.addAll(line.keySet()));
        assertThat(query.fields()).isNotEmpty().isSubsetOf(logged);
    }

    @Test
    void countEveryDeletionThatWasAnswered() {
        List<Map<String, String>> lines = query("deletions-by-outcome").select(LOG);
        assertThat(values("requestId", lines))
                .containsExactly("deleted", "given-up", "not-handed-over", "rejected", "slow");
        assertThat(values("outcome", lines)).containsExactly("DELETED", "FUNCTION_FAILED", "REQUEST_REJECTED");
    }

    @Test
    void timeEveryDeletionThatSucceeded() {
        List<Map<String, String>> lines = query("duration-of-deletions").select(LOG);
        assertThat(values("requestId", lines)).containsExactly("deleted", "not-handed-over", "slow");
        assertThat(lines)
                .allSatisfy(line ->
                        assertThat(Long.parseLong(line.get("elapsedMillis"))).isBetween(60_000L, 120_000L));
    }

    @Test
    void tellWhichCallsWereThrottled() {
        List<Map<String, String>> lines = query("throttled-calls").select(LOG);
        assertThat(values("operation", lines)).containsExactly("DescribeStacks", "GetStreamingImage", "StartExecution");
        assertThat(values("requestId", lines)).containsExactly("deleted", "not-handed-over", "slow");
    }

    @Test
    void findTheAnswersThatWereNotDelivered() {
        List<Map<String, String>> lines = query("undelivered-answers").select(LOG);
        assertThat(lines)
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .containsEntry("requestId", "undelivered")
                        .containsEntry("lastResult", "HTTP 403"));
    }

    @Test
    void findTheAnswersThatSayFailed() {
        List<Map<String, String>> lines = query("failed-answers").select(LOG);
        assertThat(values("requestId", lines))
                .containsExactly("bug", "given-up", "malformed", "misspelled", "rejected", "unknown-image");
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.get("reason")).startsWith("[" + line.get("outcome") + "] "));
    }

    @Test
    void findTheRequestsThatWereNotAnsweredYet() {
        List<Map<String, String>> lines = query("requests-without-an-answer").select(LOG);
        Set<String> received = values("requestId", lines);
        received.removeAll(values(
                "requestId",
                lines.stream()
                        .filter(line -> line.get("event").equals("delivered"))
                        .toList()));
        assertThat(received).containsExactly("handed-over", "undelivered");
    }

    @Test
    void tellTheStoryOfOneStack() {
        String text = Repository.read(QUERIES + "story-of-a-stack.query");
        assertThat(LogsInsights.of(text).select(LOG)).isEmpty();
        assertThat(LogsInsights.of(text.replace("NAME-OF-THE-STACK", "images")).select(LOG))
                .isEqualTo(LOG);
    }

    @Test
    void theMetricFiltersCountWhatTheyAreNamedFor() {
        List<String> patterns = Pattern.compile("\"FilterPattern\": \"(.*)\",?\n")
                .matcher(Repository.read(TEMPLATE))
                .results()
                .map(found -> found.group(1).replace("\\\"", "\""))
                .toList();
        assertThat(patterns).hasSize(2);
        assertThat(patterns)
                .extracting(pattern -> values(
                        "requestId",
                        LOG.stream().filter(MetricFilter.of(pattern)).toList()))
                .containsExactlyInAnyOrder(Set.of("given-up", "malformed", "rejected"), Set.of("undelivered"));
    }

    @Test
    void theGuidesCommandFindsTheRequestsOfOneResource() {
        String pattern = Repository.claim(Repository.read("infra/OPERATING.md"), "--filter-pattern '([^']*)'")
                .group(1);
        List<Map<String, String>> found = LOG.stream()
                .filter(MetricFilter.of(pattern.replace("LOGICAL-ID", "Image")))
                .toList();
        assertThat(values("event", found)).containsExactly("received");
        assertThat(values("requestId", found)).contains("deleted", "handed-over", "undelivered");
        assertThat(LOG.stream().filter(MetricFilter.of(pattern.replace("LOGICAL-ID", "Other"))))
                .isEmpty();
    }

    @Test
    void theOperatorsOfMetricFiltersMeanWhatTheySay() {
        Map<String, String> line = Map.of("event", "delivered", "status", "FAILED");
        assertThat(Map.of(
                        "{ $.event = \"delivered\" }", true,
                        "{ $.event = \"seen\" }", false,
                        "{ ($.event = \"delivered\") && ($.status = \"SUCCESS\") }", false,
                        "{ ($.event = \"delivered\") || ($.status = \"SUCCESS\") }", true,
                        "{ $.event = \"delivered\" || $.event = \"seen\" && $.status = \"SUCCESS\" }", true,
                        "{ ($.event = \"delivered\" || $.event = \"seen\") && $.status = \"SUCCESS\" }", false,
                        "{ $.status != \"SUCCESS\" }", true,
                        "{ $.outcome != \"SUCCESS\" }", false))
                .allSatisfy((pattern, expected) -> assertThat(
                                MetricFilter.of(pattern).test(line))
                        .as(pattern)
                        .isEqualTo(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$.event = \"delivered\"",
                "{ $.event = \"delivered\"",
                "{ $.event = delivered }",
                "{ $.event = \"deliver*\" }",
                "{ ($.event = \"delivered\" }",
                "{ $.event = \"delivered\" & $.status = \"FAILED\" }",
                "{ $.event = \"delivered\" } }"
            })
    void metricFiltersAreReadByAReaderThatRefusesWhatItDoesNotKnow(String pattern) {
        assertThatThrownBy(() -> MetricFilter.of(pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("expected ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "filter event",
                "filter event == \"received\"",
                "filter event = \"received\" | limit",
                "filter event = \"received\" | | limit 1",
                "filter event = \"received\" limit 1",
                "stats count(*) by event",
                "fields event,",
                "parse description as operation",
                "sort event up"
            })
    void areReadByAReaderThatRefusesWhatIsWrong(String text) {
        assertThatThrownBy(() -> LogsInsights.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("expected ");
    }
}
