package io.github.streamingimage.customresource;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseUrlTest {

    private static final String TEXT = "https://host.example/path%7Cx?" + Events.QUERY;

    @Test
    void tellsWhenTheRequestWasIssued() {
        assertThat(url(TEXT).issuedAt()).contains(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://host/key",
                "https://host/key?Expires=soon&Signature=abc",
                "https://host/key?Expires=&Signature=abc",
                "https://host/key?Expires=-1&Signature=abc",
                "https://host/key?Expires=123456789012&Signature=abc",
                "https://host/key?X-Amz-Expires=7200",
                "https://host/key?X-Amz-Date=yesterday",
                "https://host/key?X-Amz-Date=20261399T000000Z",
                "https://host/key?NotX-Amz-Date=20260101T000000Z"
            })
    void tellsNoTimeThatItCannotRead(String text) {
        assertThat(url(text).issuedAt()).isEmpty();
    }

    @Test
    void anUrlOfVersionTwoWasIssuedTwoHoursBeforeItExpires() {
        assertThat(url("https://host/key?AWSAccessKeyId=A&Expires=1767232800&Signature=abc")
                        .issuedAt())
                .contains(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(url("https://host/key?Expires=1767232800&X-Amz-Date=20260102T000000Z")
                        .issuedAt())
                .contains(Instant.parse("2026-01-02T00:00:00Z"));
    }

    @Test
    void hidesItselfInEveryText() {
        ResponseUrl url = url(TEXT);
        assertThat(url).hasToString("ResponseUrl[redacted]");
        assertThat(url.redact("a " + TEXT + " b")).isEqualTo("a [redacted] b");
        assertThat(url.redact("only " + Events.QUERY)).isEqualTo("only [redacted]");
    }

    @Test
    void takesAQueryOfEightCharactersForASecret() {
        assertThat(url("https://host/key?a=345678").redact("a=345678")).isEqualTo("[redacted]");
        assertThat(url("https://host/key?a=34567").redact("a=34567")).isEqualTo("a=34567");
    }

    @Test
    void takesEveryPortThatThereIs() {
        assertThat(ResponseUrl.of("https://host:65535/key")).isPresent();
        assertThat(ResponseUrl.of("https://host:65536/key")).isEmpty();
    }

    @Test
    void leavesTextAloneThatAShortQueryHappensToOccurIn() {
        assertThat(url("https://host/key?a").redact("a plain message")).isEqualTo("a plain message");
        assertThat(url("https://host/key?1234567").redact("1234567")).isEqualTo("1234567");
        assertThat(url("https://host/key?12345678").redact("12345678")).isEqualTo("[redacted]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080/x",
                "http://localhost/x",
                "https://host:65535/x",
                "http://[::1]:80/x",
                "HTTPS://host/x"
            })
    void callsHttpsAndLoopback(String text) {
        assertThat(ResponseUrl.of(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1.example/x",
                "http://localhost.example/x",
                "http://10.0.0.1/x",
                "https://host:65536/x",
                "jar:https://host/x!/y"
            })
    void callsNothingElse(String text) {
        assertThat(ResponseUrl.of(text)).isEmpty();
    }

    @Test
    void tellsTheNameOfItsHostAndNothingElse() {
        assertThat(url("http://localhost:8080/x").host()).isEqualTo("localhost");
        assertThat(url(TEXT).host()).isEqualTo("host.example");
    }

    private static ResponseUrl url(String text) {
        return ResponseUrl.of(text).orElseThrow();
    }
}
