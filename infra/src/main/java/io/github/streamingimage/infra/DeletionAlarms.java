package io.github.streamingimage.infra;

import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
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
            "{ ($.event = \"delivered\") && ($.requestType = \"DELETE\") && ($.status = \"FAILED\") }";
    static final String ANSWER_UNDELIVERED = "{ $.event = \"undelivered\" }";
    private static final Duration PERIOD = Duration.minutes(5);

    private final Alarm deletionFailed;
    private final Alarm answerUndelivered;

    DeletionAlarms(Construct scope, String id, ILogGroup logGroup, IFunction function, IFunction lastResort) {
        super(scope, id);
        deletionFailed = alarm(
                "DeletionFailed",
                "The deletion of a streaming image failed, and with it that of a stack; the stack's events say why",
                count("DeletionFailed", logGroup, function, DELETION_FAILED));
        MathExpression unanswered = MathExpression.Builder.create()
                .expression("FILL(undelivered, 0) + FILL(crashed, 0)")
                .usingMetrics(new TreeMap<>(Map.of(
                        "undelivered",
                        count("AnswerUndelivered", logGroup, function, ANSWER_UNDELIVERED),
                        "crashed",
                        lastResort.metricErrors(
                                MetricOptions.builder().period(PERIOD).build()))))
                .label("Requests without an answer")
                .period(PERIOD)
                .build();
        answerUndelivered = alarm(
                "AnswerUndelivered",
                "CloudFormation could not be answered about a streaming image; unless a later try was delivered, its"
                        + " stack waits until the timeout",
                unanswered);
    }

    Alarm deletionFailed() {
        return deletionFailed;
    }

    Alarm answerUndelivered() {
        return answerUndelivered;
    }

    /** The namespace names the function, so that providers of one account do not count together. */
    private IMetric count(String name, ILogGroup logGroup, IFunction function, String pattern) {
        return MetricFilter.Builder.create(this, name + "Count")
                .logGroup(logGroup)
                .filterPattern(FilterPattern.literal(pattern))
                .metricNamespace("StreamingImageDeletion/" + function.getFunctionName())
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
