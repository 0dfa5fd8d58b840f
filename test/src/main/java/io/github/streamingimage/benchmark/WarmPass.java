package io.github.streamingimage.benchmark;

import com.sun.management.ThreadMXBean;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.streamingimage.aws.AwsService;
import io.github.streamingimage.emulator.http.LoopbackServer;
import io.github.streamingimage.http.DnsResolver;
import io.github.streamingimage.stepfunctions.Executions;
import io.github.streamingimage.stepfunctions.StepFunctionsExecutions;
import io.github.streamingimage.time.SystemTime;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * A whole first Delete pass (look, check the stack, delete, hand over) in a JVM that is warm, over real HTTP, beside the same four
 * requests sent by nobody: bare connections without signatures, JSON, XML, decisions and log lines.
 */
final class WarmPass implements Section {

    private static final int WARM_UP = 1500;
    private static final int BATCHES = 9;
    private static final int BATCH = 100;
    private static final Map<String, String> ANSWERS = Map.of(
            "GET",
            "{\"streamingImage\":{\"state\":\"READY\"}}",
            "DELETE",
            "{\"streamingImage\":{\"state\":\"DELETE_IN_PROGRESS\"}}",
            "describe",
            "<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackStatus>DELETE_IN_PROGRESS</StackStatus>"
                    + "</member></Stacks></DescribeStacksResult></DescribeStacksResponse>",
            "start",
            "{\"executionArn\":\"arn\",\"startDate\":1.0}");

    private static final String STATE_MACHINE = "arn:aws:states:us-west-2:123456789012:stateMachine:waiting";

    /**
     * Medians over batches.
     *
     * @param bareNanos the four requests alone, in nanoseconds
     * @param passNanos a whole pass, in nanoseconds
     * @param bareBytes what the four requests allocate
     * @param passBytes what a whole pass allocates
     */
    record Result(double bareNanos, double passNanos, double bareBytes, double passBytes) {}

    static Result measure() {
        HttpServer server = LoopbackServer.create();
        server.createContext("/", WarmPass::answer);
        server.start();
        try {
            URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            AwsService stepFunctions = new AwsService(
                    StepFunctionsExecutions.SERVICE,
                    RealServices.environment(endpoint, endpoint),
                    new SystemTime(),
                    new DnsResolver());
            Executions executions = new StepFunctionsExecutions(stepFunctions, STATE_MACHINE);
            RealFunction function = new RealFunction(RealServices.of(endpoint, endpoint, Optional.of(executions), 1));
            byte[] event = new DeleteRequest(Instant.now()).event();
            Runnable pass = () -> function.invoke(event);
            Runnable bare = () -> bareRequests(endpoint);
            for (int i = 0; i < WARM_UP; i++) {
                pass.run();
                bare.run();
            }
            List<Cost> passes = new ArrayList<>();
            List<Cost> bares = new ArrayList<>();
            for (int batch = 0; batch < BATCHES; batch++) {
                bares.add(cost(bare));
                passes.add(cost(pass));
            }
            return new Result(
                    median(bares, Cost::nanos),
                    median(passes, Cost::nanos),
                    median(bares, Cost::bytes),
                    median(passes, Cost::bytes));
        } finally {
            server.stop(0);
        }
    }

    @Override
    public String title() {
        return "Warm pass";
    }

    @Override
    public Outcome run(Path directory) {
        Result result = measure();
        return new Outcome(
                List.of(),
                "A whole first pass in a JVM that is warm, beside its four requests sent by nobody, over the same plain HTTP on loopback:\nbare "
                        + "connections without signatures, JSON, XML, decisions and log lines. Medians of " + BATCHES
                        + " batches of " + BATCH + ".\n\n"
                        + new Table("", "four requests alone", "whole pass", "ratio")
                                .row(
                                        "time, ms",
                                        Samples.figure(result.bareNanos() / 1e6),
                                        Samples.figure(result.passNanos() / 1e6),
                                        Samples.figure(result.passNanos() / result.bareNanos()))
                                .row(
                                        "allocated, KiB",
                                        Samples.figure(result.bareBytes() / 1024),
                                        Samples.figure(result.passBytes() / 1024),
                                        Samples.figure(result.passBytes() / result.bareBytes())));
    }

    private record Cost(long nanos, long bytes) {}

    private static double median(List<Cost> costs, ToLongFunction<Cost> figure) {
        return new Samples(costs.stream()
                        .map(cost -> (double) figure.applyAsLong(cost))
                        .toList())
                .median();
    }

    private static Cost cost(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = threads.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        for (int i = 0; i < BATCH; i++) {
            work.run();
        }
        return new Cost(
                (System.nanoTime() - start) / BATCH, (threads.getCurrentThreadAllocatedBytes() - bytes) / BATCH);
    }

    private static void bareRequests(URI endpoint) {
        try {
            for (String method : List.of("GET", "POST", "DELETE", "POST")) {
                HttpURLConnection connection =
                        (HttpURLConnection) endpoint.toURL().openConnection();
                connection.setRequestMethod(method);
                if (method.equals("POST")) {
                    connection.setDoOutput(true);
                    connection.getOutputStream().write(new byte[200]);
                }
                try (InputStream answer = connection.getInputStream()) {
                    answer.readAllBytes();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String operation = !exchange.getRequestMethod().equals("POST")
                    ? exchange.getRequestMethod()
                    : exchange.getRequestHeaders().containsKey("X-Amz-Target") ? "start" : "describe";
            byte[] body = ANSWERS.get(operation).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
