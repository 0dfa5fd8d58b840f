package io.github.streamingimage.emulator.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * The Java that a function's processes run on.
 *
 * @param home holds {@code bin/java}
 * @param feature the feature release, such as 17
 */
public record JavaRuntime(Path home, int feature) {

    public JavaRuntime {
        if (!Files.isExecutable(home.resolve("bin").resolve("java"))) {
            throw new IllegalArgumentException("home: no bin/java in " + home);
        }
    }

    /** The program. */
    Path java() {
        return home.resolve("bin").resolve("java");
    }

    /** The options by which it loads native libraries without a warning. */
    List<String> nativeAccess() {
        return feature >= 24 ? List.of("--enable-native-access=ALL-UNNAMED") : List.of();
    }

    /** The one that this JVM is. */
    public static JavaRuntime running() {
        return new JavaRuntime(
                Path.of(System.getProperty("java.home")), Runtime.version().feature());
    }

    /** The one in a directory, whose file {@code release} tells its version. */
    public static JavaRuntime in(Path home) {
        Properties release = new Properties();
        try (InputStream file = Files.newInputStream(home.resolve("release"))) {
            release.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("home: no Java in " + home, e);
        }
        String version = release.getProperty("JAVA_VERSION", "").replace("\"", "");
        return new JavaRuntime(home, Runtime.Version.parse(version).feature());
    }
}
