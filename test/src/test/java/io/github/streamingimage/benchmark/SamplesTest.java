package io.github.streamingimage.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {

    @Test
    void knowsTheMiddleAndBothEnds() {
        Samples samples = Samples.of(5, 1, 3, 2, 4);
        assertThat(List.of(samples.best(), samples.median(), samples.worst())).containsExactly(1.0, 3.0, 5.0);
    }

    @Test
    void whatNeverCameIsTheWorst() {
        Samples samples = Samples.of(Double.POSITIVE_INFINITY, 1, 2);
        assertThat(Samples.figure(samples.worst())).isEqualTo("never");
        assertThat(samples.median()).isEqualTo(2);
    }

    @Test
    void showsAboutThreeDigits() {
        assertThat(List.of(Samples.figure(0.123), Samples.figure(12.34), Samples.figure(1234.5)))
                .containsExactly("0.12", "12.3", "1,235");
    }

    @Test
    void refusesNothingAtAll() {
        assertThatThrownBy(() -> Samples.of())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("values is empty");
    }
}
