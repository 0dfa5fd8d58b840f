package io.github.streamingimage.emulator.nimblestudio;

import io.github.streamingimage.emulator.service.ManualClock;
import io.github.streamingimage.emulator.service.ServiceEndpoint;
import io.github.streamingimage.emulator.sigv4.Credentials;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.nimble.NimbleClient;
import software.amazon.awssdk.services.nimble.NimbleClientBuilder;
import software.amazon.awssdk.services.nimble.model.StreamingImage;

/** An emulator and a real SDK client for it, which does not retry, both for one test. */
final class RunningStudio implements AutoCloseable {
    static final String STUDIO = "studio-1";
    static final String IMAGE = "image-1";
    static final Credentials KEYS = Credentials.of("KEY", "secret");

    final ManualClock clock = new ManualClock();
    final StreamingImages images;
    final ServiceEndpoint emulator;
    final NimbleClient client;
    private final NimbleClient patchingClient;

    private RunningStudio(InstantSource time) {
        images = new StreamingImages(time == null ? clock : time, "us-west-2", "111122223333");
        emulator = ServiceEndpoint.start(new NimbleStudioWire(images), KEYS);
        client = client(emulator.endpoint(), "secret");
        patchingClient = builder(emulator.endpoint(), "secret")
                .httpClient(new PatchingHttpClient())
                .build();
    }

    /** On a clock that only the test moves. */
    static RunningStudio start() {
        return new RunningStudio(null);
    }

    static RunningStudio inRealTime() {
        return new RunningStudio(InstantSource.system());
    }

    static NimbleClient client(URI endpoint, String secret) {
        return builder(endpoint, secret)
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(Duration.ofSeconds(20)))
                .build();
    }

    private static NimbleClientBuilder builder(URI endpoint, String secret) {
        return NimbleClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_WEST_2)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("KEY", secret)))
                .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()));
    }

    StreamingImage get() {
        return client.getStreamingImage(request -> request.studioId(STUDIO).streamingImageId(IMAGE))
                .streamingImage();
    }

    StreamingImage delete(String token) {
        return client.deleteStreamingImage(request ->
                        request.studioId(STUDIO).streamingImageId(IMAGE).clientToken(token))
                .streamingImage();
    }

    StreamingImage update(String token, String name) {
        return patchingClient
                .updateStreamingImage(request -> request.studioId(STUDIO)
                        .streamingImageId(IMAGE)
                        .clientToken(token)
                        .name(name))
                .streamingImage();
    }

    @Override
    public void close() {
        client.close();
        patchingClient.close();
        emulator.close();
    }
}
