package io.github.streamingimage.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PollScheduleTest {

    private static final long SEED = 42;
    private final SplittableRandom random = new SplittableRandom(SEED);

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 9, 10, 11, 60, 299, 300, 3600})
    void aResponseIsLateByAtMostATenthOfTheWaitOrASecond(long waitedSeconds) {
        Duration waited = Duration.ofSeconds(waitedSeconds);
        for (int i = 0; i < 1000; i++) {
            assertThat(PollSchedule.poll(waited, random))
                    .as("seed %d", SEED)
                    .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(45))
                    .isLessThanOrEqualTo(max(waited.dividedBy(10), Duration.ofSeconds(1)));
        }
    }

    @Test
    void jitterTakesATenthAtMost() {
        for (int i = 0; i < 1000; i++) {
            assertThat(PollSchedule.poll(Duration.ofSeconds(100), random))
                    .as("seed %d", SEED)
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(9));
        }
    }

    @Test
    void delaysDifferSoThatManyImagesDoNotPollInStep() {
        assertThat(PollSchedule.poll(Duration.ofSeconds(100), random))
                .isNotEqualTo(PollSchedule.poll(Duration.ofSeconds(100), random));
    }

    @Test
    void setbacksDoubleTheDelayOnAverageUpToTheLongest() {
        double once = averageBackoffMillis(1);
        assertThat(averageBackoffMillis(2) / once).as("seed %d", SEED).isBetween(1.8, 2.2);
        assertThat(averageBackoffMillis(3) / once).as("seed %d", SEED).isBetween(3.6, 4.4);
        assertThat(averageBackoffMillis(20)).isBetween(20_500.0, 24_500.0);
    }

    @Test
    void backoffHasFullJitter() {
        long below = 0;
        for (int i = 0; i < 1000; i++) {
            Duration backoff = PollSchedule.backoff(Duration.ZERO, 3, random);
            assertThat(backoff).isPositive().isLessThanOrEqualTo(Duration.ofMillis(8001));
            below += backoff.toMillis() < 800 ? 1 : 0;
        }
        assertThat(below).as("seed %d", SEED).isBetween(50L, 150L);
    }

    @Test
    void retriesComeAfterOneTwoFourAndEightSeconds() {
        assertThat(new long[] {
                    PollSchedule.retry(1).toSeconds(),
                    PollSchedule.retry(2).toSeconds(),
                    PollSchedule.retry(3).toSeconds(),
                    PollSchedule.retry(4).toSeconds(),
                    PollSchedule.retry(99).toSeconds()
                })
                .containsExactly(1, 2, 4, 8, 45);
    }

    private double averageBackoffMillis(int setbacks) {
        long sum = 0;
        for (int i = 0; i < 20_000; i++) {
            sum += PollSchedule.backoff(Duration.ZERO, setbacks, random).toMillis();
        }
        return sum / 20_000.0;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
