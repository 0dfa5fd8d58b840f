package io.github.streamingimage.customresource;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.VirtualTime;
import io.github.streamingimage.customresource.ResponseSender.Delivery;
import io.github.streamingimage.customresource.ResponseServer.Received;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseSenderTest {

    private static final byte[] BODY = "{\"Status\":\"SUCCESS\"}".getBytes(StandardCharsets.UTF_8);
    private static final Instant LATE = VirtualTime.START.plusSeconds(600);

    private final VirtualTime time = new VirtualTime();
    private final ResponseSender sender = new ResponseSender(new HttpPut(), time, new SplittableRandom(1));

    @Test
    void putsTheBodyWithAnEmptyContentTypeAndTheExactQuery() {
        try (ResponseServer server = new ResponseServer()) {
            assertThat(send(server, LATE)).isEqualTo(new Delivery(true, 1, "HTTP 200"));
            assertThat(server.received())
                    .containsExactly(new Received(
                            "PUT",
                            "/arn%3Aaws%3Astack%7CImage%7C1?" + Events.QUERY,
                            List.of(""),
                            "{\"Status\":\"SUCCESS\"}"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 408, 429, 302, 307, ResponseServer.HANG_UP})
    void triesAgainWhenThatCanHelp(int status) {
        try (ResponseServer server = new ResponseServer(status, status)) {
            assertThat(send(server, LATE)).isEqualTo(new Delivery(true, 3, "HTTP 200"));
            assertThat(server.received()).hasSize(3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 401, 410})
    void stopsAtOnceWhenTheResponseIsRefusedForGood(int status) {
        try (ResponseServer server = new ResponseServer(status)) {
            assertThat(send(server, LATE)).isEqualTo(new Delivery(false, 1, "HTTP " + status));
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void givesUpAfterItsLastAttempt() {
        int[] refusals = new int[50];
        java.util.Arrays.fill(refusals, 503);
        try (ResponseServer server = new ResponseServer(refusals)) {
            assertThat(send(server, LATE)).isEqualTo(new Delivery(false, 12, "HTTP 503"));
        }
    }

    @Test
    void doesNotWaitPastTheDeadline() {
        int[] refusals = new int[50];
        java.util.Arrays.fill(refusals, 503);
        try (ResponseServer server = new ResponseServer(refusals)) {
            Delivery delivery = send(server, VirtualTime.START.plusSeconds(2));
            assertThat(delivery.delivered()).isFalse();
            assertThat(delivery.attempts()).isLessThan(12);
            assertThat(time.slept()).isLessThanOrEqualTo(Duration.ofSeconds(2));
        }
    }

    @Test
    void doublesItsWaitsUpToTheLongest() {
        int[] refusals = new int[50];
        java.util.Arrays.fill(refusals, 503);
        RandomGenerator half = () -> Long.MIN_VALUE;
        try (ResponseServer server = new ResponseServer(refusals)) {
            new ResponseSender(new HttpPut(), time, half)
                    .send(ResponseUrl.of(server.url()).orElseThrow(), BODY, LATE);
        }
        assertThat(time.sleeps())
                .extracting(Duration::toMillis)
                .containsExactly(100L, 200L, 400L, 800L, 1600L, 3200L, 5000L, 5000L, 5000L, 5000L, 5000L);
    }

    @Test
    void followsNoRedirectBecauseTheResponseIsForTheAddressThatWasGiven() {
        try (ResponseServer server = new ResponseServer(307)) {
            assertThat(send(server, VirtualTime.START)).isEqualTo(new Delivery(false, 1, "HTTP 307"));
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void tellsAConnectionErrorByItsKindAlone() {
        ResponseServer server = new ResponseServer();
        String url = server.url();
        server.close();
        Delivery delivery = sender.send(ResponseUrl.of(url).orElseThrow(), BODY, time.now());
        assertThat(delivery).isEqualTo(new Delivery(false, 1, "ConnectException"));
    }

    private Delivery send(ResponseServer server, Instant deadline) {
        return sender.send(ResponseUrl.of(server.url()).orElseThrow(), BODY, deadline);
    }
}
