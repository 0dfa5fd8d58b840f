package io.github.streamingimage.emulator.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a function runs from: its own code and the jars of AWS's Java runtime interface client. Every path exists, and one of
 * the runtime jars holds the client.
 *
 * @param functionJar the function's jar, or a directory of classes
 * @param runtimeJars the runtime interface client and what it needs
 */
public record FunctionArtifacts(Path functionJar, List<Path> runtimeJars) {

    /** System property that names the directory with {@code function.jar} and {@code runtime/*.jar}. */
    public static final String DIRECTORY_PROPERTY = "streamingimage.function";

    private static final String CLIENT = "aws-lambda-java-runtime-interface-client";

    public FunctionArtifacts {
        runtimeJars = List.copyOf(runtimeJars);
        requireExisting("functionJar", functionJar);
        runtimeJars.forEach(jar -> requireExisting("runtimeJars", jar));
        clientJarAmong(runtimeJars);
    }

    /**
     * The artifacts that the build laid out: in the directory that {@value #DIRECTORY_PROPERTY} names or, without it, in
     * {@code function/} beside the jar (or class directory) that this class was loaded from.
     *
     * @throws IllegalStateException naming what is missing and how to make it
     */
    public static FunctionArtifacts find() {
        Path directory = directory();
        Path runtime = directory.resolve("runtime");
        if (!Files.isRegularFile(directory.resolve("function.jar")) || !Files.isDirectory(runtime)) {
            throw new IllegalStateException("no function.jar and runtime/ in " + directory
                    + ": build them with ./mvnw package, or name their directory with -D" + DIRECTORY_PROPERTY);
        }
        return new FunctionArtifacts(directory.resolve("function.jar"), jarsIn(runtime));
    }

    /** The same runtime with other code. */
    public FunctionArtifacts withFunction(Path code) {
        return new FunctionArtifacts(code, runtimeJars);
    }

    /** The jar, or the directory of classes, that a class was loaded from. */
    public static Path codeOf(Class<?> loaded) {
        try {
            return Path.of(
                    loaded.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("cannot tell where " + loaded + " was loaded from", e);
        }
    }

    Path clientJar() {
        return clientJarAmong(runtimeJars);
    }

    private static Path clientJarAmong(List<Path> jars) {
        return jars.stream()
                .filter(jar -> jar.getFileName().toString().startsWith(CLIENT))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("runtimeJars: no " + CLIENT + " among " + jars));
    }

    private static void requireExisting(String field, Path path) {
        if (!Files.exists(path)) {
            throw new IllegalArgumentException(field + ": " + path + " does not exist");
        }
    }

    private static Path directory() {
        String named = System.getProperty(DIRECTORY_PROPERTY);
        if (named != null) {
            return Path.of(named).toAbsolutePath();
        }
        return codeOf(FunctionArtifacts.class).resolveSibling("function");
    }

    private static List<Path> jarsIn(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
