package io.github.streamingimage.localrun.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The axis of a timeline. */
class ScaleTest {

    @Test
    void placesMomentsInPercentAndNothingOutside() {
        Scale scale = new Scale(Duration.ofSeconds(8));
        assertThat(scale.percent(Duration.ZERO)).isEqualTo("0.000%");
        assertThat(scale.percent(Duration.ofSeconds(1))).isEqualTo("12.500%");
        assertThat(scale.percent(Duration.ofSeconds(9))).isEqualTo("100.000%");
    }

    @Test
    void spellsMomentsForPeople() {
        assertThat(Scale.briefly(Duration.ofMillis(10_049))).isEqualTo("10 s");
        assertThat(Scale.briefly(Duration.ofMillis(1_500))).isEqualTo("1.5 s");
        assertThat(Scale.seconds(Duration.ofMillis(1_500))).isEqualTo("1.500 s");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 99, 700, 4_000, 12_843, 26_000, 69_999, 1_800_000, 9_000_000})
    void hasAFewRoundTicksFromTheStartOn(long millis) {
        assertThat(new Scale(Duration.ofMillis(millis)).ticks())
                .startsWith(Duration.ZERO)
                .hasSizeBetween(1, 7)
                .allSatisfy(tick -> assertThat(tick.toMillis()).isLessThanOrEqualTo(millis));
    }
}
