package io.github.streamingimage.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TroublesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void countsEachKindInARow() {
        Troubles troubles = Troubles.NONE.failed().failed().denied().failed();
        assertThat(troubles).isEqualTo(new Troubles(3, 1, 0, null));
        assertThat(troubles.endpointMissing().endpointMissing()).isEqualTo(new Troubles(3, 1, 2, null));
    }

    static Stream<UnaryOperator<Troubles>> responses() {
        return Stream.of(
                Troubles::failed,
                Troubles::denied,
                Troubles::endpointSeen,
                troubles -> troubles.throttled(NOW),
                troubles -> troubles.over(NOW));
    }

    @ParameterizedTest
    @MethodSource("responses")
    void whateverElseHappensTheEndpointIsMissingInARowNoLonger(UnaryOperator<Troubles> happens) {
        Troubles missing = Troubles.NONE.endpointMissing().endpointMissing();
        assertThat(happens.apply(missing).missing()).isZero();
    }

    @Test
    void whatGoesWellEndsEveryCount() {
        assertThat(new Troubles(1, 2, 3, null).over(NOW)).isEqualTo(Troubles.NONE);
    }

    @Test
    void throttlingIsForgottenOnlyWhenItIsOver() {
        Troubles troubles = Troubles.NONE.throttled(NOW).throttled(NOW.plusSeconds(10));
        Throttling throttling = new Throttling(NOW, NOW.plusSeconds(10));
        assertThat(troubles.throttling()).isEqualTo(throttling);
        assertThat(troubles.over(NOW.plusSeconds(40)).throttling()).isEqualTo(throttling);
        assertThat(troubles.over(NOW.plusSeconds(41)).throttling()).isNull();
        assertThat(troubles.failed().denied().endpointMissing().endpointSeen().throttling())
                .isEqualTo(throttling);
    }

    @Test
    void aThrottleLeavesTheOtherCounts() {
        assertThat(new Troubles(1, 2, 3, null).throttled(NOW)).isEqualTo(new Troubles(1, 2, 0, Throttling.at(NOW)));
    }

    @Test
    void refusesCountsBelowZero() {
        assertThatThrownBy(() -> new Troubles(-1, 0, 0, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Troubles(0, -1, 0, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Troubles(0, 0, -1, null)).isInstanceOf(IllegalArgumentException.class);
    }
}
