package io.github.streamingimage.emulator.lambda;

import io.github.streamingimage.emulator.runtime.LibraryProbe;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The native part of the runtime interface client, unpacked once to a private place. Left to itself, each client unpacks it
 * to one fixed path of the machine, and two that start at the same moment crash each other.
 *
 * @param platform as the client's jar names it; there are libraries for Linux only, for two C libraries and two processors
 */
record NativeClientLibrary(FunctionArtifacts artifacts, String platform) {

    /** System property by which the client is told to load a library that is unpacked already. */
    static final String PROPERTY = "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

    /** What is wrong with a library, by the library and the Java that was to load it; an empty text when nothing is. */
    private static final Map<List<Object>, String> PROBLEMS = new ConcurrentHashMap<>();

    /** Those for this machine's processor. */
    static List<NativeClientLibrary> candidates(FunctionArtifacts artifacts) {
        String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
        return List.of(
                new NativeClientLibrary(artifacts, "linux-" + processor),
                new NativeClientLibrary(artifacts, "linux_musl-" + processor));
    }

    /** Unpacks the library into {@code directory} and returns its path. */
    Path unpack(Path directory) {
        String name = "jni/libaws-lambda-jni." + platform + ".so";
        Path clientJar = artifacts.clientJar();
        Path target = directory.resolve(platform + ".so");
        try (ZipFile jar = new ZipFile(clientJar.toFile())) {
            ZipEntry entry = jar.getEntry(name);
            if (entry == null) {
                throw new IllegalStateException("no " + name + " in " + clientJar);
            }
            try (InputStream library = jar.getInputStream(entry)) {
                Files.copy(library, target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack " + name, e);
        }
        return target;
    }

    /** Why that Java cannot load the library, which is tried once. */
    Optional<String> problem(JavaRuntime runtime, Path unpacked) {
        return Optional.of(PROBLEMS.computeIfAbsent(List.of(this, runtime), key -> load(runtime, unpacked)))
                .filter(problem -> !problem.isEmpty());
    }

    private String load(JavaRuntime runtime, Path library) {
        List<String> command = new ArrayList<>(
                List.of(runtime.java().toString(), "-XX:TieredStopAtLevel=1", "-XX:+SuppressFatalErrorMessage"));
        command.addAll(runtime.nativeAccess());
        // With the client's classes: the library looks for them when it is loaded, and crashes without them.
        List<Path> classPath = new ArrayList<>(artifacts.runtimeJars());
        classPath.add(FunctionArtifacts.codeOf(LibraryProbe.class));
        command.addAll(List.of(
                "-cp",
                classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                LibraryProbe.class.getName(),
                library.toAbsolutePath().toString()));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            int status = process.waitFor();
            return status == 0
                    ? ""
                    // The JVM may warn before.
                    : said.lines()
                            .reduce((earlier, last) -> last)
                            .orElse("a process that loads it ends with " + status);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a Java process", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }
}
