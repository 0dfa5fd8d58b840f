package io.github.streamingimage.benchmark;

import io.github.streamingimage.emulator.lambda.JavaRuntime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Measures in a process of its own, with this one's classes, on a Java of choice. */
record MeasuringProcess(JavaRuntime runtime) {

    /**
     * Runs a main method and gives the figures that it has written, in its order.
     *
     * @param main calls {@link #write} once, and writes nothing after that
     */
    List<Double> figures(Class<?> main, String... arguments) {
        String written = new Command(Stream.concat(
                                Stream.of(
                                        runtime.home().resolve("bin/java").toString(),
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        main.getName()),
                                Stream.of(arguments))
                        .toList())
                .output();
        String last = written.strip().substring(written.strip().lastIndexOf('\n') + 1);
        return Stream.of(last.split(" ")).map(Double::valueOf).toList();
    }

    static void write(List<Double> figures) {
        System.out.println(figures.stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }
}
