package io.github.streamingimage.infra;

import java.util.List;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Names;
import software.amazon.awscdk.UniqueResourceNameOptions;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.AlarmWidget;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.LogQueryVisualizationType;
import software.amazon.awscdk.services.cloudwatch.LogQueryWidget;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.Row;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.logs.CfnQueryDefinition;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.stepfunctions.IStateMachine;
import software.constructs.Construct;

/**
 * What operators look at: a dashboard of deletions, their duration, throttles and undelivered responses, and the queries behind
 * it, saved for CloudWatch Logs Insights in a folder. Both bear the unique name of the provider.
 */
final class DeletionDashboard extends Construct {
    // A deletion is rare: a day would mostly be empty.
    private static final Duration SHOWN = Duration.days(7);
    private static final Duration PERIOD = Duration.minutes(5);
    private static final int HALF_OF_A_ROW = 12;
    private static final int HEIGHT = 6;

    // CloudWatch allows 255 characters, of which the region takes its part.
    private static final int MAX_NAME = 200;

    private final ILogGroup logGroup;
    private final Dashboard dashboard;

    DeletionDashboard(
            Construct provider,
            ILogGroup logGroup,
            DeletionAlarms alarms,
            IFunction function,
            IFunction fallback,
            IStateMachine stateMachine) {
        super(provider, "Operating");
        this.logGroup = logGroup;
        String name = Names.uniqueResourceName(
                provider,
                UniqueResourceNameOptions.builder()
                        .maxLength(MAX_NAME)
                        .separator("-")
                        .allowedSpecialCharacters("_-")
                        .build());
        for (LogQuery query : LogQuery.values()) {
            CfnQueryDefinition.Builder.create(this, query.name())
                    .name("%s/%s".formatted(name, query.title()))
                    .logGroupNames(List.of(logGroup.getLogGroupName()))
                    .queryString(query.text())
                    .build();
        }
        dashboard = Dashboard.Builder.create(this, "Dashboard")
                // Dashboards of all regions share their names.
                .dashboardName("%s-%s".formatted(name, Aws.REGION))
                .defaultInterval(SHOWN)
                .build();
        dashboard.addWidgets(new Row(table(LogQuery.DELETIONS_BY_OUTCOME), table(LogQuery.FAILED_ANSWERS)));
        dashboard.addWidgets(new Row(
                logs(LogQuery.DURATION_OF_DELETIONS, LogQueryVisualizationType.LINE), table(LogQuery.THROTTLED_CALLS)));
        dashboard.addWidgets(new Row(table(LogQuery.UNDELIVERED_ANSWERS), table(LogQuery.REQUESTS_WITHOUT_AN_ANSWER)));
        dashboard.addWidgets(new Row(
                alarm("Deletions that failed", alarms.deletionFailed()),
                alarm("Responses that were not delivered", alarms.answerUndelivered())));
        dashboard.addWidgets(new Row(functions("Deletion", function), functions("Fallback", fallback)));
        if (stateMachine != null) {
            dashboard.addWidgets(executions(stateMachine));
        }
    }

    Dashboard dashboard() {
        return dashboard;
    }

    private IWidget table(LogQuery query) {
        return logs(query, LogQueryVisualizationType.TABLE);
    }

    private IWidget logs(LogQuery query, LogQueryVisualizationType view) {
        return LogQueryWidget.Builder.create()
                .title(query.title())
                .logGroupNames(List.of(logGroup.getLogGroupName()))
                .queryString(query.text())
                .view(view)
                .width(HALF_OF_A_ROW)
                .height(HEIGHT)
                .build();
    }

    private static IWidget alarm(String title, Alarm alarm) {
        return AlarmWidget.Builder.create()
                .title(title)
                .alarm(alarm)
                .width(HALF_OF_A_ROW)
                .height(HEIGHT)
                .build();
    }

    private static IWidget functions(String title, IFunction function) {
        MetricOptions options = MetricOptions.builder().period(PERIOD).build();
        return metrics(
                title + " function",
                List.of(
                        function.metricInvocations(options),
                        function.metricErrors(options),
                        function.metricThrottles(options)),
                List.of(function.metricDuration(MetricOptions.builder()
                        .period(PERIOD)
                        .statistic("Maximum")
                        .build())));
    }

    private static IWidget executions(IStateMachine stateMachine) {
        MetricOptions options = MetricOptions.builder().period(PERIOD).build();
        return metrics(
                "State machine",
                List.of(
                        stateMachine.metricStarted(options),
                        stateMachine.metricSucceeded(options),
                        stateMachine.metricFailed(options),
                        stateMachine.metricTimedOut(options),
                        stateMachine.metricAborted(options),
                        stateMachine.metricThrottled(options)),
                List.of());
    }

    private static IWidget metrics(String title, List<IMetric> left, List<IMetric> right) {
        return GraphWidget.Builder.create()
                .title(title)
                .left(left)
                .right(right)
                .width(HALF_OF_A_ROW)
                .height(HEIGHT)
                .build();
    }
}
