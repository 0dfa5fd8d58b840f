package io.github.streamingimage.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttemptTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void theFirstIsNumberOne() {
        assertThat(Attempt.FIRST).isEqualTo(new Attempt(1, null, false));
    }

    @Test
    void isDueNoLongerOnceTheServiceHasAcceptedIt() {
        assertThat(Attempt.FIRST.due(true).accepted(NOW)).isEqualTo(new Attempt(1, NOW, false));
    }

    @Test
    void theNextHasANumberOfItsOwnAndWasNeverAccepted() {
        assertThat(Attempt.FIRST.accepted(NOW).due(true).next()).isEqualTo(new Attempt(2, null, false));
    }

    @Test
    void anAcceptedOneCanBeDueOnceMore() {
        assertThat(Attempt.FIRST.accepted(NOW).due(true)).isEqualTo(new Attempt(1, NOW, true));
        assertThat(Attempt.FIRST.accepted(NOW).due(true).due(false)).isEqualTo(new Attempt(1, NOW, false));
    }

    @Test
    void refusesANumberBelowOne() {
        assertThatThrownBy(() -> new Attempt(0, null, false)).hasMessageContaining("number");
    }
}
