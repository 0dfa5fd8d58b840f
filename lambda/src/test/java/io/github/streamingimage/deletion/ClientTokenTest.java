package io.github.streamingimage.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientTokenTest {

    @Test
    void isTheSameForEveryRetryOfOneAttempt() {
        assertThat(ClientToken.of("r", 1)).isEqualTo(ClientToken.of("r", 1));
    }

    @Test
    void differsBetweenRequestsAndBetweenAttempts() {
        assertThat(ClientToken.of("r", 1)).isNotEqualTo(ClientToken.of("s", 1)).isNotEqualTo(ClientToken.of("r", 2));
        assertThat(ClientToken.of("é", 1)).isNotEqualTo(ClientToken.of("è", 1)).isNotEqualTo(ClientToken.of("é", 2));
    }

    @Test
    void beginsWithTheRequestIdSoThatATrailCanBeSearched() {
        assertThat(ClientToken.of("3b0a7c1e-2f7d-4b55-9d0e-0f5f2a1c9b11", 2))
                .isEqualTo("3b0a7c1e-2f7d-4b55-9d0e-0f5f2a1c9b11-2");
    }

    @Test
    void staysReadableUpToTheLongestTokenThatTheServiceTakes() {
        assertThat(ClientToken.of("x".repeat(60), 100)).isEqualTo("x".repeat(60) + "-100");
        assertThat(ClientToken.of("x".repeat(60), 1000)).hasSize(64).doesNotStartWith("x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "with space",
                "new\r\nline",
                "😀",
                "123456789-123456789-123456789-123456789-123456789-123456789-1"
            })
    void isAlwaysATokenThatTheServiceTakes(String requestId) {
        assertThat(ClientToken.of(requestId, 1)).matches("[!-~]{1,64}");
    }
}
