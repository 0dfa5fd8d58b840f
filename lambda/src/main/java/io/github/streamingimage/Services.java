package io.github.streamingimage;

import io.github.streamingimage.aws.AwsApi;
import io.github.streamingimage.aws.AwsService;
import io.github.streamingimage.aws.Environment;
import io.github.streamingimage.aws.ServiceName;
import io.github.streamingimage.customresource.HttpPut;
import io.github.streamingimage.customresource.Put;
import io.github.streamingimage.deletion.ImageService;
import io.github.streamingimage.http.DnsResolver;
import io.github.streamingimage.http.Resolver;
import io.github.streamingimage.stack.CloudFormationStacks;
import io.github.streamingimage.stack.Stacks;
import io.github.streamingimage.stepfunctions.Executions;
import io.github.streamingimage.stepfunctions.StepFunctionsExecutions;
import io.github.streamingimage.time.SystemTime;
import io.github.streamingimage.time.Time;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * What the function stands on; nothing of it is used before a request needs it, so that responding works when the rest does not.
 *
 * @param misconfigured what is wrong with the environment variables, or nothing
 * @param executions the state machine's, when there is one to wait on
 * @param put carries the responses
 * @param logLines takes the log's lines, without line breaks
 */
public record Services(
        Optional<String> misconfigured,
        ImageService images,
        Stacks stacks,
        Optional<Executions> executions,
        Put put,
        Resolver resolver,
        Time time,
        RandomGenerator random,
        Consumer<String> logLines) {

    public Services {
        Objects.requireNonNull(misconfigured);
        Objects.requireNonNull(images);
        Objects.requireNonNull(stacks);
        Objects.requireNonNull(executions);
        Objects.requireNonNull(put);
        Objects.requireNonNull(resolver);
        Objects.requireNonNull(time);
        Objects.requireNonNull(random);
        Objects.requireNonNull(logLines);
    }

    /** The real ones, configured by the environment that Lambda sets. */
    static Services ofLambda(ServiceName service, Function<AwsApi, ImageService> images) {
        Map<String, String> environment = System.getenv();
        Time time = new SystemTime();
        Resolver resolver = new DnsResolver();
        Function<ServiceName, AwsApi> aws = name -> new AwsService(name, environment, time, resolver);
        return new Services(
                Environment.problem(
                        environment, List.of(service, CloudFormationStacks.SERVICE, StepFunctionsExecutions.SERVICE)),
                images.apply(aws.apply(service)),
                new CloudFormationStacks(aws.apply(CloudFormationStacks.SERVICE)),
                Optional.ofNullable(environment.get(Environment.STATE_MACHINE_ARN))
                        .map(arn -> new StepFunctionsExecutions(aws.apply(StepFunctionsExecutions.SERVICE), arn)),
                new HttpPut(),
                resolver,
                time,
                new SplittableRandom(),
                System.out::println);
    }
}
