package io.github.streamingimage.localrun.progress;

import java.time.Duration;
import java.util.Locale;

/** Spells durations for people: {@code 4.2 s}, and from a minute on {@code 2 min 05 s}. */
final class Elapsed {

    private Elapsed() {}

    static String tenths(Duration duration) {
        return duration.toSeconds() < 60
                ? String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0)
                : "%d min %02d s".formatted(duration.toMinutes(), duration.toSecondsPart());
    }
}
