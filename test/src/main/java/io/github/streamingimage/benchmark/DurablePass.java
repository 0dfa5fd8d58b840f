package io.github.streamingimage.benchmark;

import io.github.streamingimage.emulator.nimblestudio.ImageScript;
import io.github.streamingimage.emulator.nimblestudio.NimbleStudioWire;
import io.github.streamingimage.emulator.nimblestudio.StreamingImages;
import io.github.streamingimage.emulator.service.ServiceEndpoint;
import io.github.streamingimage.emulator.sigv4.Credentials;
import io.github.streamingimage.json.JsonReader;
import io.github.streamingimage.stepfunctions.Executions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What a pass of the state machine takes in this process, over real HTTP: the function gets a round, looks at an image that is being
 * deleted, and gives back the next round.
 *
 * @param first the first invocation: it loads the classes, builds the client, looks and hands over
 * @param passes the passes after that
 */
record DurablePass(Duration first, Samples passes) {

    private static final int PASSES = 60;

    static DurablePass measure() {
        StreamingImages images = new StreamingImages(InstantSource.system(), "us-west-2", "123456789012");
        DeleteRequest request = new DeleteRequest(Instant.now());
        images.add(DeleteRequest.STUDIO, ImageScript.ready(DeleteRequest.IMAGE).deletionTakes(Duration.ofHours(1)));
        AtomicReference<String> round = new AtomicReference<>();
        Executions executions = (name, input) -> {
            round.set(input);
            return new Executions.Start.HandedOver();
        };
        try (ServiceEndpoint studio = ServiceEndpoint.start(
                new NimbleStudioWire(images), Credentials.of(RealServices.KEY, RealServices.SECRET))) {
            RealFunction function =
                    new RealFunction(RealServices.of(studio.endpoint(), studio.endpoint(), Optional.of(executions), 1));
            Duration first = time(() -> function.invoke(request.event()));
            byte[] input = round.get().getBytes(StandardCharsets.UTF_8);
            List<Duration> passes = new ArrayList<>();
            for (int i = 0; i < PASSES; i++) {
                passes.add(time(() -> requireRound(function.invoke(input))));
            }
            return new DurablePass(first, Samples.seconds(passes));
        }
    }

    private static void requireRound(byte[] output) {
        if (!Boolean.FALSE.equals(JsonReader.read(output).fields().get("done"))) {
            throw new IllegalStateException("a pass did not end with another round");
        }
    }

    private static Duration time(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** The median, rounded up to the millisecond in which Lambda bills. */
    long medianMillis() {
        return (long) Math.ceil(passes.median() * 1000);
    }
}
