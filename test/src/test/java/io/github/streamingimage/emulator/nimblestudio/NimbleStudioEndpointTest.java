package io.github.streamingimage.emulator.nimblestudio;

import static io.github.streamingimage.emulator.nimblestudio.RunningStudio.IMAGE;
import static io.github.streamingimage.emulator.nimblestudio.RunningStudio.STUDIO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.streamingimage.emulator.service.FaultScript;
import io.github.streamingimage.emulator.service.RequestEntry;
import io.github.streamingimage.emulator.service.ServiceFault;
import io.github.streamingimage.emulator.service.ServiceListener;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.nimble.NimbleClient;
import software.amazon.awssdk.services.nimble.model.NimbleException;

class NimbleStudioEndpointTest {
    private static final String ENDPOINT_PROPERTY = "aws.endpointUrlNimble";

    private final RunningStudio studio = RunningStudio.start();

    @BeforeEach
    void addAnImage() {
        studio.images.add(STUDIO, ImageScript.ready(IMAGE));
    }

    @AfterEach
    void stop() {
        studio.close();
        System.clearProperty(ENDPOINT_PROPERTY);
    }

    @Test
    void isFoundByTheStandardSetting() {
        System.setProperty(ENDPOINT_PROPERTY, studio.emulator.endpoint().toString());

        try (NimbleClient client = NimbleClient.builder()
                .region(Region.US_WEST_2)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("KEY", "secret")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            assertThat(client.getStreamingImage(
                                    request -> request.studioId(STUDIO).streamingImageId(IMAGE))
                            .streamingImage()
                            .name())
                    .isEqualTo("image");
        }
    }

    @Test
    void refusesAWrongSecretBeforeAnythingHappens() {
        try (NimbleClient intruder = RunningStudio.client(studio.emulator.endpoint(), "wrong")) {
            NimbleException error = catchThrowableOfType(
                    NimbleException.class,
                    () -> intruder.deleteStreamingImage(
                            request -> request.studioId(STUDIO).streamingImageId(IMAGE)));

            assertThat(error.statusCode()).isEqualTo(403);
            assertThat(error.awsErrorDetails().errorCode()).isEqualTo("InvalidSignatureException");
        }
        assertThat(studio.images.state(STUDIO, IMAGE)).contains("READY");
        assertThat(studio.images.requests()).singleElement().satisfies(entry -> {
            assertThat(entry.operation()).contains(Operation.DELETE);
            assertThat(entry.status()).contains(403);
            assertThat(entry.errorType()).contains("InvalidSignatureException");
        });
    }

    @Test
    void refusesAnUnsignedRequest() throws Exception {
        HttpResponse<String> response = send("/2020-08-01/studios/studio-1/streaming-images/image-1");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.headers().firstValue("x-amzn-ErrorType")).contains("MissingAuthenticationTokenException");
    }

    @Test
    void knowsNoOtherPaths() throws Exception {
        assertThat(send("/2020-08-01/studios/studio-1").statusCode()).isEqualTo(403);
        assertThat(send("/2020-08-01/studios/studio-1/streaming-images/image-1/x")
                        .statusCode())
                .isEqualTo(403);
        assertThat(studio.images.requests()).extracting(RequestEntry::operation).containsOnly(Optional.empty());
    }

    @Test
    void listensNoLongerOnceTheServiceIsRetired() {
        studio.images.retire();
        studio.emulator.close();

        assertThat(studio.images.state(STUDIO, IMAGE)).contains("DELETED");
        assertThatThrownBy(studio::get)
                .isInstanceOf(SdkClientException.class)
                .hasRootCauseInstanceOf(ConnectException.class);
    }

    @Test
    void closesWithoutWaitingForAStalledAnswer() {
        studio.images.inject(FaultScript.on(Operation.GET, new ServiceFault.Stall(Duration.ofHours(1))));
        studio.images.addListener(new ServiceListener() {
            @Override
            public void requestDecided(RequestEntry entry) {
                new Thread(studio.emulator::close).start();
            }
        });

        assertThatThrownBy(studio::get)
                .isInstanceOf(SdkClientException.class)
                .rootCause()
                .isNotInstanceOf(SocketTimeoutException.class);
    }

    private HttpResponse<String> send(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(studio.emulator.endpoint().resolve(path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
