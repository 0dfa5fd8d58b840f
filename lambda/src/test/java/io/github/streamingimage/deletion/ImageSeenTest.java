package io.github.streamingimage.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ImageSeenTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void remembersSinceWhenTheStateLasts() {
        ImageSeen seen = ImageSeen.NOTHING.saw("A", START).saw("A", START.plusSeconds(5));
        assertThat(seen).isEqualTo(new ImageSeen(2, "A", START));
        assertThat(seen.lasted(START.plusSeconds(7))).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void anotherStateBeginsAnew() {
        assertThat(ImageSeen.NOTHING.saw("A", START).saw("B", START.plusSeconds(5)))
                .isEqualTo(new ImageSeen(2, "B", START.plusSeconds(5)));
        assertThat(ImageSeen.NOTHING
                        .saw("A", START)
                        .saw("B", START.plusSeconds(5))
                        .saw("A", START.plusSeconds(6))
                        .since())
                .isEqualTo(START.plusSeconds(6));
    }

    @Test
    void aLookThatShowsNoImageCountsAndLeavesTheState() {
        assertThat(ImageSeen.NOTHING.saw("A", START).looked()).isEqualTo(new ImageSeen(2, "A", START));
    }

    @Test
    void nothingLastsBeforeItIsSeenNorByAClockThatIsBehind() {
        assertThat(ImageSeen.NOTHING.looked().lasted(START)).isZero();
        assertThat(ImageSeen.NOTHING.saw("A", START).lasted(START.minusSeconds(1)))
                .isZero();
    }

    @Test
    void refusesWhatCannotHaveBeenSeen() {
        assertThatThrownBy(() -> new ImageSeen(-1, null, null)).hasMessageContaining("looks");
        assertThatThrownBy(() -> new ImageSeen(1, "A", null)).hasMessageContaining("since");
        assertThatThrownBy(() -> new ImageSeen(1, null, START)).hasMessageContaining("state");
    }
}
