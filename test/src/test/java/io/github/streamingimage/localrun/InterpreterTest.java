package io.github.streamingimage.localrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterpreterTest {

    @TempDir
    private Path directory;

    @Test
    void lacksNodeWhereThereIsNone() {
        assertThat(interpreter("no-such-node").missing())
                .contains("Node.js 20 or newer, and there is no node on the PATH");
    }

    @Test
    void lacksANewerNodeWhereItIsOld() throws IOException {
        assertThat(interpreter(node("v18.20.8")).missing())
                .contains("Node.js 20 or newer, and node on the PATH is v18.20.8");
    }

    @Test
    void lacksItsPackageWhereNpmHasNotInstalledIt() throws IOException {
        assertThat(interpreter(node("v22.1.0")).missing())
                .hasValueSatisfying(missing ->
                        assertThat(missing).startsWith("the npm package aws-local-stepfunctions in " + directory));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v20.0.0", "v22.1.0", "v100.1.0"})
    void lacksNothingWhereBothAreThere(String version) throws IOException {
        Files.createDirectory(directory.resolve("aws-local-stepfunctions"));
        assertThat(interpreter(node(version)).missing()).isEmpty();
    }

    private Interpreter interpreter(String node) {
        return new Interpreter(node, directory);
    }

    private String node(String version) throws IOException {
        Path node = directory.resolve("node");
        Files.writeString(node, "#!/bin/sh\necho " + version + "\n");
        Files.setPosixFilePermissions(node, PosixFilePermissions.fromString("rwxr-xr-x"));
        return node.toString();
    }
}
