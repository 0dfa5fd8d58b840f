package io.github.streamingimage.benchmark;

import io.github.streamingimage.emulator.lambda.JavaRuntime;
import io.github.streamingimage.simulation.Latencies;
import io.github.streamingimage.simulation.Scenario;
import io.github.streamingimage.simulation.Usage;
import io.github.streamingimage.simulation.WaitingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What Lambda bills for a deletion of ten minutes.
 *
 * @param runtimes what the passes are measured on
 */
record ComputeSection(List<JavaRuntime> runtimes) implements Section {

    private static final Duration DELETION = Duration.ofMinutes(10);
    private static final double MOST_SECONDS = 3;

    @Override
    public String title() {
        return "Compute while waiting";
    }

    @Override
    public Outcome run(Path directory) {
        List<Goal> goals = new ArrayList<>();
        Table table = new Table(
                "images of, on",
                "first invocation (s)",
                "a pass, median (ms)",
                "quickest (ms)",
                "slowest (ms)",
                "waits",
                "invocations",
                "billed (s)",
                "times the durable one",
                "state transitions",
                "calls of the service");
        for (JavaRuntime runtime : runtimes) {
            for (MeasuredService service : MeasuredService.values()) {
                String name = service.title() + ", Java " + runtime.feature();
                DurablePass pass = DurablePass.measure(runtime, service);
                double coldStart = Samples.seconds(pass.first());
                double least = billed(usage(WaitingMode.DURABLE, pass), coldStart);
                for (WaitingMode waiting : List.of(WaitingMode.DURABLE, WaitingMode.INLINE)) {
                    Usage usage = usage(waiting, pass);
                    table.row(
                            name,
                            Samples.figure(coldStart),
                            pass.medianMillis(),
                            Samples.figure(pass.passes().best() * 1000),
                            Samples.figure(pass.passes().worst() * 1000),
                            waiting.text(),
                            usage.invocations(),
                            Samples.figure(billed(usage, coldStart)),
                            Samples.figure(billed(usage, coldStart) / least),
                            usage.transitions(),
                            usage.calls());
                }
                goals.add(new Goal(
                        name + ": billed for a deletion of 10 minutes, durable: at most 3 s",
                        Samples.figure(least) + " s, inline "
                                + Samples.figure(billed(usage(WaitingMode.INLINE, pass), coldStart)) + " s",
                        least <= MOST_SECONDS));
            }
        }
        return new Outcome(goals, String.format(Locale.ROOT, """
                        A deletion of %d minutes on the virtual clock, in which every call takes what a whole warm pass took: the median of 60 over real
                        HTTP, rounded up as Lambda does. One cold start is added: the first invocation of a new process, which loads the
                        function's classes, looks, checks the stack, deletes, and hands over, but does not start a JVM.

                        %s""", DELETION.toMinutes(), table));
    }

    private static Usage usage(WaitingMode waiting, DurablePass pass) {
        Latencies latencies = Latencies.NONE.withCall(Duration.ofMillis(pass.medianMillis()));
        return Scenario.ofOne(DELETION, waiting, latencies, 1).run().usage();
    }

    private static double billed(Usage usage, double coldStart) {
        return coldStart + Samples.seconds(usage.billed());
    }
}
