package io.github.streamingimage.emulator.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The native part of the runtime interface client, unpacked once to a private place. Left to itself, each client unpacks it
 * to one fixed path of the machine, and two that start at the same moment crash each other.
 */
final class NativeClientLibrary {

    /** System property by which the client is told to load a library that is unpacked already. */
    static final String PROPERTY = "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

    private NativeClientLibrary() {}

    /** Unpacks the library for this machine's processor into {@code directory} and returns its path. */
    static Path unpack(Path clientJar, Path directory) {
        String name = "jni/libaws-lambda-jni.linux-" + processor() + ".so";
        Path target = directory.resolve("libaws-lambda-jni.so");
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

    private static String processor() {
        String architecture = System.getProperty("os.arch");
        return architecture.equals("aarch64") ? "aarch_64" : "x86_64";
    }
}
