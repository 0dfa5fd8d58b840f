package io.github.streamingimage.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** Schedules that were tried and not taken, in a model of their delays. */
final class RejectedSection implements Section {

    private static final int SEEDS = 5;

    private static final List<QueueSchedule> SCHEDULES = List.of(
            QueueSchedule.CHOSEN,
            QueueSchedule.doubling(
                    "backoff doubled up to 30 s, a look before each DeleteStreamingImage (as it was)", true, 30),
            QueueSchedule.doubling("backoff doubled up to 40 s, a look before each DeleteStreamingImage", true, 40),
            QueueSchedule.doubling(
                    "backoff doubled up to 40 s, DeleteStreamingImage repeated without a look", false, 40),
            QueueSchedule.CHOSEN
                    .named("chosen, with a look before each DeleteStreamingImage")
                    .lookingBeforeEachDelete(),
            QueueSchedule.CHOSEN
                    .named("chosen, turns after a twentieth of the time (fewer throttled calls)")
                    .withTurn((request, now, chance) ->
                            Math.max(1, QueueSchedule.age(request, now) / 20) * (0.4 + 1.8 * chance * chance)),
            QueueSchedule.CHOSEN
                    .named("chosen, turns every 2 s or so (fewer throttled calls)")
                    .withTurn((request, now, chance) ->
                            Math.max(2, QueueSchedule.age(request, now) / 80) * (0.4 + 1.8 * chance * chance)),
            QueueSchedule.CHOSEN
                    .named("chosen, turns every second without jitter")
                    .withTurn((request, now, chance) -> Math.max(1, QueueSchedule.age(request, now) / 80)),
            QueueSchedule.CHOSEN
                    .named("chosen, full jitter on looks")
                    .withLooks(
                            QueueSchedule.part(4 / 7.0, 7, 1),
                            QueueSchedule.part(1 / 7.0, 7, 1),
                            QueueSchedule.part(1 / 5.0, 7, 1)),
            QueueSchedule.CHOSEN
                    .named("chosen, the first look as soon as the next ones")
                    .withLooks(
                            QueueSchedule.part(1 / 7.0, 7, 0.03),
                            QueueSchedule.part(1 / 7.0, 7, 0.03),
                            QueueSchedule.part(1 / 5.0, 7, 0.03)),
            QueueSchedule.CHOSEN
                    .named("chosen, looks after a second at the soonest instead of 7")
                    .withLooks(
                            QueueSchedule.part(4 / 7.0, 1, 0.03),
                            QueueSchedule.part(1 / 7.0, 1, 0.03),
                            QueueSchedule.part(1 / 5.0, 1, 0.03)));

    @Override
    public String title() {
        return "Tried without success";
    }

    @Override
    public Outcome run(Path directory) {
        Table scale = new Table(
                "schedule",
                "60 images, 5 s",
                "500, 10 s",
                "500, 1 min",
                "500, 5 min",
                "2,500, 1 min",
                "throttled calls per image of 500, 1 min");
        for (QueueSchedule schedule : SCHEDULES) {
            scale.row(
                    schedule.name(),
                    worst(schedule, 60, 5),
                    worst(schedule, 500, 10),
                    worst(schedule, 500, 60),
                    worst(schedule, 500, 300),
                    worst(schedule, 2500, 60),
                    Samples.figure(QueueModel.run(schedule, 500, Duration.ofMinutes(1), 1)
                            .throttled()));
        }
        return new Outcome(List.of(), """
                Under the rate limit: totals as multiples of the floor, the worst of %d seeds, in a model that has nothing but the delays (waits of
                whole seconds). What the real code comes to stands above.

                %s
                Not tried: DeleteStreamingImage without a first look. It would spare a third of all calls, but a DELETE_FAILED from before the request
                could not be told from the request's own.

                While nothing is throttled: looks in 55 minutes, and by how much they are late at most.

                %s""".formatted(SEEDS, scale, calm()));
    }

    private static String worst(QueueSchedule schedule, int images, int deletionSeconds) {
        return Samples.figure(Samples.of(LongStream.rangeClosed(1, SEEDS)
                        .mapToDouble(seed -> QueueModel.run(schedule, images, Duration.ofSeconds(deletionSeconds), seed)
                                .ratio())
                        .toArray())
                .worst());
    }

    private static Table calm() {
        Table table = new Table(
                "the delay is this part of the wait",
                "at most (s)",
                "looks in 55 min",
                "late at most after 1 min (s)",
                "after 10 min (s)",
                "after 55 min (s)");
        for (double[] schedule : new double[][] {{10, 45}, {10, 30}, {10, 60}, {10, 3600}, {20, 45}, {5, 45}}) {
            double part = schedule[0];
            double longest = schedule[1];
            table.row(
                    String.format(Locale.ROOT, "1/%.0f%s", part, part == 10 && longest == 45 ? " (chosen)" : ""),
                    longest == 3600 ? "no bound" : Samples.figure(longest),
                    looks(part, longest),
                    Samples.figure(Math.min(longest, 60 / part)),
                    Samples.figure(Math.min(longest, 600 / part)),
                    Samples.figure(Math.min(longest, 3300 / part)));
        }
        return table;
    }

    /** With the jitter at its average, a twentieth less. */
    private static int looks(double part, double longest) {
        int looks = 0;
        for (double at = 0; at < 3300; at += Math.max(1, Math.min(longest, 0.95 * at / part))) {
            looks++;
        }
        return looks;
    }
}
