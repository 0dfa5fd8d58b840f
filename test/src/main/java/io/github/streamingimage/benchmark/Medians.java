package io.github.streamingimage.benchmark;

import java.util.List;
import java.util.function.ToLongFunction;

/** Medians of measurements. */
final class Medians {

    private Medians() {}

    /** The median of a figure; of an even number of measurements, the mean of the two in the middle. */
    static <T> double of(List<T> measurements, ToLongFunction<T> figure) {
        long[] sorted = measurements.stream().mapToLong(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
    }
}
