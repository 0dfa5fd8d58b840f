package io.github.streamingimage.benchmark;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Measurements of the same thing, one or more, in no order; an infinite one stands for something that never came. */
record Samples(List<Double> values) {

    Samples {
        values = values.stream().sorted().toList();
        if (values.isEmpty()) {
            throw new IllegalArgumentException("values is empty");
        }
    }

    static Samples of(double... values) {
        return new Samples(Arrays.stream(values).boxed().toList());
    }

    static Samples seconds(List<Duration> durations) {
        return new Samples(durations.stream().map(Samples::seconds).toList());
    }

    static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    /** The middle one, or the upper of the two in the middle. */
    double median() {
        return values.get(values.size() / 2);
    }

    double best() {
        return values.get(0);
    }

    double worst() {
        return values.get(values.size() - 1);
    }

    /** A figure with about three digits. */
    static String figure(double value) {
        if (Double.isInfinite(value)) {
            return "never";
        }
        int decimals = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
