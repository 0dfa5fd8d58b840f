package io.github.streamingimage.infra;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.logs.FilterPattern;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.logs.MetricFilter;
import software.constructs.Construct;

/** Alarms for what somebody has to look after, from the lines of JSON that the functions log. */
final class DeletionAlarms extends Construct {
    static final String DELETION_FAILED =
            "{ (($.event = \"delivered\") && ($.requestType = \"DELETE\") && ($.status = \"FAILED\"))"
                    + " || ($.event = \"malformed\") }";
    static final String ANSWER_UNDELIVERED = "{ $.event = \"undelivered\" }";
    private static final Duration PERIOD = Duration.minutes(5);

    private final String namespace;
    private final IMetric metricDeletionFailed;
    private final IMetric metricAnswerUndelivered;
    private final Alarm deletionFailed;
    private final Alarm answerUndelivered;

    DeletionAlarms(
            Construct provider,
            DeployedService service,
            ILogGroup logGroup,
            IFunction function,
            FallbackFunction fallback) {
        super(provider, "Alarms");
        namespace = "%s/%s".formatted(service.metricNamespace(), function.getFunctionName());
        metricDeletionFailed = count("DeletionFailed", logGroup, DELETION_FAILED);
        deletionFailed = alarm(
                "DeletionFailed",
                "The deletion of one of the %s failed, and with it that of a stack; the stack's events say why"
                        .formatted(service.images()),
                metricDeletionFailed);
        metricAnswerUndelivered = sum(whatCanGetLost(logGroup, function, fallback));
        answerUndelivered = alarm(
                "AnswerUndelivered",
                "CloudFormation may have got no response about one of the %s; unless a later retry was delivered, its stack waits until the timeout"
                        .formatted(service.images()),
                metricAnswerUndelivered);
    }

    /** Step Functions' events come at best effort, and nobody is told of one that never came: this is what can be watched. */
    private Map<String, IMetric> whatCanGetLost(ILogGroup logGroup, IFunction function, FallbackFunction fallback) {
        Map<String, IMetric> lost = new TreeMap<>();
        lost.put("undelivered", count("AnswerUndelivered", logGroup, ANSWER_UNDELIVERED));
        lost.put("crashed", ofFunction(fallback.function(), "Errors"));
        lost.put("dropped", ofFunction(fallback.function(), "AsyncEventsDropped"));
        lost.put("notHandedOver", ofFunction(function, "DestinationDeliveryFailures"));
        if (fallback.rule() != null) {
            lost.put(
                    "notInvoked",
                    Metric.Builder.create()
                            .namespace("AWS/Events")
                            .metricName("FailedInvocations")
                            .dimensionsMap(Map.of("RuleName", fallback.rule().getRuleName()))
                            .statistic("Sum")
                            .period(PERIOD)
                            .build());
        }
        return lost;
    }

    private static IMetric ofFunction(IFunction function, String name) {
        return function.metric(
                name, MetricOptions.builder().statistic("Sum").period(PERIOD).build());
    }

    private static IMetric sum(Map<String, IMetric> metrics) {
        return MathExpression.Builder.create()
                .expression(
                        metrics.keySet().stream().map("FILL(%s, 0)"::formatted).collect(Collectors.joining(" + ")))
                .usingMetrics(metrics)
                .label("Requests without a response")
                .period(PERIOD)
                .build();
    }

    IMetric metricDeletionFailed() {
        return metricDeletionFailed;
    }

    IMetric metricAnswerUndelivered() {
        return metricAnswerUndelivered;
    }

    Alarm deletionFailed() {
        return deletionFailed;
    }

    Alarm answerUndelivered() {
        return answerUndelivered;
    }

    /** The namespace names the function, so that providers of one account do not count together. */
    private IMetric count(String name, ILogGroup logGroup, String pattern) {
        return MetricFilter.Builder.create(this, name + "Count")
                .logGroup(logGroup)
                .filterPattern(FilterPattern.literal(pattern))
                .metricNamespace(namespace)
                .metricName(name)
                .metricValue("1")
                .build()
                .metric(MetricOptions.builder().statistic("Sum").period(PERIOD).build());
    }

    private Alarm alarm(String name, String description, IMetric metric) {
        return Alarm.Builder.create(this, name)
                .alarmDescription(description)
                .metric(metric)
                .threshold(1)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                .evaluationPeriods(1)
                .treatMissingData(TreatMissingData.NOT_BREACHING)
                .build();
    }
}
