package io.github.streamingimage.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SystemTimeTest {

    private final SystemTime time = new SystemTime();

    @Test
    void sleepsForAsLongAsItWasTold() {
        Duration told = Duration.ofMillis(60);
        long before = System.nanoTime();
        time.sleep(told);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(told);
    }

    @Test
    void itsClockIsTheMachinesOwn() {
        Instant before = Instant.now();
        Instant told = time.now();
        assertThat(told).isBetween(before, Instant.now());
    }

    @Test
    void aSleepThatIsInterruptedEndsTheInvocationInsteadOfTheWait() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> time.sleep(Duration.ofHours(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasCauseInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).as("it stays interrupted").isTrue();
    }
}
