package io.github.streamingimage.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The names that Lambda filters by. */
class LogLevelsTest {

    @Test
    void eachLineHasTheLevelThatItWasWrittenWith() {
        List<String> lines = new ArrayList<>();
        EventLog log = new EventLog(lines::add, () -> Instant.EPOCH, UnaryOperator.identity(), Map.of());
        log.info("a", Map.of());
        log.warn("b", Map.of());
        log.error("c", Map.of());
        assertThat(lines)
                .containsExactly(
                        "{\"timestamp\":\"1970-01-01T00:00:00Z\",\"level\":\"INFO\",\"event\":\"a\"}",
                        "{\"timestamp\":\"1970-01-01T00:00:00Z\",\"level\":\"WARN\",\"event\":\"b\"}",
                        "{\"timestamp\":\"1970-01-01T00:00:00Z\",\"level\":\"ERROR\",\"event\":\"c\"}");
    }
}
