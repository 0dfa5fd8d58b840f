package io.github.streamingimage.emulator.clients;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.streamingimage.emulator.appstream.AppStreamImageScript;
import io.github.streamingimage.emulator.appstream.AppStreamImages;
import io.github.streamingimage.emulator.appstream.AppStreamWire;
import io.github.streamingimage.emulator.appstream.ErrorForm;
import io.github.streamingimage.emulator.nimblestudio.ImageScript;
import io.github.streamingimage.emulator.nimblestudio.NimbleStudioWire;
import io.github.streamingimage.emulator.nimblestudio.StreamingImages;
import io.github.streamingimage.emulator.service.ServiceEndpoint;
import io.github.streamingimage.emulator.service.ServiceWire;
import io.github.streamingimage.emulator.sigv4.Credentials;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** AWS's JavaScript clients of two generations list, delete and see the end against the running emulators. */
@Execution(ExecutionMode.CONCURRENT)
class JavaScriptClientsIT {
    private static final Path SCRIPT =
            Path.of("target", "clients", "delete.mjs").toAbsolutePath();
    private static final Credentials KEYS = Credentials.temporary("KEY", "secret", "token");
    private static final Duration DELETION = Duration.ofMillis(100);

    /** What a client saw of one endpoint; {@code states} begins with the one in the reply to the deletion. */
    record Sight(List<String> listed, List<String> states, String error, String message) {}

    @ParameterizedTest
    @ValueSource(strings = {"v2", "v3"})
    void deleteAnImageOfAppStreamWhateverTheFormOfItsErrors(String generation) throws Exception {
        List<Sight> sights = seen(
                "appstream",
                generation,
                Stream.of(ErrorForm.values())
                        .map(JavaScriptClientsIT::appStream)
                        .toList());

        assertThat(sights).hasSize(4).allSatisfy(sight -> {
            assertThat(sight.listed()).containsExactly("image-1 AVAILABLE", "image-2 AVAILABLE");
            assertThat(sight.states()).containsExactly("DELETING");
            assertThat(sight.error()).isEqualTo("ResourceNotFoundException");
            assertThat(sight.message()).isEqualTo("The image image-1 was not found.");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"v2", "v3"})
    void deleteAnImageOfNimbleStudio(String generation) throws Exception {
        StreamingImages images = new StreamingImages(InstantSource.system(), "us-west-2", "111122223333");
        images.add(
                "studio-1",
                ImageScript.ready("image-1").deletionTakes(DELETION).showsDeletedFor(Duration.ofSeconds(2)));

        List<Sight> sights = seen("nimble", generation, List.of(new NimbleStudioWire(images)));

        assertThat(sights).singleElement().satisfies(sight -> {
            assertThat(sight.listed()).containsExactly("image-1 READY");
            assertThat(sight.states()).containsExactly("DELETE_IN_PROGRESS", "DELETED");
            assertThat(sight.error()).isEqualTo("ResourceNotFoundException");
            assertThat(sight.message()).isEqualTo("streamingImageId image-1 was not found");
        });
    }

    private static AppStreamWire appStream(ErrorForm form) {
        AppStreamImages images = new AppStreamImages(InstantSource.system(), "us-west-2", "111122223333");
        images.add(AppStreamImageScript.available("image-1").deletionTakes(DELETION));
        images.add(AppStreamImageScript.available("image-2"));
        return new AppStreamWire(images, form);
    }

    private static List<Sight> seen(String service, String generation, List<? extends ServiceWire<?, ?>> wires)
            throws IOException, InterruptedException {
        List<ServiceEndpoint> endpoints =
                wires.stream().map(wire -> ServiceEndpoint.start(wire, KEYS)).toList();
        try {
            List<String> command =
                    new ArrayList<>(List.of("node", "--no-warnings", SCRIPT.toString(), service, generation));
            endpoints.forEach(endpoint -> command.add(endpoint.endpoint().toString()));
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment()
                    .putAll(Map.of(
                            "AWS_REGION", "us-west-2",
                            "AWS_ACCESS_KEY_ID", KEYS.accessKeyId(),
                            "AWS_SECRET_ACCESS_KEY", KEYS.secretAccessKey(),
                            "AWS_SESSION_TOKEN", KEYS.sessionToken().orElseThrow(),
                            "AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE", "1"));
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor()).as("exit status of the client").isZero();
            return List.of(new ObjectMapper().readValue(output, Sight[].class));
        } finally {
            endpoints.forEach(ServiceEndpoint::close);
        }
    }
}
