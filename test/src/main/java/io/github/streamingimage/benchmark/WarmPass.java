package io.github.streamingimage.benchmark;

import com.sun.management.ThreadMXBean;
import com.sun.net.httpserver.HttpServer;
import io.github.streamingimage.aws.AwsService;
import io.github.streamingimage.benchmark.MeasuredService.PassRequest;
import io.github.streamingimage.emulator.lambda.JavaRuntime;
import io.github.streamingimage.http.DnsResolver;
import io.github.streamingimage.stepfunctions.Executions;
import io.github.streamingimage.stepfunctions.StepFunctionsExecutions;
import io.github.streamingimage.time.SystemTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * A whole first Delete pass (look, check the stack, delete, hand over) in a JVM that is warm, over real HTTP, beside as many bare
 * requests.
 *
 * @param runtimes what to run it on
 */
record WarmPass(List<JavaRuntime> runtimes) implements Section {

    private static final int WARM_UP = 1500;
    private static final int BATCHES = 9;
    private static final int BATCH = 100;
    private static final String STATE_MACHINE = "arn:aws:states:us-west-2:123456789012:stateMachine:waiting";

    /**
     * Medians over batches.
     *
     * @param bareNanos the requests alone, in nanoseconds
     * @param passNanos a whole pass, in nanoseconds
     * @param bareBytes what the requests alone allocate
     * @param passBytes what a whole pass allocates
     */
    record Result(double bareNanos, double passNanos, double bareBytes, double passBytes) {}

    /** Measures in this process. */
    static Result measure(MeasuredService service) {
        HttpServer server = PassAnswers.serve();
        try {
            URI endpoint = PassAnswers.url(server);
            AwsService stepFunctions = new AwsService(
                    StepFunctionsExecutions.SERVICE,
                    RealServices.environment(endpoint, endpoint),
                    new SystemTime(),
                    new DnsResolver());
            Executions executions = new StepFunctionsExecutions(stepFunctions, STATE_MACHINE);
            RealFunction function =
                    new RealFunction(RealServices.of(service, endpoint, endpoint, Optional.of(executions), 1));
            byte[] event = new DeleteRequest(service, Instant.now()).event();
            return measure(() -> bareRequests(service, endpoint.toString()), () -> function.invoke(event));
        } finally {
            server.stop(0);
        }
    }

    /** Writes what was measured in this process for the service of that name. */
    public static void main(String[] args) {
        Result result = measure(MeasuredService.valueOf(args[0]));
        MeasuringProcess.write(List.of(result.bareNanos(), result.passNanos(), result.bareBytes(), result.passBytes()));
    }

    private static Result measure(Runnable bare, Runnable pass) {
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
    }

    @Override
    public String title() {
        return "Warm pass";
    }

    @Override
    public Outcome run(Path directory) {
        Table table = new Table("first pass", "requests alone", "whole pass", "ratio");
        for (JavaRuntime runtime : runtimes) {
            for (MeasuredService service : MeasuredService.values()) {
                List<Double> result = new MeasuringProcess(runtime).figures(WarmPass.class, service.name());
                String name = service.title() + ", Java " + runtime.feature();
                row(table, name + ": time, ms", result.get(0) / 1e6, result.get(1) / 1e6);
                row(table, name + ": allocated, KiB", result.get(2) / 1024, result.get(3) / 1024);
            }
        }
        return new Outcome(
                List.of(),
                "A whole first pass in a JVM that is warm, beside as many bare requests over the same plain HTTP on loopback: without\n"
                        + "signatures, JSON, XML, decisions and log lines. Medians of " + BATCHES + " batches of "
                        + BATCH
                        + " in a process for each row.\n\n" + table);
    }

    private static void row(Table table, String name, double bare, double pass) {
        table.row(name, Samples.figure(bare), Samples.figure(pass), Samples.figure(pass / bare));
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

    private static void bareRequests(MeasuredService service, String endpoint) {
        try {
            for (PassRequest request : service.firstPass()) {
                BareRequests.send(request.method(), endpoint);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
