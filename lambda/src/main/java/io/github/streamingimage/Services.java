package io.github.streamingimage;

import io.github.streamingimage.aws.AwsService;
import io.github.streamingimage.aws.Environment;
import io.github.streamingimage.aws.ServiceName;
import io.github.streamingimage.customresource.HttpPut;
import io.github.streamingimage.customresource.Put;
import io.github.streamingimage.nimble.NimbleStreamingImages;
import io.github.streamingimage.nimble.StreamingImages;
import io.github.streamingimage.stack.CloudFormationStacks;
import io.github.streamingimage.stack.Stacks;
import io.github.streamingimage.time.SystemTime;
import io.github.streamingimage.time.Time;
import io.github.streamingimage.waiting.Executions;
import io.github.streamingimage.waiting.StepFunctionsExecutions;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * What the function stands on; nothing of it is used before a request needs it, so that answering works when the rest does not.
 *
 * @param environment the environment variables
 * @param images gives the images, from whether names other than the service's can be resolved
 * @param executions the state machine's, when there is one to wait on
 * @param put carries the answers
 * @param logLines takes the log's lines, without line breaks
 */
public record Services(
        Map<String, String> environment,
        Function<BooleanSupplier, StreamingImages> images,
        Stacks stacks,
        Optional<Executions> executions,
        Put put,
        Time time,
        RandomGenerator random,
        Consumer<String> logLines) {

    public Services {
        Objects.requireNonNull(environment);
        Objects.requireNonNull(images);
        Objects.requireNonNull(stacks);
        Objects.requireNonNull(executions);
        Objects.requireNonNull(put);
        Objects.requireNonNull(time);
        Objects.requireNonNull(random);
        Objects.requireNonNull(logLines);
    }

    /** The real ones, configured by the environment that Lambda sets. */
    static Services ofLambda() {
        Map<String, String> environment = System.getenv();
        Time time = new SystemTime();
        AwsService nimble = new AwsService(ServiceName.NIMBLE, environment, time);
        AwsService stepFunctions = new AwsService(ServiceName.STEP_FUNCTIONS, environment, time);
        return new Services(
                environment,
                otherNamesResolve -> new NimbleStreamingImages(nimble, otherNamesResolve),
                new CloudFormationStacks(new AwsService(ServiceName.CLOUDFORMATION, environment, time)),
                Optional.ofNullable(environment.get(Environment.STATE_MACHINE_ARN))
                        .map(stateMachineArn -> new StepFunctionsExecutions(stepFunctions, stateMachineArn)),
                new HttpPut(),
                time,
                new SplittableRandom(),
                System.out::println);
    }
}
