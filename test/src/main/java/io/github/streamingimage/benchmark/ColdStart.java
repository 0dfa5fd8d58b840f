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
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Starts of processes, from nothing to the first response through AWS's runtime interface client: those of the empty handler, and those
 * of a whole first Delete pass (look, check the stack, delete, hand over to an execution), in turn, so that both meet the same machine.
 */
final class ColdStart {

    private static final Duration LONG = Duration.ofHours(1);
    private static final String STATE_MACHINE = "arn:aws:states:us-west-2:123456789012:stateMachine:waiting";

    private ColdStart() {}

    /** What was measured, run by run, in the order of measuring. */
    record Starts(List<ProcessStart> empty, List<ProcessStart> firstPass) {

        /** The median time of the first pass over that of the empty handler. */
        double ratio() {
            return Medians.of(firstPass, start -> start.took().toNanos())
                    / Medians.of(empty, start -> start.took().toNanos());
        }

        /** The same of the processor time, which other work on the machine disturbs less. */
        double cpuRatio() {
            return Medians.of(firstPass, start -> start.cpu().toNanos())
                    / Medians.of(empty, start -> start.cpu().toNanos());
        }
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
        FunctionArtifacts artifacts = FunctionArtifacts.find().withFunction(ownCode());
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

    /** The jar, or directory, that holds the empty handler. */
    private static Path ownCode() {
        try {
            return Path.of(EmptyHandler.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("cannot tell where this class was loaded from", e);
        }
    }
}
