package io.github.streamingimage.emulator.appstream;

import io.github.streamingimage.emulator.service.ManualClock;
import io.github.streamingimage.emulator.service.ServiceEndpoint;
import io.github.streamingimage.emulator.sigv4.Credentials;
import java.net.URI;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.appstream.AppStreamClient;
import software.amazon.awssdk.services.appstream.model.Image;

/** An emulator on a clock that only the test moves, and AWS's client for it, which does not retry. */
final class RunningAppStream implements AutoCloseable {
    static final String IMAGE = "image-1";

    final ManualClock clock = new ManualClock();
    final AppStreamImages images = new AppStreamImages(clock, "us-west-2", "111122223333");
    final ServiceEndpoint emulator;
    final AppStreamClient client;

    RunningAppStream() {
        this(ErrorForm.PLAIN);
    }

    RunningAppStream(ErrorForm errorForm) {
        emulator = ServiceEndpoint.start(new AppStreamWire(images, errorForm), Credentials.of("KEY", "secret"));
        client = client(emulator.endpoint(), "secret");
    }

    static AppStreamClient client(URI endpoint, String secret) {
        return AppStreamClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_WEST_2)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("KEY", secret)))
                .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    /** The images of this name. */
    List<Image> list(String name) {
        return client.describeImages(request -> request.names(name)).images();
    }

    Image get() {
        return list(IMAGE).get(0);
    }

    Image delete() {
        return client.deleteImage(request -> request.name(IMAGE)).image();
    }

    @Override
    public void close() {
        client.close();
        emulator.close();
    }
}
