package io.github.streamingimage.localrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.appstream.AppStreamClient;
import software.amazon.awssdk.services.appstream.model.ConcurrentModificationException;
import software.amazon.awssdk.services.appstream.model.Image;
import software.amazon.awssdk.services.appstream.model.ResourceNotFoundException;
import software.amazon.awssdk.services.nimble.NimbleClient;
import software.amazon.awssdk.services.nimble.model.StreamingImage;
import software.amazon.awssdk.services.nimble.model.ThrottlingException;

/** The services alone, as the process that a user starts, with the SDK's own client and nothing but what the process printed. */
@Execution(ExecutionMode.CONCURRENT)
class ServicesAloneIT {

    private static final int LINES = 19;
    private static final String STUDIO = Plan.STUDIO;

    @TempDir
    private Path directory;

    private Process process;
    private List<String> script;

    @AfterEach
    void end() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    void servesTheSdkUntilItIsToldToStop() throws IOException, InterruptedException {
        start("--emulator", "--images=2", "--deletion-time=0");
        try (NimbleClient client = client(sourced())) {
            assertThat(client.listStreamingImages(request -> request.studioId(STUDIO))
                            .streamingImages())
                    .extracting(StreamingImage::streamingImageId, StreamingImage::stateAsString)
                    .containsExactlyInAnyOrder(tuple("image-1", "READY"), tuple("image-2", "READY"));
            client.deleteStreamingImage(request -> request.studioId(STUDIO).streamingImageId("image-1"));
            assertThat(client.getStreamingImage(
                                    request -> request.studioId(STUDIO).streamingImageId("image-1"))
                            .streamingImage()
                            .stateAsString())
                    .isIn("DELETE_IN_PROGRESS", "DELETED");
        }
        assertThat(stop()).isZero();
        assertThat(log())
                .anySatisfy(line -> assertThat(line).endsWith("LIST us-west-2-studio: 200"))
                .anySatisfy(line -> assertThat(line).contains("DELETE us-west-2-studio image-1: 200"))
                .anySatisfy(line -> assertThat(line).endsWith("image-1: READY -> DELETE_IN_PROGRESS"))
                .endsWith("Stopped after 3 requests to Nimble Studio and 0 to AppStream");
    }

    @Test
    void servesTheSdkOfAppStreamBesideIt() throws IOException, InterruptedException {
        start("--emulator", "--images=2", "--deletion-time=0", "--fault=conflict");
        try (AppStreamClient client = appStream(sourced())) {
            assertThat(client.describeImages().images())
                    .extracting(Image::name, Image::stateAsString)
                    .containsExactlyInAnyOrder(tuple("image-1", "AVAILABLE"), tuple("image-2", "AVAILABLE"));
            for (int i = 1; i <= 3; i++) {
                assertThatThrownBy(() -> client.deleteImage(request -> request.name("image-1")))
                        .isInstanceOf(ConcurrentModificationException.class);
            }
            client.deleteImage(request -> request.name("image-1"));
            assertThatThrownBy(() -> client.describeImages(request -> request.names("image-1")))
                    .isInstanceOf(ResourceNotFoundException.class);
        }
        assertThat(stop()).isZero();
        assertThat(log())
                .anySatisfy(line -> assertThat(line).endsWith("AppStream      DESCRIBE_IMAGES: 200"))
                .anySatisfy(line -> assertThat(line).endsWith("AppStream      image-1: AVAILABLE -> DELETING"))
                .endsWith("Stopped after 0 requests to Nimble Studio and 6 to AppStream");
    }

    @Test
    void letsGoWrongWhatItIsToldTo() throws IOException, InterruptedException {
        start("--emulator", "--images=1", "--fault=throttling");
        try (NimbleClient client = client(sourced())) {
            assertThatThrownBy(() -> client.getStreamingImage(
                            request -> request.studioId(STUDIO).streamingImageId("image-1")))
                    .isInstanceOf(ThrottlingException.class);
        }
        assertThat(stop()).isZero();
        assertThat(log())
                .anySatisfy(line -> assertThat(line)
                        .endsWith("GET us-west-2-studio image-1: 429 ThrottlingException, READY (scripted)"));
    }

    @Test
    void printsAScriptThatAShellCanSource() throws IOException, InterruptedException {
        start("--emulator", "--images=3");
        assertThat(script).last().asString().contains("aws nimble list-streaming-images");
        assertThat(script).allMatch(line -> line.startsWith("export AWS_") || line.startsWith("#"));
        assertThat(sourced().get("AWS_ENDPOINT_URL_NIMBLE")).matches("http://127\\.0\\.0\\.1:\\d+");
        assertThat(sourced().get("AWS_ENDPOINT_URL_APPSTREAM"))
                .matches("http://127\\.0\\.0\\.1:\\d+")
                .isNotEqualTo(sourced().get("AWS_ENDPOINT_URL_NIMBLE"));
        assertThat(script).contains("# AppStream has 3 AVAILABLE images: image-1 to image-3.");
        assertThat(sourced().get("AWS_DEFAULT_REGION")).isEqualTo(sourced().get("AWS_REGION"));
        assertThat(stop()).isZero();
    }

    private void start(String... flags) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-jar");
        command.add(jar().toString());
        command.addAll(List.of(flags));
        process = new ProcessBuilder(command)
                .redirectError(directory.resolve("log").toFile())
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        script = Stream.generate(() -> line(output)).limit(LINES).toList();
    }

    private static String line(BufferedReader output) {
        try {
            return String.valueOf(output.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The environment that the printed lines make in a shell. */
    private Map<String, String> sourced() throws IOException, InterruptedException {
        Path file = Files.write(directory.resolve("script"), script);
        Process shell = new ProcessBuilder("sh", "-c", ". \"$0\" && env", file.toString()).start();
        Map<String, String> environment = new HashMap<>();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(shell.getInputStream(), StandardCharsets.UTF_8))) {
            output.lines()
                    .filter(line -> line.startsWith("AWS_"))
                    .forEach(line -> environment.put(line.split("=", 2)[0], line.split("=", 2)[1]));
        }
        assertThat(shell.waitFor()).isZero();
        return environment;
    }

    private int stop() throws InterruptedException {
        // SIGTERM, as of kill; Ctrl-C ends a JVM by the same way.
        process.destroy();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).as("it stops").isTrue();
        return process.exitValue();
    }

    private List<String> log() throws IOException {
        return Files.readAllLines(directory.resolve("log"));
    }

    private static NimbleClient client(Map<String, String> environment) {
        return NimbleClient.builder()
                .endpointOverride(URI.create(environment.get("AWS_ENDPOINT_URL_NIMBLE")))
                .region(Region.of(environment.get("AWS_REGION")))
                .credentialsProvider(credentials(environment))
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(configuration -> configuration.retryStrategy(retries -> retries.maxAttempts(1)))
                .build();
    }

    private static AppStreamClient appStream(Map<String, String> environment) {
        return AppStreamClient.builder()
                .endpointOverride(URI.create(environment.get("AWS_ENDPOINT_URL_APPSTREAM")))
                .region(Region.of(environment.get("AWS_REGION")))
                .credentialsProvider(credentials(environment))
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(configuration -> configuration.retryStrategy(retries -> retries.maxAttempts(1)))
                .build();
    }

    private static StaticCredentialsProvider credentials(Map<String, String> environment) {
        return StaticCredentialsProvider.create(AwsSessionCredentials.create(
                environment.get("AWS_ACCESS_KEY_ID"),
                environment.get("AWS_SECRET_ACCESS_KEY"),
                environment.get("AWS_SESSION_TOKEN")));
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("streaming-image-deletion-test-.*\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
