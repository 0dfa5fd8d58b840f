package io.github.streamingimage.benchmark;

import io.github.streamingimage.simulation.Latencies;
import io.github.streamingimage.simulation.Scenario;
import io.github.streamingimage.simulation.Usage;
import io.github.streamingimage.simulation.WaitingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What Lambda bills for a deletion of ten minutes. */
final class ComputeSection implements Section {

    private static final Duration DELETION = Duration.ofMinutes(10);
    private static final double MOST_SECONDS = 3;
    private static final int CALLS_BEFORE_A_WAIT = 4;

    @Override
    public String title() {
        return "Compute while waiting";
    }

    @Override
    public Outcome run(Path directory) {
        DurablePass pass = DurablePass.measure();
        long call = pass.medianMillis();
        Latencies latencies = Latencies.NONE.withCall(Duration.ofMillis(call));
        Usage inline =
                Scenario.ofOne(DELETION, WaitingMode.INLINE, latencies, 1).run().usage();
        Usage durable = Scenario.ofOne(DELETION, WaitingMode.DURABLE, latencies, 1)
                .run()
                .usage();
        double coldStart = Samples.seconds(pass.first());
        Table table = new Table(
                "waits",
                "invocations",
                "billed (s)",
                "times the durable one",
                "state transitions",
                "calls of Nimble Studio");
        double least = billed(durable, coldStart);
        for (Usage usage : List.of(durable, inline)) {
            table.row(
                    usage == durable ? WaitingMode.DURABLE.text() : WaitingMode.INLINE.text(),
                    usage.invocations(),
                    Samples.figure(billed(usage, coldStart)),
                    Samples.figure(billed(usage, coldStart) / least),
                    usage.transitions(),
                    usage.calls());
        }
        return new Outcome(
                List.of(new Goal(
                        "billed for a deletion of 10 minutes, durable: at most 3 s",
                        Samples.figure(least) + " s, inline " + Samples.figure(billed(inline, coldStart)) + " s",
                        least <= MOST_SECONDS)),
                String.format(
                        Locale.ROOT,
                        """
                        A deletion of %d minutes on the virtual clock, in which every call takes what a whole warm pass took in this run: %d ms, the median
                        of 60 over real HTTP, in this process, rounded up as Lambda does (the quickest %s ms, the slowest %s ms). The first
                        invocation makes %d calls. One cold start is added: the first invocation of this process, %s s, which loads the function's classes
                        and builds its client, but does not start a JVM.

                        %s""",
                        DELETION.toMinutes(),
                        call,
                        Samples.figure(pass.passes().best() * 1000),
                        Samples.figure(pass.passes().worst() * 1000),
                        CALLS_BEFORE_A_WAIT,
                        Samples.figure(coldStart),
                        table));
    }

    private static double billed(Usage usage, double coldStart) {
        return coldStart + Samples.seconds(usage.billed());
    }
}
