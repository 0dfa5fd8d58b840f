package io.github.streamingimage.benchmark;

import io.github.streamingimage.benchmark.FirstResponse.ProcessStart;
import io.github.streamingimage.benchmark.StartTrial.FirstPass;
import io.github.streamingimage.benchmark.StartTrial.Starts;
import io.github.streamingimage.emulator.lambda.JavaRuntime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * First passes of processes that have just been started, beside an empty handler and beside bare requests.
 *
 * @param runtimes what to start them on
 * @param runs how many starts of each
 */
record ColdStart(List<JavaRuntime> runtimes, int runs) implements Section {

    static final List<FirstPass> PASSES = Stream.of(MeasuredService.values())
            .flatMap(service -> Stream.of(new FirstPass(service, false), new FirstPass(service, true)))
            .toList();

    private static final double MOST_TIMES_EMPTY = 4;
    private static final double MOST_TIMES_BARE = 1.35;
    private static final long MOST_MEMORY = 110L << 20;

    @Override
    public String title() {
        return "Cold start";
    }

    @Override
    public Outcome run(Path directory) {
        List<Goal> goals = new ArrayList<>();
        Table wall = table("ms");
        Table processor = table("ms of processor");
        double noise = 0;
        for (JavaRuntime runtime : runtimes) {
            for (Map.Entry<FirstPass, Starts> measured :
                    StartTrial.measure(runtime, PASSES, runs).entrySet()) {
                Starts starts = measured.getValue();
                row(wall, runtime, measured.getKey(), starts, ProcessStart::took);
                row(processor, runtime, measured.getKey(), starts, ProcessStart::cpu);
                goals.addAll(goals(runtime, measured.getKey(), starts));
                noise = Math.max(noise, Math.max(starts.noise(ProcessStart::took), starts.noise(ProcessStart::cpu)));
            }
        }
        return new Outcome(goals, String.format(Locale.ROOT, """
                        From the start of a process to its first response through AWS's runtime interface client, with the options of the managed
                        runtime (`-XX:+UseSerialGC -XX:TieredStopAtLevel=1`), medians of %d starts of each in turn. The first pass looks
                        at the image, checks the stack, deletes, and hands over: to three hosts, in four signed requests for an image of Nimble
                        Studio and in five for one of AppStream. The bare requests are as many, to the same hosts, by a handler that does
                        nothing else: no signatures, no JSON, no XML, no decisions. Over TLS (1.3, RSA of 2048 bits) each host shakes hands once, and the JVM
                        reads the whole trust store of its JDK, to which the hosts' authority was added. The hosts are on loopback
                        and respond at once, so there is no way to them, and no name server.

                        %s
                        The same in time of processors, which other work on the machine disturbs less:

                        %s
                        Noise: between every first and every second start of the same run, no ratio to the bare requests differs by more than
                        %.0f %%. [What else was tried](starts-tried.md) has figures of its own.
                        """, runs, wall, processor, noise * 100));
    }

    private static Table table(String unit) {
        return new Table(
                "first pass",
                "empty handler, " + unit,
                "bare requests, " + unit,
                "first pass, " + unit,
                "times the empty handler",
                "times the bare requests",
                "peak memory, MiB");
    }

    private static void row(
            Table table, JavaRuntime runtime, FirstPass pass, Starts starts, Function<ProcessStart, Duration> time) {
        table.row(
                name(runtime, pass),
                millis(starts.empty(), time),
                millis(starts.bare(), time),
                millis(starts.pass(), time),
                Samples.figure(starts.toEmpty(time)),
                Samples.figure(starts.toBare(time)),
                starts.peakMemory() >> 20);
    }

    private static List<Goal> goals(JavaRuntime runtime, FirstPass pass, Starts starts) {
        String name = name(runtime, pass);
        double times = pass.overTls() ? starts.toBare(ProcessStart::took) : starts.toEmpty(ProcessStart::took);
        long memory = starts.peakMemory();
        return List.of(
                pass.overTls()
                        ? new Goal(
                                "first pass, " + name + ": at most 1.35 times its bare handshakes and requests",
                                Samples.figure(times) + " times",
                                times <= MOST_TIMES_BARE)
                        : new Goal(
                                "first pass, " + name + ": at most 4 times an empty handler",
                                Samples.figure(times) + " times",
                                times <= MOST_TIMES_EMPTY),
                new Goal("first pass, " + name + ": at most 110 MiB", (memory >> 20) + " MiB", memory <= MOST_MEMORY));
    }

    private static String name(JavaRuntime runtime, FirstPass pass) {
        return pass.service().title() + " over " + (pass.overTls() ? "TLS" : "HTTP") + ", Java " + runtime.feature();
    }

    private static long millis(List<ProcessStart> starts, Function<ProcessStart, Duration> time) {
        return Math.round(Starts.seconds(starts, time) * 1000);
    }
}
