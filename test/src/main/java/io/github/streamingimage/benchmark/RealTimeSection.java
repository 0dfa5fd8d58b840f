package io.github.streamingimage.benchmark;

import io.github.streamingimage.emulator.cloudformation.CloudFormation;
import io.github.streamingimage.emulator.cloudformation.CloudFormationListener;
import io.github.streamingimage.emulator.cloudformation.CustomResource;
import io.github.streamingimage.emulator.cloudformation.ReceivedResponse;
import io.github.streamingimage.emulator.cloudformation.RequestCheck;
import io.github.streamingimage.emulator.cloudformation.ResourceDeclaration;
import io.github.streamingimage.emulator.cloudformation.StackStatus;
import io.github.streamingimage.emulator.cloudformation.StackTemplate;
import io.github.streamingimage.emulator.nimblestudio.ImageScript;
import io.github.streamingimage.emulator.nimblestudio.NimbleStudioWire;
import io.github.streamingimage.emulator.nimblestudio.StreamingImages;
import io.github.streamingimage.emulator.service.RequestEntry;
import io.github.streamingimage.emulator.service.ServiceEndpoint;
import io.github.streamingimage.emulator.sigv4.Credentials;
import io.github.streamingimage.simulation.Scenario.Operation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** A stack of 60 images deleted in real time: the function with its real clients, over HTTP, against the emulators. */
final class RealTimeSection implements Section {

    private static final int IMAGES = 60;
    private static final Duration DELETION = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final String STACK = "images";

    /** What the run came to. */
    private record Measured(
            StackStatus ended, int undeleted, long failed, double seconds, long calls, long throttled) {}

    @Override
    public String title() {
        return "Scale in real time";
    }

    @Override
    public Outcome run(Path directory) {
        Measured measured = measure();
        double floor = ScaleTrial.floor(Operation.DELETE, IMAGES, DELETION);
        double ratio = measured.seconds() / floor;
        boolean met = measured.ended() == StackStatus.DELETE_COMPLETE
                && measured.undeleted() == 0
                && measured.failed() == 0
                && ratio <= ScaleTrial.MOST;
        String table = new Table(
                        "images",
                        "floor (s)",
                        "total (s)",
                        "ratio",
                        "not deleted",
                        "FAILED",
                        "answered calls",
                        "throttled calls")
                .row(
                        IMAGES,
                        Samples.figure(floor),
                        Samples.figure(measured.seconds()),
                        Samples.figure(ratio),
                        measured.undeleted(),
                        measured.failed(),
                        measured.calls(),
                        measured.throttled())
                .toString();
        return new Outcome(
                List.of(new Goal(
                        IMAGES + " images in real time over HTTP: all deleted, in at most 1.25 times the floor",
                        Samples.figure(ratio) + ", " + measured.undeleted() + " not deleted",
                        met)),
                """
                The same limit (10 requests a second, burst 20), deletions of 5 s; one process, a thread for each image, waiting inline, with the real
                clients over HTTP against the emulators of Nimble Studio and CloudFormation. The total goes from the request to delete the
                stack to DELETE_COMPLETE.

                %s""".formatted(table));
    }

    private static Measured measure() {
        StreamingImages images = new StreamingImages(InstantSource.system(), "us-west-2", "123456789012");
        Map<String, ResourceDeclaration> resources = new LinkedHashMap<>();
        for (int i = 0; i < IMAGES; i++) {
            String id = "image-" + i;
            images.add(DeleteRequest.STUDIO, ImageScript.ready(id).deletionTakes(DELETION));
            resources.put(
                    "Image" + i, CustomResource.of(Map.of("StudioId", DeleteRequest.STUDIO, "StreamingImageId", id)));
        }
        ExecutorService threads = Executors.newCachedThreadPool(RealTimeSection::daemon);
        CompletableFuture<RealFunction> function = new CompletableFuture<>();
        try (ServiceEndpoint studio = ServiceEndpoint.start(
                        new NimbleStudioWire(images), Credentials.of(RealServices.KEY, RealServices.SECRET));
                CloudFormation cloudFormation = CloudFormation.start(
                        DeleteRequest.FUNCTION_ARN,
                        event -> threads.execute(() -> function.join().invoke(event)),
                        new CloudFormationListener() {},
                        RequestCheck.NONE)) {
            function.complete(new RealFunction(
                    RealServices.of(studio.endpoint(), cloudFormation.endpoint(), Optional.empty(), 1)));
            StackStatus created = cloudFormation
                    .createStack(STACK, new StackTemplate(resources))
                    .await(LONGEST);
            if (created != StackStatus.CREATE_COMPLETE) {
                throw new IllegalStateException("the stack is " + created + ": " + cloudFormation.responses());
            }
            images.limit(ScaleTrial.LIMIT);
            int before = images.requests().size();
            long begin = System.nanoTime();
            StackStatus ended = cloudFormation.deleteStack(STACK).await(LONGEST);
            double seconds = (System.nanoTime() - begin) / 1e9;
            List<RequestEntry> requests =
                    images.requests().stream().skip(before).toList();
            long throttled = requests.stream()
                    .filter(entry -> entry.status().equals(Optional.of(429)))
                    .count();
            return new Measured(
                    ended,
                    (int) resources.keySet().stream()
                            .map(name -> name.replace("Image", "image-"))
                            .filter(id ->
                                    !images.state(DeleteRequest.STUDIO, id).equals(Optional.of("DELETED")))
                            .count(),
                    failed(cloudFormation.responses().stream()),
                    seconds,
                    requests.size() - throttled,
                    throttled);
        } finally {
            threads.shutdownNow();
        }
    }

    private static long failed(Stream<ReceivedResponse> answers) {
        return answers.flatMap(answer -> answer.response().stream())
                .filter(answer -> !answer.isSuccess())
                .count();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "function");
        thread.setDaemon(true);
        return thread;
    }
}
