package io.github.streamingimage.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeLimitTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant DEADLINE = START.plusSeconds(60);

    private final TimeLimit limit = new TimeLimit(START, DEADLINE);

    @Test
    void isReachedAtTheDeadlineAndNotBefore() {
        assertThat(limit.isReached(DEADLINE.minusNanos(1))).isFalse();
        assertThat(limit.isReached(DEADLINE)).isTrue();
        assertThat(limit.isReached(DEADLINE.plusNanos(1))).isTrue();
    }

    @Test
    void tellsWhatIsLeft() {
        assertThat(limit.left(START)).isEqualTo(Duration.ofSeconds(60));
        assertThat(limit.left(DEADLINE)).isZero();
        assertThat(limit.left(DEADLINE.plusSeconds(1))).isNegative();
    }

    @Test
    void noTimeHasPassedByAClockThatIsBehind() {
        assertThat(TimeLimit.between(START, DEADLINE)).isEqualTo(Duration.ofSeconds(60));
        assertThat(TimeLimit.between(DEADLINE, START)).isZero();
    }

    @Test
    void knowsBothTimes() {
        assertThatThrownBy(() -> new TimeLimit(null, DEADLINE)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new TimeLimit(START, null)).isInstanceOf(NullPointerException.class);
    }
}
