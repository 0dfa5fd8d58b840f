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
    void countsEachKindInARowAndForgetsTheOthers() {
        assertThat(Troubles.NONE.failed().failed()).isEqualTo(new Troubles(2, 0, 0, null, null));
        assertThat(Troubles.NONE.denied().denied()).isEqualTo(new Troubles(0, 2, 0, null, null));
        assertThat(Troubles.NONE.failed().failed().denied()).isEqualTo(new Troubles(0, 1, 0, null, null));
        assertThat(Troubles.NONE.denied().failed().denied()).isEqualTo(new Troubles(0, 1, 0, null, null));
        assertThat(Troubles.NONE.denied().endpointMissing(NOW)).isEqualTo(new Troubles(0, 0, 1, NOW, null));
    }

    @Test
    void remembersSinceWhenTheEndpointHasBeenMissing() {
        Troubles missing = Troubles.NONE.endpointMissing(NOW).endpointMissing(NOW.plusSeconds(15));
        assertThat(missing).isEqualTo(new Troubles(0, 0, 2, NOW, null));
        assertThat(missing.failed().endpointMissing(NOW.plusSeconds(30)))
                .isEqualTo(new Troubles(0, 0, 1, NOW.plusSeconds(30), null));
    }

    static Stream<UnaryOperator<Troubles>> responses() {
        return Stream.of(
                Troubles::failed,
                Troubles::denied,
                troubles -> troubles.throttled(NOW),
                troubles -> troubles.over(NOW));
    }

    @ParameterizedTest
    @MethodSource("responses")
    void whateverElseHappensTheEndpointIsMissingInARowNoLonger(UnaryOperator<Troubles> happens) {
        Troubles missing = Troubles.NONE.endpointMissing(NOW).endpointMissing(NOW);
        assertThat(happens.apply(missing).missing()).isZero();
        assertThat(happens.apply(missing).missingSince()).isNull();
    }

    @Test
    void whatGoesWellEndsEveryCount() {
        assertThat(new Troubles(1, 2, 3, NOW, null).over(NOW)).isEqualTo(Troubles.NONE);
    }

    @Test
    void throttlingIsForgottenOnlyWhenItIsOver() {
        Troubles troubles = Troubles.NONE.throttled(NOW).throttled(NOW.plusSeconds(10));
        Throttling throttling = new Throttling(NOW, NOW.plusSeconds(10), 2);
        assertThat(troubles.throttling()).isEqualTo(throttling);
        assertThat(troubles.over(NOW.plusSeconds(40)).throttling()).isEqualTo(throttling);
        assertThat(troubles.over(NOW.plusSeconds(41)).throttling()).isNull();
        assertThat(troubles.failed().denied().endpointMissing(NOW).throttling()).isEqualTo(throttling);
    }

    @Test
    void aThrottleEndsTheOtherCounts() {
        assertThat(new Troubles(1, 2, 3, NOW, null).throttled(NOW))
                .isEqualTo(new Troubles(0, 0, 0, null, Throttling.at(NOW)));
    }

    @Test
    void refusesCountsBelowZeroAndHalfOfWhatIsMissing() {
        assertThatThrownBy(() -> new Troubles(-1, 0, 0, null, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Troubles(0, -1, 0, null, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Troubles(0, 0, -1, NOW, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Troubles(0, 0, 0, NOW, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Troubles(0, 0, 1, null, null)).isInstanceOf(IllegalArgumentException.class);
    }
}
