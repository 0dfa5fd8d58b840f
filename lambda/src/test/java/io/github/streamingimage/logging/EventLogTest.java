package io.github.streamingimage.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventLogTest {

    private final List<String> lines = new ArrayList<>();
    private final EventLog log = new EventLog(
            lines::add,
            () -> Instant.parse("2026-01-01T00:00:00.123Z"),
            text -> text.replace("secret", "***"),
            Map.of("stackId", "a stack with a secret"));

    @Test
    void writesOneLineOfJsonThatLambdaKeepsAsItIs() {
        log.warn("seen", Map.of("looks", 3, "text", "two\nlines"));
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0)).doesNotContain("\n");
        assertThat(JsonReader.read(lines.get(0).getBytes(StandardCharsets.UTF_8))
                        .fields())
                .isEqualTo(Map.of(
                        "timestamp", "2026-01-01T00:00:00.123Z",
                        "level", "WARN",
                        "event", "seen",
                        "stackId", "a stack with a ***",
                        "looks", 3,
                        "text", "two\nlines"));
    }

    @Test
    void redactsEveryTextAlsoInLists() {
        log.error("seen", Map.of("at", List.of("secret place")));
        log.info("seen", Map.of("text", "a secret"));
        assertThat(lines).hasSize(2).noneMatch(line -> line.contains("secret p") || line.contains("a secret"));
    }
}
