package io.github.streamingimage.localrun.report;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** Where moments of a run stand on its timeline, in percent of the width, so that it fits every screen. */
record Scale(Duration whole) {

    private static final int MOST_TICKS = 6;
    private static final List<Long> STEPS_MILLIS = List.of(
            100L, 200L, 500L, 1_000L, 2_000L, 5_000L, 10_000L, 20_000L, 30_000L, 60_000L, 120_000L, 300_000L, 600_000L);

    Scale {
        if (whole.toMillis() < 1) {
            throw new IllegalArgumentException("whole must be at least 1 ms: " + whole);
        }
    }

    String percent(Duration duration) {
        double share = 100.0 * duration.toMillis() / whole.toMillis();
        return String.format(Locale.ROOT, "%.3f%%", Math.max(0, Math.min(100, share)));
    }

    /** Whether a few words fit between this moment and the end, on a narrow screen. */
    boolean hasRoomBehind(Duration duration) {
        return duration.toMillis() * 100 <= whole.toMillis() * 90;
    }

    /** Round moments, evenly spaced, not more than there is room for on a narrow screen. */
    List<Duration> ticks() {
        long step = STEPS_MILLIS.stream()
                .filter(millis -> whole.toMillis() / millis <= MOST_TICKS)
                .findFirst()
                .orElse(whole.toMillis());
        return LongStream.iterate(0, at -> at <= whole.toMillis(), at -> at + step)
                .mapToObj(Duration::ofMillis)
                .toList();
    }

    /** For example {@code 4.251 s}. */
    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f s", duration.toMillis() / 1000.0);
    }

    /** For example {@code 4 s} or {@code 0.5 s}. */
    static String briefly(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0).replaceFirst("\\.0$", "") + " s";
    }
}
