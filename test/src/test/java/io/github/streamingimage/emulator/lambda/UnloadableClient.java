package io.github.streamingimage.emulator.lambda;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The artifacts of the build with native libraries that no machine can load, as if it were one that AWS has none for. */
public final class UnloadableClient {

    private UnloadableClient() {}

    /** Lays them out in a directory for {@link FunctionArtifacts#DIRECTORY_PROPERTY}. */
    public static void layOut(Path directory) throws IOException {
        FunctionArtifacts built = FunctionArtifacts.find();
        Files.copy(built.functionJar(), directory.resolve("function.jar"));
        Path runtime = Files.createDirectory(directory.resolve("runtime"));
        for (Path jar : built.runtimeJars()) {
            Path copy = runtime.resolve(jar.getFileName());
            if (jar.equals(built.clientJar())) {
                breakLibraries(jar, copy);
            } else {
                Files.copy(jar, copy);
            }
        }
    }

    private static void breakLibraries(Path jar, Path copy) throws IOException {
        try (ZipFile from = new ZipFile(jar.toFile());
                OutputStream file = Files.newOutputStream(copy);
                ZipOutputStream to = new ZipOutputStream(file)) {
            for (ZipEntry entry : from.stream().toList()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(
                        entry.getName().endsWith(".so")
                                ? "no library".getBytes()
                                : from.getInputStream(entry).readAllBytes());
                to.closeEntry();
            }
        }
    }
}
