package io.github.streamingimage.localrun;

import io.github.streamingimage.emulator.lambda.FunctionArtifacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The independent interpreter of state machines, which is a package of npm.
 *
 * @param node the command that starts Node.js
 * @param modules the {@code node_modules} that hold it
 */
record Interpreter(String node, Path modules) {

    private static final int LEAST_NODE = 20;

    /** The one that the build of {@code infra}, or the script that starts the local run, has installed beside this code. */
    static Interpreter installed() {
        Path target = FunctionArtifacts.codeOf(Interpreter.class).getParent();
        return new Interpreter(
                "node", target.resolve("../../infra/target/npm/node_modules").normalize());
    }

    /** What is missing, so that it goes on after "needs"; nothing when it can run. */
    Optional<String> missing() {
        String version = version();
        if (!version.matches("v\\d+\\..*")) {
            return Optional.of("Node.js " + LEAST_NODE + " or newer, and there is no node on the PATH");
        }
        if (Integer.parseInt(version.substring(1, version.indexOf('.'))) < LEAST_NODE) {
            return Optional.of("Node.js " + LEAST_NODE + " or newer, and node on the PATH is " + version);
        }
        return Files.isDirectory(modules.resolve("aws-local-stepfunctions"))
                ? Optional.empty()
                : Optional.of("the npm package aws-local-stepfunctions in " + modules
                        + ", where test/local-run installs it when npm is on the PATH");
    }

    private String version() {
        try {
            Process process = new ProcessBuilder(node, "--version")
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
