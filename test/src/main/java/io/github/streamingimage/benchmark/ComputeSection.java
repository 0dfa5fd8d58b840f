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
        Table passes = new Table(
                "images of, on",
                "first invocation (s)",
                "a pass, median (ms)",
                "quickest (ms)",
                "slowest (ms)",
                "billed, durable (s)",
                "billed, inline (s)");
        Table waits = null;
        for (MeasuredService service : MeasuredService.values()) {
            for (JavaRuntime runtime : runtimes) {
                String name = service.title() + ", Java " + runtime.feature();
                DurablePass pass = DurablePass.measure(runtime, service);
                String durable = Samples.figure(billed(WaitingMode.DURABLE, pass));
                String inline = Samples.figure(billed(WaitingMode.INLINE, pass));
                passes.row(
                        name,
                        Samples.figure(Samples.seconds(pass.first())),
                        pass.medianMillis(),
                        Samples.figure(pass.passes().best() * 1000),
                        Samples.figure(pass.passes().worst() * 1000),
                        durable,
                        inline);
                goals.add(new Goal(
                        "billed for a deletion of 10 minutes, durable: at most 3 s; " + name,
                        durable + " s, inline " + inline + " s",
                        billed(WaitingMode.DURABLE, pass) <= MOST_SECONDS));
                waits = waits(pass);
            }
        }
        return new Outcome(goals, String.format(Locale.ROOT, """
                        A deletion of %d minutes on the virtual clock, in which every call takes what a whole warm pass took: the median of 60 over real
                        HTTP, rounded up as Lambda does. One cold start is added: the first invocation of a new process, which loads the
                        function's classes, looks, checks the stack, deletes, and hands over, but does not start a JVM.

                        %s
                        Whichever service and Java it is, the waits are the same; those of the last row:

                        %s""", DELETION.toMinutes(), passes, waits));
    }

    private static Table waits(DurablePass pass) {
        Table table = new Table(
                "waits",
                "invocations",
                "billed (s)",
                "times the durable one",
                "state transitions",
                "calls of the service");
        for (WaitingMode waiting : List.of(WaitingMode.DURABLE, WaitingMode.INLINE)) {
            Usage usage = usage(waiting, pass);
            table.row(
                    waiting.text(),
                    usage.invocations(),
                    Samples.figure(billed(waiting, pass)),
                    Samples.figure(billed(waiting, pass) / billed(WaitingMode.DURABLE, pass)),
                    usage.transitions(),
                    usage.calls());
        }
        return table;
    }

    private static Usage usage(WaitingMode waiting, DurablePass pass) {
        Latencies latencies = Latencies.NONE.withCall(Duration.ofMillis(pass.medianMillis()));
        return Scenario.ofOne(DELETION, waiting, latencies, 1).run().usage();
    }

    private static double billed(WaitingMode waiting, DurablePass pass) {
        return Samples.seconds(pass.first().plus(usage(waiting, pass).billed()));
    }
}
