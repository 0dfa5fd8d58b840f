package io.github.streamingimage.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Maps values to places on paper, evenly or by their logarithm.
 *
 * @param low the value at {@code from}
 * @param high the value at {@code to}
 */
record AxisScale(boolean logarithmic, double low, double high, double from, double to) {

    /** A scale that shows all the values; an even one begins at zero. */
    static AxisScale over(boolean logarithmic, double[] values, double from, double to) {
        double most = Arrays.stream(values).max().orElse(1);
        if (!logarithmic) {
            double step = step(most);
            return new AxisScale(false, 0, step * Math.ceil(most / step), from, to);
        }
        double least = Arrays.stream(values).filter(value -> value > 0).min().orElse(1);
        return new AxisScale(
                true, Math.pow(10, Math.floor(Math.log10(least))), Math.pow(10, Math.ceil(Math.log10(most))), from, to);
    }

    double of(double value) {
        double part = logarithmic
                ? Math.log(Math.max(value, low) / low) / Math.log(high / low)
                : (value - low) / (high - low);
        return from + part * (to - from);
    }

    /** The values that are named at the axis. */
    List<Double> ticks() {
        DoubleStream ticks = logarithmic
                ? DoubleStream.iterate(low, tick -> tick <= high * 1.01, tick -> tick * 10)
                : DoubleStream.iterate(low, tick -> tick <= high * 1.01, tick -> tick + step(high));
        return ticks.boxed().toList();
    }

    /** A round step that an axis up to this value has four to ten of. */
    private static double step(double most) {
        double power = Math.pow(10, Math.floor(Math.log10(most)));
        double parts = most / power;
        return parts < 2 ? power / 5 : parts < 5 ? power / 2 : power;
    }

    static String label(double tick) {
        return tick >= 1 || tick == 0
                ? String.format(Locale.ROOT, "%,.0f", tick)
                : String.format(Locale.ROOT, "%.3f", tick).replaceAll("0+$", "");
    }
}
