package io.github.streamingimage.benchmark;

import io.github.streamingimage.emulator.cloudformation.CloudFormation;
import io.github.streamingimage.emulator.cloudformation.CloudFormationListener;
import io.github.streamingimage.emulator.cloudformation.CustomResource;
import io.github.streamingimage.emulator.cloudformation.ReceivedResponse;
import io.github.streamingimage.emulator.cloudformation.RequestCheck;
import io.github.streamingimage.emulator.cloudformation.ResourceDeclaration;
import io.github.streamingimage.emulator.cloudformation.StackStatus;
import io.github.streamingimage.emulator.cloudformation.StackTemplate;
import io.github.streamingimage.emulator.http.DaemonThreads;
import io.github.streamingimage.emulator.lambda.JavaRuntime;
import io.github.streamingimage.emulator.service.RequestEntry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the deletion of a stack of images in real time came to.
 *
 * @param undeleted images that are still there
 * @param failed responses that say FAILED
 * @param answered calls of the service that were not throttled
 */
record RealTimeTrial(long undeleted, long failed, double seconds, long answered, long throttled) {

    static final int IMAGES = 60;
    static final Duration DELETION = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final String STACK = "images";

    /** Seconds before which it cannot end: those of {@link ScaleTrial}, and of one more call for each image of AppStream. */
    static double floor(MeasuredService service) {
        int before = service.ownRequests();
        return Math.max(answered(before + 1), answered(before) + Samples.seconds(DELETION));
    }

    /** Seconds before which so many calls for each image cannot have been answered. */
    private static double answered(int calls) {
        return (calls * IMAGES - ScaleTrial.LIMIT.burst()) / ScaleTrial.LIMIT.requestsPerSecond();
    }

    boolean isDeleted() {
        return undeleted == 0 && failed == 0;
    }

    /** Measures in a new process on that Java. */
    static RealTimeTrial measure(JavaRuntime runtime, MeasuredService service) {
        List<Double> figures = new MeasuringProcess(runtime).figures(RealTimeTrial.class, service.name());
        return new RealTimeTrial(
                figures.get(0).longValue(),
                figures.get(1).longValue(),
                figures.get(2),
                figures.get(3).longValue(),
                figures.get(4).longValue());
    }

    /** Writes what was measured for the service of that name. */
    public static void main(String[] args) {
        RealTimeTrial trial = measure(MeasuredService.valueOf(args[0]));
        MeasuringProcess.write(List.of(
                (double) trial.undeleted, (double) trial.failed, trial.seconds, (double) trial.answered, (double)
                        trial.throttled));
    }

    private static RealTimeTrial measure(MeasuredService service) {
        List<String> names =
                IntStream.range(0, IMAGES).mapToObj(i -> "image-" + i).toList();
        Map<String, ResourceDeclaration> resources = new LinkedHashMap<>();
        names.forEach(
                name -> resources.put(name.replace("image-", "Image"), CustomResource.of(service.properties(name))));
        ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("function"));
        CompletableFuture<RealFunction> function = new CompletableFuture<>();
        try (EmulatedImages images = EmulatedImages.start(service, InstantSource.system(), names, DELETION);
                CloudFormation cloudFormation = CloudFormation.start(
                        DeleteRequest.FUNCTION_ARN,
                        event -> threads.execute(() -> function.join().invoke(event)),
                        new CloudFormationListener() {},
                        RequestCheck.NONE)) {
            function.complete(new RealFunction(
                    RealServices.of(service, images.endpoint(), cloudFormation.endpoint(), Optional.empty(), 1)));
            require(
                    StackStatus.CREATE_COMPLETE,
                    cloudFormation
                            .createStack(STACK, new StackTemplate(resources))
                            .await(LONGEST));
            images.model().limit(ScaleTrial.LIMIT);
            int before = images.model().requests().size();
            long begin = System.nanoTime();
            require(
                    StackStatus.DELETE_COMPLETE,
                    cloudFormation.deleteStack(STACK).await(LONGEST));
            double seconds = (System.nanoTime() - begin) / 1e9;
            List<RequestEntry> requests =
                    images.model().requests().stream().skip(before).toList();
            // No other error is there: nothing fails but what the limit refuses.
            long throttled = requests.stream()
                    .filter(request -> request.errorType().isPresent())
                    .count();
            return new RealTimeTrial(
                    names.stream().filter(images.isDeleted().negate()).count(),
                    failed(cloudFormation.responses().stream()),
                    seconds,
                    requests.size() - throttled,
                    throttled);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void require(StackStatus expected, StackStatus status) {
        if (status != expected) {
            throw new IllegalStateException("the stack is " + status + ", not " + expected);
        }
    }

    private static long failed(Stream<ReceivedResponse> responses) {
        return responses
                .flatMap(received -> received.response().stream())
                .filter(response -> !response.isSuccess())
                .count();
    }
}
