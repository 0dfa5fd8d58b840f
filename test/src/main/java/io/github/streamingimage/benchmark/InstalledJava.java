package io.github.streamingimage.benchmark;

import io.github.streamingimage.emulator.lambda.JavaRuntime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is measured on: of each Java that is wanted, the first that is found.
 *
 * @param missing feature releases that were not found
 */
record InstalledJava(List<JavaRuntime> found, List<Integer> missing) {

    /** The oldest Java that the function runs on, and the one that it is deployed to. */
    private static final List<Integer> WANTED = List.of(17, 25);

    private static final Path SYSTEM = Path.of("/usr/lib/jvm");

    /**
     * Looks at the directories named, {@code JAVA_HOME}, the running Java, and where Linux distributions put theirs.
     *
     * @param named directories to look at first
     */
    static InstalledJava find(List<Path> named) {
        List<JavaRuntime> runtimes =
                new ArrayList<>(named.stream().map(JavaRuntime::in).toList());
        Optional.ofNullable(System.getenv("JAVA_HOME"))
                .map(Path::of)
                .flatMap(InstalledJava::in)
                .ifPresent(runtimes::add);
        runtimes.add(JavaRuntime.running());
        installed().forEach(home -> in(home).ifPresent(runtimes::add));
        return of(runtimes);
    }

    /** Chooses, in the order of what is wanted. */
    static InstalledJava of(List<JavaRuntime> runtimes) {
        List<JavaRuntime> found = new ArrayList<>();
        List<Integer> missing = new ArrayList<>();
        for (int feature : WANTED) {
            runtimes.stream()
                    .filter(runtime -> runtime.feature() == feature)
                    .findFirst()
                    .ifPresentOrElse(found::add, () -> missing.add(feature));
        }
        return new InstalledJava(found, missing);
    }

    /** The Java in that directory, if it is one. */
    private static Optional<JavaRuntime> in(Path home) {
        return Files.isExecutable(home.resolve("bin/java")) && Files.isReadable(home.resolve("release"))
                ? Optional.of(JavaRuntime.in(home))
                : Optional.empty();
    }

    private static List<Path> installed() {
        if (!Files.isDirectory(SYSTEM)) {
            return List.of();
        }
        try (Stream<Path> directories = Files.list(SYSTEM)) {
            return directories.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
