package io.github.streamingimage.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.aws.RawResponseServer.Response;
import io.github.streamingimage.http.Resolver.Word;
import io.github.streamingimage.nimble.NimbleStudio;
import io.github.streamingimage.time.Time;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is just taken of a response, and what the function says of itself. */
class AwsServiceLimitsTest {

    private final RawResponseServer server = new RawResponseServer();
    private final List<Instant> told = new ArrayList<>();
    private final Time time = new Time() {
        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public void sleep(Duration duration) {
            throw new AssertionError("a call does not wait");
        }

        @Override
        public void serviceSays(Instant serviceTime) {
            told.add(serviceTime);
        }
    };

    @AfterEach
    void stop() {
        server.close();
    }

    private AwsService service() {
        return service(server.environment());
    }

    private AwsService service(Map<String, String> environment) {
        return new AwsService(NimbleStudio.SERVICE, environment, time, host -> Word.EXISTS);
    }

    private ServiceResponse call() throws IOException {
        return service().call(new ServiceRequest("GET", "/path", Map.of(), ""));
    }

    @Test
    void aResponseMayHaveAMebibyte() throws IOException {
        server.responds(new Response(200, "", " ".repeat(1 << 20), false));
        assertThat(call().body()).hasSize(1 << 20);
    }

    @Test
    void tellsTheClockTheDateOfTheResponse() throws IOException {
        server.responds(new Response(200, "", "{}", false));
        call();
        assertThat(Duration.between(told.get(0), Instant.now()).abs()).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void aResponseWithoutADateTellsTheClockNothing() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> respondWithoutADate(silent));
            Map<String, String> environment = new HashMap<>(server.environment());
            environment.put("AWS_ENDPOINT_URL", "http://127.0.0.1:" + silent.getLocalPort());
            ServiceRequest get = new ServiceRequest("GET", "/", Map.of(), "");
            assertThat(service(environment).call(get).status()).isEqualTo(200);
            served.get(1, TimeUnit.MINUTES);
        }
        assertThat(told).isEmpty();
    }

    private static void respondWithoutADate(ServerSocket silent) {
        try (Socket connection = silent.accept()) {
            connection.getInputStream().read(new byte[8192]);
            connection
                    .getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void sendsTheBody() throws IOException {
        server.responds(new Response(200, "", "{}", false));
        service().call(new ServiceRequest("POST", "/", Map.of(), "Action=Look"));
        assertThat(server.lastCall().body()).isEqualTo("Action=Look");
    }

    @Test
    void namesItself() throws IOException {
        server.responds(new Response(200, "", "{}", false));
        call();
        assertThat(server.lastCall().header("User-Agent")).contains("streaming-image-deletion");
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws-cn:cloudformation:cn-north-1:123456789012:stack/images/1, arn:aws-cn:nimble:cn-north-1:123456789012:image/1",
        "arn:aws:cloudformation:us-west-2:123456789012:, arn:aws:nimble:us-west-2:123456789012:image/1",
        "arn:aws:cloudformation:us-west-2:123456789012, ''",
        "'', ''"
    })
    void anArnIsOfThePartitionTheRegionAndTheAccountOfTheStack(String stackId, String arn) {
        assertThat(ImageCall.arn(stackId, "nimble", "image/1")).isEqualTo(arn);
    }

    @ParameterizedTest
    @CsvSource({":http://x, ''", "A:, A", "A, A"})
    void theTypeOfAnErrorEndsAtTheColon(String header, String type) {
        assertThat(ServiceError.ofJson(new ServiceResponse(400, header, new byte[0]))
                        .type())
                .isEqualTo(type);
    }
}
