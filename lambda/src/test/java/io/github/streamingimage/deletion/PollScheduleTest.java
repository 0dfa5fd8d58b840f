package io.github.streamingimage.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PollScheduleTest {

    private static final long SEED = 42;
    private final SplittableRandom random = new SplittableRandom(SEED);

    @ParameterizedTest
    @CsvSource({
        "0, 1000",
        "1, 1000",
        "9, 1000",
        "10, 1000",
        "11, 1100",
        "15, 1500",
        "30, 3000",
        "50, 5000",
        "60, 5000",
        "300, 5000",
        "500, 5000",
        "501, 5010",
        "1000, 10000",
        "3600, 36000"
    })
    void aResponseIsLateByATenthOfTheWaitAndByFiveSecondsOrAHundredthAtMost(long waitedSeconds, long longestMillis) {
        for (int i = 0; i < 1000; i++) {
            assertThat(PollSchedule.poll(Duration.ofSeconds(waitedSeconds), random))
                    .as("seed %d", SEED)
                    .isBetween(Duration.ofSeconds(longestMillis / 1000), Duration.ofMillis(longestMillis))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(longestMillis * 9 / 10));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 1000})
    void looksAtMost320TimesIn55MinutesAlsoWithWaitsOfWholeSeconds(long unitMillis) {
        for (int run = 0; run < 1000; run++) {
            Duration waited = Duration.ZERO;
            int looks = 0;
            while (waited.compareTo(Duration.ofMinutes(55)) < 0) {
                long delay = PollSchedule.poll(waited, random).toMillis();
                waited = waited.plusMillis(delay - delay % unitMillis);
                looks++;
            }
            assertThat(looks).as("seed %d, run %d", SEED, run).isBetween(300, 320);
        }
    }

    @Test
    void delaysDifferSoThatManyImagesDoNotPollInStep() {
        assertThat(PollSchedule.poll(Duration.ofSeconds(35), random))
                .isNotEqualTo(PollSchedule.poll(Duration.ofSeconds(35), random));
    }

    @Test
    void setbacksDoubleTheDelayOnAverageUpToTheLongest() {
        double once = averageBackoffMillis(1);
        assertThat(averageBackoffMillis(2) / once).as("seed %d", SEED).isBetween(1.8, 2.2);
        assertThat(averageBackoffMillis(3) / once).as("seed %d", SEED).isBetween(3.6, 4.4);
        assertThat(averageBackoffMillis(20)).isBetween(20_500.0, 24_500.0);
    }

    @Test
    void backoffIsBoundedAlsoByAClockThatSeemsHoursAhead() {
        assertThat(PollSchedule.backoff(Duration.ofHours(3), 1, random)).isLessThanOrEqualTo(Duration.ofMillis(45_001));
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
}
