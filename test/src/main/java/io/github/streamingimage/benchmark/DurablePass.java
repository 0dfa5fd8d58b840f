package io.github.streamingimage.benchmark;

import com.sun.net.httpserver.HttpServer;
import io.github.streamingimage.emulator.lambda.JavaRuntime;
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
import java.util.stream.Stream;

/**
 * What a pass of the state machine takes in one process, over real HTTP: the function gets a round, looks at an image that is being
 * deleted, and gives back the next round.
 *
 * @param first the first invocation: it loads the classes, builds the client, looks and hands over
 * @param passes the passes after that
 */
record DurablePass(Duration first, Samples passes) {

    private static final int PASSES = 60;

    /** Measures in a new process on that Java: its first invocation is the first use of the function there. */
    static DurablePass measure(JavaRuntime runtime, MeasuredService service) {
        List<Double> seconds = new MeasuringProcess(runtime).figures(DurablePass.class, service.name());
        return new DurablePass(
                Duration.ofNanos((long) (seconds.get(0) * 1e9)), new Samples(seconds.subList(1, seconds.size())));
    }

    /** Writes the seconds of the first invocation, and then those of the passes. */
    public static void main(String[] args) {
        DurablePass measured = measure(MeasuredService.valueOf(args[0]));
        MeasuringProcess.write(
                Stream.concat(Stream.of(Samples.seconds(measured.first)), measured.passes.values().stream())
                        .toList());
    }

    private static DurablePass measure(MeasuredService service) {
        AtomicReference<String> round = new AtomicReference<>();
        Executions executions = (name, input) -> {
            round.set(input);
            return new Executions.Start.HandedOver();
        };
        HttpServer stacks = PassAnswers.serve();
        try (EmulatedImages images = EmulatedImages.start(
                service, InstantSource.system(), List.of(DeleteRequest.IMAGE), Duration.ofHours(1))) {
            RealFunction function = new RealFunction(
                    RealServices.of(service, images.endpoint(), PassAnswers.url(stacks), Optional.of(executions), 1));
            Duration first = time(() -> function.invoke(new DeleteRequest(service, Instant.now()).event()));
            byte[] input = round.get().getBytes(StandardCharsets.UTF_8);
            List<Duration> passes = new ArrayList<>();
            for (int i = 0; i < PASSES; i++) {
                passes.add(time(() -> requireRound(function.invoke(input))));
            }
            return new DurablePass(first, Samples.seconds(passes));
        } finally {
            stacks.stop(0);
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
