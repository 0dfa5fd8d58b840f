package io.github.streamingimage.emulator.lambda;

import io.github.streamingimage.emulator.runtime.RuntimeLoop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The classes of the emulator's own runtime client in a jar of their own, so that a function meets no other class of the emulators. */
final class RuntimeClasses {

    private static final String PACKAGE = RuntimeLoop.class.getPackageName().replace('.', '/') + "/";

    private RuntimeClasses() {}

    /** Writes the jar into {@code directory} and returns its path. */
    static Path pack(Path directory) {
        Path code = FunctionArtifacts.codeOf(RuntimeLoop.class);
        Path jar = directory.resolve("runtime-client.jar");
        try {
            if (Files.isDirectory(code)) {
                pack(code, jar);
            } else {
                try (FileSystem zip = FileSystems.newFileSystem(code)) {
                    pack(zip.getPath("/"), jar);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + jar, e);
        }
        return jar;
    }

    private static void pack(Path root, Path jar) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve(PACKAGE));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            List<Path> classes = files.toList();
            for (Path file : classes) {
                out.putNextEntry(new ZipEntry(PACKAGE + file.getFileName()));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
    }
}
