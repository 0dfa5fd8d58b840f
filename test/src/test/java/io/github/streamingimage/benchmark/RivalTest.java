package io.github.streamingimage.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RivalTest {

    @Test
    void seesTheEndAtTheNextOfItsLooks() {
        assertThat(Rival.CDK.on(Duration.ofMillis(12_300))).isEqualTo(new Rival.Wait(2.7, 5));
        assertThat(Rival.CLOUDFORMATION.on(Duration.ofMillis(12_300))).isEqualTo(new Rival.Wait(2.7, 4));
        assertThat(Rival.POLLER.on(Duration.ofSeconds(1))).isEqualTo(new Rival.Wait(119, 2));
    }

    @Test
    void seesAnEndThatFallsOnALook() {
        assertThat(Rival.SDK_WAITER.on(Duration.ofSeconds(2))).isEqualTo(new Rival.Wait(0, 3));
        assertThat(Rival.SDK_WAITER.on(Duration.ZERO)).isEqualTo(new Rival.Wait(0, 2));
    }

    @Test
    void givesUpAfterItsTries() {
        assertThat(Rival.SDK_WAITER.on(Duration.ofSeconds(118))).isEqualTo(new Rival.Wait(0, 61));
        assertThat(Rival.SDK_WAITER.on(Duration.ofMillis(118_001)))
                .isEqualTo(new Rival.Wait(Double.POSITIVE_INFINITY, 61));
        assertThat(Rival.CDK.on(Duration.ofMinutes(30)).late()).isZero();
        assertThat(Rival.CDK.on(Duration.ofMinutes(31)).late()).isInfinite();
    }
}
