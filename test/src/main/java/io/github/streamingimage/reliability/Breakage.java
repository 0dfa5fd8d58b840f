package io.github.streamingimage.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A deliberate breakage: a patch, and before it the lines {@code Breaks:}, {@code Modules:} and {@code Test:}.
 *
 * @param patch the file, which {@code git apply} takes from the root of the repository
 * @param breaks what is wrong with the program once it is applied
 * @param modules the modules to build, those that the test needs included
 * @param test the simple name of the test class that has to fail
 */
record Breakage(Path patch, String breaks, List<String> modules, String test) {

    Breakage {
        modules = List.copyOf(modules);
    }

    /** Reads one; what is wrong with its header is told by an {@link IOException}. */
    static Breakage read(Path patch) throws IOException {
        Map<String, String> header = Files.readAllLines(patch).stream()
                .takeWhile(line -> !line.isBlank())
                .map(line -> line.split(": ", 2))
                .filter(line -> line.length == 2)
                .collect(Collectors.toMap(line -> line[0], line -> line[1].strip(), (one, other) -> one));
        for (String name : List.of("Breaks", "Modules", "Test")) {
            if (header.getOrDefault(name, "").isEmpty()) {
                throw new IOException(patch.getFileName() + " has no line '" + name + ": …' at its beginning");
            }
        }
        return new Breakage(
                patch, header.get("Breaks"), List.of(header.get("Modules").split(",")), header.get("Test"));
    }

    /** All breakages of a directory, by name. */
    static List<Breakage> in(Path directory) throws IOException {
        List<Path> patches;
        try (Stream<Path> files = Files.list(directory)) {
            patches = files.filter(file -> file.getFileName().toString().endsWith(".patch"))
                    .sorted()
                    .toList();
        }
        List<Breakage> breakages = new java.util.ArrayList<>();
        for (Path patch : patches) {
            breakages.add(read(patch));
        }
        return breakages;
    }

    String name() {
        return patch.getFileName().toString().replaceFirst("\\.patch$", "");
    }
}
