package io.github.streamingimage.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class CrowdedScheduleTest {

    private static final long SEED = 42;
    private final SplittableRandom random = new SplittableRandom(SEED);

    @Test
    void aTurnComesAfterASecondOnAverageAndMoreSlowlyAfterALongTime() {
        assertThat(average(CrowdedSchedule::turn, Duration.ZERO)).isBetween(0.95, 1.05);
        assertThat(average(CrowdedSchedule::turn, Duration.ofSeconds(80))).isBetween(0.95, 1.05);
        assertThat(average(CrowdedSchedule::turn, Duration.ofSeconds(800))).isBetween(9.5, 10.5);
    }

    @Test
    void someTurnsTakeTwoSecondsSoThatWholeSecondsDiffer() {
        long longer = 0;
        for (int i = 0; i < 10_000; i++) {
            Duration turn = CrowdedSchedule.turn(Duration.ZERO, random);
            assertThat(turn).isBetween(Duration.ofMillis(400), Duration.ofMillis(2200));
            longer += turn.toSeconds() >= 2 ? 1 : 0;
        }
        assertThat(longer).as("seed %d", SEED).isBetween(400L, 800L);
    }

    @Test
    void aTurnOfTwoCallsComesAfterASeventhOfTheTime() {
        assertThat(average(CrowdedSchedule::turnOfTwo, Duration.ZERO)).isBetween(0.97, 1.03);
        assertThat(average(CrowdedSchedule::turnOfTwo, Duration.ofSeconds(70))).isBetween(9.7, 10.3);
        for (int i = 0; i < 1000; i++) {
            assertThat(CrowdedSchedule.turnOfTwo(Duration.ofSeconds(70), random))
                    .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(15));
        }
    }

    @Test
    void looksComeAfterAPartOfTheTimeAndInTheOrderInWhichTheyBegan() {
        Duration hundred = Duration.ofSeconds(100);
        assertThat(average(CrowdedSchedule::firstLook, hundred)).isBetween(56.5, 57.8);
        assertThat(average(CrowdedSchedule::look, hundred)).isBetween(14.1, 14.5);
        assertThat(average(CrowdedSchedule::lookAgain, hundred)).isBetween(19.8, 20.2);
        for (int i = 0; i < 1000; i++) {
            assertThat(CrowdedSchedule.firstLook(hundred, random))
                    .isLessThan(
                            CrowdedSchedule.firstLook(hundred.multipliedBy(11).dividedBy(10), random));
        }
    }

    @Test
    void looksAreAtLeastSevenSecondsApart() {
        for (int i = 0; i < 1000; i++) {
            assertThat(CrowdedSchedule.look(Duration.ofSeconds(1), random))
                    .isBetween(Duration.ofMillis(6790), Duration.ofMillis(7210));
        }
    }

    private double average(BiFunction<Duration, RandomGenerator, Duration> schedule, Duration throttled) {
        long sum = 0;
        for (int i = 0; i < 20_000; i++) {
            sum += schedule.apply(throttled, random).toMillis();
        }
        return sum / 20_000_000.0;
    }
}
