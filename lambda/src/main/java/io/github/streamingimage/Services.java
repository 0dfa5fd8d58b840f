package io.github.streamingimage;

import io.github.streamingimage.aws.Environment;
import io.github.streamingimage.customresource.HttpPut;
import io.github.streamingimage.customresource.Put;
import io.github.streamingimage.nimble.NimbleStudio;
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
 * What the function stands on; nothing of it is built before a request needs it, so that answering works when the rest does not.
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
        return new Services(
                System.getenv(),
                new NimbleStudio()::images,
                new CloudFormationStacks(),
                Optional.ofNullable(System.getenv(Environment.STATE_MACHINE_ARN))
                        .map(StepFunctionsExecutions::new),
                new HttpPut(),
                new SystemTime(),
                new SplittableRandom(),
                System.out::println);
    }
}
