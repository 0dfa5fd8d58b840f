package io.github.streamingimage.emulator.lambda;

import io.github.streamingimage.emulator.runtime.RuntimeLoop;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What speaks the Runtime API in a function's processes: AWS's runtime interface client or, where that cannot run, the emulator's own.
 *
 * @param told which it is, and why, so that it goes on after "The function runs in"
 * @param jvmOptions what it needs beside the function's
 * @param classPath goes after the function's code
 */
public record RuntimeClient(
        boolean isOfAws, String told, String mainClass, List<String> jvmOptions, List<Path> classPath) {

    private static final String AWS = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

    public RuntimeClient {
        jvmOptions = List.copyOf(jvmOptions);
        classPath = List.copyOf(classPath);
    }

    /** AWS's, if its native library can be loaded by the Java that is to run it. */
    static RuntimeClient choose(FunctionArtifacts artifacts, JavaRuntime runtime, Path directory) {
        String system = System.getProperty("os.name");
        if (!system.toLowerCase(Locale.ROOT).contains("linux")) {
            return own(artifacts, directory, "that has native libraries for Linux only, and this is " + system);
        }
        List<String> problems = new ArrayList<>();
        for (NativeClientLibrary library : NativeClientLibrary.candidates(artifacts)) {
            Path unpacked = library.unpack(directory);
            Optional<String> problem = library.problem(runtime, unpacked);
            if (problem.isEmpty()) {
                String option = "-D" + NativeClientLibrary.PROPERTY + "=" + unpacked.toAbsolutePath();
                return new RuntimeClient(
                        true, "AWS's own runtime client", AWS, List.of(option), artifacts.runtimeJars());
            }
            problems.add(problem.get());
        }
        return own(artifacts, directory, "its native library cannot be loaded: " + problems.get(0));
    }

    private static RuntimeClient own(FunctionArtifacts artifacts, Path directory, String reason) {
        List<Path> classPath = new ArrayList<>(artifacts.runtimeJars());
        classPath.add(RuntimeClasses.pack(directory).toAbsolutePath());
        return new RuntimeClient(
                false,
                "the emulator's own runtime client, since AWS's cannot run here: " + reason,
                RuntimeLoop.class.getName(),
                List.of(),
                classPath);
    }
}
