package io.github.streamingimage.benchmark;

import io.github.streamingimage.benchmark.ThrottleTrial.Throttled;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What one throttled call costs, when the service throttles no other. */
final class ThrottleSection implements Section {

    static final List<Duration> DELETIONS =
            List.of(Duration.ofMillis(2500), Duration.ofSeconds(10), Duration.ofMinutes(1));

    private static final double MOST_SECONDS = 2;
    private static final int SEEDS = 50;

    @Override
    public String title() {
        return "One throttled call";
    }

    @Override
    public Outcome run(Path directory) {
        Table table = new Table(
                "images of",
                "a deletion takes about (s)",
                "throttled",
                "late, median (s)",
                "late, worst (s)",
                "more than without, at the worst (s)");
        double most = 0;
        for (MeasuredService service : MeasuredService.values()) {
            for (Duration deletion : DELETIONS) {
                Map<Throttled, Samples> all = ThrottleTrial.all(service, deletion, SEEDS);
                double without = all.get(Throttled.NONE).worst();
                for (Map.Entry<Throttled, Samples> each : all.entrySet()) {
                    Samples late = each.getValue();
                    most = Math.max(most, late.worst() - without);
                    table.row(
                            service.title(),
                            Samples.figure(Samples.seconds(deletion)),
                            each.getKey().text(),
                            Samples.figure(late.median()),
                            Samples.figure(late.worst()),
                            Samples.figure(late.worst() - without));
                }
            }
        }
        return new Outcome(
                List.of(new Goal(
                        "one throttled call alone: a response is later by at most 2 s",
                        Samples.figure(most) + " s at the worst",
                        most <= MOST_SECONDS)),
                """
                One image, waiting inline, with the real clients over HTTP on a clock that only the function's sleep moves; %d times each
                with other seeds, and with deletions that differ by up to a quarter. Exactly one call is refused with ThrottlingException.

                %s""".formatted(SEEDS, table));
    }
}
