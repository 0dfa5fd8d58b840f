package io.github.streamingimage.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class QueueModelTest {

    private static final Duration DELETION = Duration.ofMinutes(1);

    @Test
    void tellsOfTheChosenScheduleWhatTheRealCodeComesTo() {
        double real = ScaleTrial.run(500, DELETION, Waiting.DURABLE, 1).ratio().median();
        assertThat(QueueModel.run(QueueSchedule.CHOSEN, 500, DELETION, 1).ratio())
                .isCloseTo(real, within(0.06));
    }

    @Test
    void neverEndsBeforeTheFloor() {
        for (int seed = 1; seed <= 5; seed++) {
            assertThat(QueueModel.run(QueueSchedule.CHOSEN, 60, DELETION, seed).ratio())
                    .isGreaterThan(1);
        }
    }

    @Test
    void tellsAWorseScheduleFromTheChosenOne() {
        QueueSchedule doubling = QueueSchedule.doubling("doubling", true, 30);
        assertThat(QueueModel.run(doubling, 500, DELETION, 1).ratio()).isGreaterThan(2);
    }
}
