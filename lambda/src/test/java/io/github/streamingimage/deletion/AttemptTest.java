package io.github.streamingimage.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttemptTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(5);

    @Test
    void theFirstIsNumberOneAndWasNeverAccepted() {
        assertThat(Attempt.FIRST).isEqualTo(new Attempt(1, 0, null, null, null, null));
        assertThat(Attempt.FIRST.wasAccepted()).isFalse();
    }

    @Test
    void remembersWhenItWasLastAcceptedAndWhenAnyWasFirst() {
        Attempt twice = Attempt.FIRST.accepted(NOW).accepted(LATER);
        assertThat(twice).isEqualTo(new Attempt(1, 0, NOW, LATER, null, null));
        assertThat(twice.acceptedFor(LATER.plusSeconds(2))).isEqualTo(Duration.ofSeconds(2));
        assertThat(twice.acceptedFor(NOW)).as("by a clock that is behind").isZero();
    }

    @Test
    void theNextHasANumberOfItsOwnAndWasNotAcceptedYet() {
        assertThat(Attempt.FIRST.accepted(NOW).next()).isEqualTo(new Attempt(2, 0, NOW, null, null, null));
        assertThat(Attempt.FIRST.accepted(NOW).next().accepted(LATER))
                .isEqualTo(new Attempt(2, 0, NOW, LATER, null, null));
    }

    @Test
    void failsOnceHoweverOftenThatIsSeen() {
        Attempt failed = Attempt.FIRST.accepted(NOW).failed(LATER);
        assertThat(failed).isEqualTo(new Attempt(1, 1, NOW, NOW, LATER, null));
        assertThat(failed.failed(LATER.plusSeconds(9))).isEqualTo(failed);
        assertThat(failed.next().accepted(LATER).failed(LATER)).isEqualTo(new Attempt(2, 2, NOW, LATER, LATER, null));
    }

    @Test
    void remembersAThousandCharactersOfWhatIsInTheWayUntilItIsAccepted() {
        Attempt refused = Attempt.FIRST.refused("why");
        assertThat(refused.next().conflict()).isEqualTo("why");
        assertThat(refused.accepted(NOW).conflict()).isNull();
        assertThat(Attempt.FIRST.refused("x".repeat(1000)).conflict()).hasSize(1000);
        assertThat(Attempt.FIRST.refused("x".repeat(100_000)).conflict()).hasSize(1000);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new Attempt(0, 0, null, null, null, null)).hasMessageContaining("number");
        assertThatThrownBy(() -> new Attempt(1, -1, null, null, null, null)).hasMessageContaining("failures");
        assertThatThrownBy(() -> new Attempt(1, 0, null, NOW, null, null)).hasMessageContaining("firstAcceptedAt");
        assertThatThrownBy(() -> new Attempt(1, 0, null, null, NOW, null)).hasMessageContaining("firstAcceptedAt");
    }
}
