package io.github.streamingimage.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.IMetric;

class DeletionAlarmsTest {

    private static Map<?, ?> properties(Stack stack, String type, String part) {
        List<Map<?, ?>> found = Fixture.template(stack).findResources(type).entrySet().stream()
                .filter(resource -> resource.getKey().contains(part))
                .<Map<?, ?>>map(resource -> (Map<?, ?>) resource.getValue().get("Properties"))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static Map<?, ?> filter(Stack stack, String part) {
        return properties(stack, "AWS::Logs::MetricFilter", part);
    }

    private static String transformation(Map<?, ?> filter) {
        return ((List<?>) filter.get("MetricTransformations")).get(0).toString();
    }

    /** What the alarm's expression adds up: the metrics by their ids, as namespace, name and statistic. */
    private static Map<String, String> summands(Stack stack) {
        Map<String, String> summands = new TreeMap<>();
        for (Object each : (List<?>)
                properties(stack, "AWS::CloudWatch::Alarm", "AnswerUndelivered").get("Metrics")) {
            Map<?, ?> query = (Map<?, ?>) each;
            if (query.get("MetricStat") instanceof Map<?, ?> stat) {
                Map<?, ?> metric = (Map<?, ?>) stat.get("Metric");
                summands.put(
                        (String) query.get("Id"),
                        "%s of %s over %s s".formatted(stat.get("Stat"), metric.get("MetricName"), stat.get("Period")));
            }
        }
        return summands;
    }

    private static Map<?, ?> expression(Stack stack) {
        return ((List<?>) properties(stack, "AWS::CloudWatch::Alarm", "AnswerUndelivered")
                        .get("Metrics"))
                .stream()
                        .map(each -> (Map<?, ?>) each)
                        .filter(query -> query.containsKey("Expression"))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void countEveryDeleteThatFailedAndEveryEventThatIsNoRequest() {
        for (Stack stack : List.of(Fixture.DEFAULTS, Fixture.FLEET)) {
            assertThat(filter(stack, "DeletionFailed").get("FilterPattern"))
                    .isEqualTo(
                            "{ (($.event = \"delivered\") && ($.requestType = \"DELETE\") && ($.status = \"FAILED\"))"
                                    + " || ($.event = \"malformed\") }");
            Map<?, ?> alarm = properties(stack, "AWS::CloudWatch::Alarm", "DeletionFailed");
            assertThat(alarm.get("MetricName")).isEqualTo("DeletionFailed");
            assertThat(alarm.get("Statistic")).isEqualTo("Sum");
            assertThat((Object) alarm.get("Period")).isEqualTo(300);
        }
    }

    @Test
    void countEveryResponseThatWasNotDelivered() {
        assertThat(filter(Fixture.DEFAULTS, "AnswerUndelivered").get("FilterPattern"))
                .isEqualTo("{ $.event = \"undelivered\" }");
    }

    @Test
    void countForEachProviderByItself() {
        assertThat(transformation(filter(Fixture.DEFAULTS, "DeletionFailed")))
                .contains("MetricName=DeletionFailed", "MetricValue=1", "[StreamingImageDeletion/, {Ref=")
                .contains("DeletionFunction");
        assertThat(transformation(filter(Fixture.FLEET, "AnswerUndelivered")))
                .contains("MetricName=AnswerUndelivered", "MetricValue=1", "[AppStreamImageDeletion/, {Ref=")
                .contains("DeletionFunction");
    }

    @Test
    void addUpAllThatCanBeWatchedOfAResponseThatGetsLost() {
        assertThat(summands(Fixture.DEFAULTS))
                .isEqualTo(new TreeMap<>(Map.of(
                        "crashed", "Sum of Errors over 300 s",
                        "dropped", "Sum of AsyncEventsDropped over 300 s",
                        "notHandedOver", "Sum of DestinationDeliveryFailures over 300 s",
                        "notInvoked", "Sum of FailedInvocations over 300 s",
                        "undelivered", "Sum of AnswerUndelivered over 300 s")));
        assertThat(expression(Fixture.DEFAULTS).get("Expression"))
                .isEqualTo("FILL(crashed, 0) + FILL(dropped, 0) + FILL(notHandedOver, 0) + FILL(notInvoked, 0)"
                        + " + FILL(undelivered, 0)");
        assertThat(expression(Fixture.INLINE).get("Expression"))
                .isEqualTo("FILL(crashed, 0) + FILL(dropped, 0) + FILL(notHandedOver, 0) + FILL(undelivered, 0)");
    }

    @Test
    void watchTheFallbackFunctionTheRuleAndTheFunctionItself() {
        String metrics = properties(Fixture.DEFAULTS, "AWS::CloudWatch::Alarm", "AnswerUndelivered")
                .get("Metrics")
                .toString();

        assertThat(metrics)
                .containsPattern("RuleName, Value=\\{Ref=\\w*LastResortRule\\w+}}], MetricName=FailedInvocations")
                .containsPattern("Value=\\{Ref=\\w*LastResortAnswerFunction\\w+}}], MetricName=AsyncEventsDropped")
                .containsPattern("Value=\\{Ref=\\w*LastResortAnswerFunction\\w+}}], MetricName=Errors")
                .containsPattern("Value=\\{Ref=\\w*DeletionFunction\\w+}}], MetricName=DestinationDeliveryFailures");
    }

    /** For alarms and dashboards of the user's own. */
    @Test
    void watchMetricsThatTheProviderHandsOut() {
        Stack stack = new Stack();
        StreamingImageDeletionProvider provider = new StreamingImageDeletionProvider(stack, "Provider");
        for (IMetric metric : List.of(provider.metricDeletionFailed(), provider.metricAnswerUndelivered())) {
            Alarm.Builder.create(stack, "Alarm" + metric.hashCode())
                    .metric(metric)
                    .threshold(5)
                    .evaluationPeriods(1)
                    .build();
        }

        List<String> watched = Fixture.template(stack).findResources("AWS::CloudWatch::Alarm").values().stream()
                .map(alarm -> (Map<?, ?>) alarm.get("Properties"))
                .map(properties -> String.valueOf(properties.get("MetricName")) + properties.get("Metrics"))
                .distinct()
                .toList();
        assertThat(watched).as("the user's are the provider's").hasSize(2);
    }

    @Test
    void goOffAtTheFirstAndAreSilentWithoutData() {
        for (String alarm : List.of("DeletionFailed", "AnswerUndelivered")) {
            Map<String, Object> expected = Map.of(
                    "Threshold",
                    1,
                    "ComparisonOperator",
                    "GreaterThanOrEqualToThreshold",
                    "EvaluationPeriods",
                    1,
                    "TreatMissingData",
                    "notBreaching");
            Map<?, ?> properties = properties(Fixture.DEFAULTS, "AWS::CloudWatch::Alarm", alarm);
            expected.forEach((name, value) ->
                    assertThat((Object) properties.get(name)).as(name).isEqualTo(value));
        }
        Fixture.template(Fixture.DEFAULTS).resourceCountIs("AWS::CloudWatch::Alarm", 2);
    }
}
