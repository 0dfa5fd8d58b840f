package io.github.streamingimage.benchmark;

import com.sun.net.httpserver.HttpServer;
import io.github.streamingimage.benchmark.FirstResponse.ProcessStart;
import io.github.streamingimage.emulator.EmulatedRegion;
import io.github.streamingimage.emulator.RegionListener;
import io.github.streamingimage.emulator.cloudformation.CustomResource;
import io.github.streamingimage.emulator.cloudformation.StackTemplate;
import io.github.streamingimage.emulator.http.LoopbackServer;
import io.github.streamingimage.emulator.lambda.FunctionArtifacts;
import io.github.streamingimage.emulator.lambda.FunctionConfiguration;
import io.github.streamingimage.emulator.lambda.FunctionEvent;
import io.github.streamingimage.emulator.lambda.JavaRuntime;
import io.github.streamingimage.emulator.lambda.LambdaFunction;
import io.github.streamingimage.emulator.nimblestudio.ImageScript;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Starts of processes, from nothing to the first response through AWS's runtime interface client: those of the empty handler, and those
 * of a whole first Delete pass (look, check the stack, delete, hand over to an execution), in turn, so that both meet the same machine.
 *
 * @param runtimes what to start them on
 * @param runs how many starts of each
 */
record ColdStart(List<JavaRuntime> runtimes, int runs) implements Section {

    private static final Duration LONG = Duration.ofHours(1);
    private static final String STATE_MACHINE = "arn:aws:states:us-west-2:123456789012:stateMachine:waiting";
    private static final double MOST_TIMES = 4;
    private static final long MOST_MEMORY = 110L << 20;

    /** What was measured, run by run, in the order of measuring. */
    record Starts(List<ProcessStart> empty, List<ProcessStart> firstPass) {

        /** The median time of the first pass over that of the empty handler. */
        double ratio() {
            return millis(firstPass, ProcessStart::took) / millis(empty, ProcessStart::took);
        }

        /** The same of the processor time, which other work on the machine disturbs less. */
        double cpuRatio() {
            return millis(firstPass, ProcessStart::cpu) / millis(empty, ProcessStart::cpu);
        }
    }

    @Override
    public String title() {
        return "Cold start";
    }

    @Override
    public Outcome run(Path directory) {
        List<Goal> goals = new ArrayList<>();
        Table table = new Table(
                "runtime",
                "empty handler, ms",
                "first pass, ms",
                "ratio",
                "empty handler, ms of processor",
                "first pass, ms of processor",
                "ratio",
                "peak memory, MiB");
        for (JavaRuntime runtime : runtimes) {
            Starts starts = measure(runtime, runs);
            long memory = starts.firstPass().stream()
                    .mapToLong(ProcessStart::peakMemory)
                    .max()
                    .orElseThrow();
            table.row(
                    "Java " + runtime.feature(),
                    Math.round(millis(starts.empty(), ProcessStart::took)),
                    Math.round(millis(starts.firstPass(), ProcessStart::took)),
                    Samples.figure(starts.ratio()),
                    Math.round(millis(starts.empty(), ProcessStart::cpu)),
                    Math.round(millis(starts.firstPass(), ProcessStart::cpu)),
                    Samples.figure(starts.cpuRatio()),
                    memory >> 20);
            goals.add(new Goal(
                    "a first pass takes at most 4 times an empty handler on Java " + runtime.feature(),
                    Samples.figure(starts.ratio()) + " times",
                    starts.ratio() <= MOST_TIMES));
            goals.add(new Goal(
                    "it takes at most 110 MiB on Java " + runtime.feature(),
                    (memory >> 20) + " MiB",
                    memory <= MOST_MEMORY));
        }
        return new Outcome(
                goals,
                "From the start of a process to its first response through AWS's runtime interface client, with the options of the managed\n"
                        + "runtime (`-XX:+UseSerialGC -XX:TieredStopAtLevel=1`), medians of " + runs
                        + " starts of each in turn. The first pass looks\nat the image, checks the stack, deletes, and hands over, in four signed "
                        + "requests over plain HTTP on loopback: the\nhandshakes of TLS are not in it. Memory is the largest resident set of any "
                        + "of these processes.\n[What else was tried](starts-tried.md) has figures of its own.\n\n"
                        + table);
    }

    private static double millis(List<ProcessStart> starts, Function<ProcessStart, Duration> time) {
        return Samples.seconds(starts.stream().map(time).toList()).median() * 1000;
    }

    static Starts measure(JavaRuntime runtime, int runs) {
        List<ProcessStart> empty = new ArrayList<>();
        List<ProcessStart> firstPass = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            empty.add(emptyHandler(runtime));
            firstPass.add(firstPass(runtime));
        }
        return new Starts(empty, firstPass);
    }

    private static ProcessStart emptyHandler(JavaRuntime runtime) {
        FirstResponse response = new FirstResponse();
        FunctionArtifacts artifacts =
                FunctionArtifacts.find().withFunction(FunctionArtifacts.codeOf(EmptyHandler.class));
        FunctionConfiguration configuration = FunctionConfiguration.of(
                        "empty", EmptyHandler.class.getName() + "::handle")
                .withRuntime(runtime);
        try (LambdaFunction function =
                LambdaFunction.start(artifacts, configuration, response::happened, record -> {})) {
            function.invoke("{}".getBytes(StandardCharsets.UTF_8)).join();
            return response.await();
        }
    }

    /** Another process than that of the Create has to meet the Delete: a changed configuration sees to that. */
    private static ProcessStart firstPass(JavaRuntime runtime) {
        AtomicReference<FirstResponse> response = new AtomicReference<>(new FirstResponse());
        FunctionConfiguration inline = EmulatedRegion.functionConfiguration().withRuntime(runtime);
        HttpServer executions = acceptingExecutions();
        try (EmulatedRegion region = EmulatedRegion.start(inline, new RegionListener() {
            @Override
            public void functionEvent(FunctionEvent event) {
                response.get().happened(event);
            }
        })) {
            region.images().add("studio-1", ImageScript.ready("image-1").deletionTakes(LONG));
            CustomResource image = CustomResource.of(Map.of("StudioId", "studio-1", "StreamingImageId", "image-1"));
            region.cloudFormation()
                    .createStack("images", StackTemplate.of("Image", image))
                    .await(Duration.ofMinutes(2));
            region.configure(inline.withEnvironment(Map.of(
                    "STATE_MACHINE_ARN",
                    STATE_MACHINE,
                    "AWS_ENDPOINT_URL_SFN",
                    "http://127.0.0.1:" + executions.getAddress().getPort())));
            response.set(new FirstResponse());
            region.cloudFormation().deleteStack("images");
            return response.get().await();
        } finally {
            executions.stop(0);
        }
    }

    /** Step Functions as far as a pass waits for it: every execution is started, and none runs. */
    private static HttpServer acceptingExecutions() {
        HttpServer server = LoopbackServer.create();
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                byte[] answer = "{\"executionArn\":\"arn\",\"startDate\":1.0}".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        server.start();
        return server;
    }
}
