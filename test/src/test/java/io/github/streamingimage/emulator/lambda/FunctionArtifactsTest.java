package io.github.streamingimage.emulator.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionArtifactsTest {

    @TempDir
    private Path directory;

    @AfterEach
    void forgetTheDirectory() {
        System.clearProperty(FunctionArtifacts.DIRECTORY_PROPERTY);
    }

    @Test
    void findsWhatLiesInTheNamedDirectory() throws Exception {
        Path function = Files.createFile(directory.resolve("function.jar"));
        Path runtime = Files.createDirectory(directory.resolve("runtime"));
        Path client = Files.createFile(runtime.resolve("aws-lambda-java-runtime-interface-client-1.jar"));
        Files.createFile(runtime.resolve("README"));
        System.setProperty(FunctionArtifacts.DIRECTORY_PROPERTY, directory.toString());

        assertThat(FunctionArtifacts.find()).isEqualTo(new FunctionArtifacts(function, List.of(client)));
    }

    @Test
    void saysWhatIsMissingAndHowToMakeIt() {
        System.setProperty(FunctionArtifacts.DIRECTORY_PROPERTY, directory.toString());

        assertThatThrownBy(FunctionArtifacts::find)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("function.jar")
                .hasMessageContaining(directory.toString())
                .hasMessageContaining("./mvnw package");
    }

    @Test
    void refusesARuntimeWithoutTheClient() throws Exception {
        Path jar = Files.createFile(directory.resolve("other.jar"));

        assertThatThrownBy(() -> new FunctionArtifacts(jar, List.of(jar)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("runtimeJars: no aws-lambda-java-runtime-interface-client");
    }
}
