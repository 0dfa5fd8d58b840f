package io.github.streamingimage.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(longs = {-600, -8, 8, 600})
    void aClockThatIsOffIsCorrectedByTheTimeThatAServiceTells(long seconds) {
        time.serviceSays(Instant.now().plusSeconds(seconds));
        assertThat(Duration.between(Instant.now(), time.now()))
                .isBetween(Duration.ofSeconds(seconds - 2), Duration.ofSeconds(seconds + 2));
    }

    @ParameterizedTest
    @ValueSource(longs = {-3, 0, 3})
    void aServiceThatIsAFewSecondsOffIsNotBelieved(long seconds) {
        time.serviceSays(Instant.now().plusSeconds(600));
        time.serviceSays(Instant.now().plusSeconds(seconds));
        Instant before = Instant.now();
        Instant told = time.now();
        assertThat(told).isBetween(before, Instant.now());
    }
}
