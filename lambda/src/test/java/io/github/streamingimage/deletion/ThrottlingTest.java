package io.github.streamingimage.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThrottlingTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void isOverWhenItHasBeenQuietForAsLongAsItLasted() {
        Throttling throttling =
                Throttling.at(START).again(START.plusSeconds(20)).again(START.plusSeconds(50));
        assertThat(throttling.isOver(START.plusSeconds(100))).isFalse();
        assertThat(throttling.isOver(START.plusSeconds(101))).isTrue();
    }

    @Test
    void isNotOverWithinHalfAMinute() {
        assertThat(Throttling.at(START).isOver(START.plusSeconds(30))).isFalse();
        assertThat(Throttling.at(START).isOver(START.plusSeconds(31))).isTrue();
    }

    @Test
    void beginsAnewWhenItWasOver() {
        Instant later = START.plusSeconds(31);
        assertThat(Throttling.at(START).again(later)).isEqualTo(Throttling.at(later));
    }

    @Test
    void isOverAndOfNoAgeByAClockThatIsBehind() {
        Instant before = START.minusSeconds(1);
        assertThat(Throttling.at(START).isOver(before)).isTrue();
        assertThat(Throttling.at(START).age(before)).isEqualTo(Duration.ZERO);
        assertThat(Throttling.at(START).again(before)).isEqualTo(Throttling.at(before));
    }

    @Test
    void isIsolatedAsLongAsOneCallWasThrottled() {
        Throttling one = Throttling.at(START);
        assertThat(one.isIsolated()).isTrue();
        assertThat(one.again(START.plusSeconds(30)).isIsolated()).isFalse();
        assertThat(one.again(START.plusSeconds(31)).isIsolated()).isTrue();
    }

    @Test
    void refusesFewerCallsThanOne() {
        assertThatThrownBy(() -> new Throttling(START, START, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("calls is less than 1");
    }

    @Test
    void refusesTimesInTheWrongOrder() {
        assertThatThrownBy(() -> new Throttling(START, START.minusMillis(1), 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("last is before since");
    }
}
