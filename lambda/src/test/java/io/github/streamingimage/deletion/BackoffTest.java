package io.github.streamingimage.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private static final long SEED = 42;

    private final Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10));

    @Test
    void doublesWithEachTryUpToTheLongest() {
        assertThat(IntStream.rangeClosed(1, 8).mapToObj(tries -> backoff.delay(tries)))
                .extracting(Duration::toMillis)
                .containsExactly(200L, 400L, 800L, 1600L, 3200L, 6400L, 10_000L, 10_000L);
        assertThat(backoff.delay(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void fullJitterTakesAnyPartOfTheDelayAndNeverMore() {
        RandomGenerator random = new SplittableRandom(SEED);
        int early = 0;
        for (int i = 0; i < 10_000; i++) {
            Duration delay = backoff.delay(3, random);
            assertThat(delay).as("seed %d", SEED).isBetween(Duration.ZERO, Duration.ofMillis(800));
            early += delay.toMillis() < 80 ? 1 : 0;
        }
        assertThat(early).as("a tenth of them, seed %d", SEED).isBetween(900, 1100);
    }

    @Test
    void theLongestCanBeTheFirst() {
        assertThat(new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(1)).delay(5))
                .isEqualTo(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "-1, 10", "11, 10"})
    void refusesDelaysThatAreOutOfOrder(long first, long longest) {
        assertThatThrownBy(() -> new Backoff(Duration.ofSeconds(first), Duration.ofSeconds(longest)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
