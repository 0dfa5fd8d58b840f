package io.github.streamingimage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.customresource.CustomResourceRequest;
import io.github.streamingimage.customresource.Events;
import io.github.streamingimage.customresource.RequestReader;
import io.github.streamingimage.deletion.TimeLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinesTest {

    private static final Instant ISSUED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    @ParameterizedTest
    @CsvSource({"1, 0.8", "10, 8", "149, 119.2", "150, 120", "151, 121", "3600, 3570"})
    void aFifthOfTheServiceTimeoutIsSparedAndAtMostHalfAMinute(String serviceTimeout, double seconds) {
        Map<String, Object> event = Events.delete("https://example.com/?" + Events.QUERY);
        event.put("ResourceProperties", Map.of("ServiceTimeout", serviceTimeout));
        TimeLimit time = Deadlines.start(request(event), ISSUED.plusSeconds(3)).time();
        assertThat(time.startedAt()).isEqualTo(ISSUED);
        assertThat(time.deadline()).isEqualTo(ISSUED.plusMillis(Math.round(seconds * 1000)));
    }

    @Test
    void theClockMayBeTwoHoursBehindAndNotMore() {
        assertThat(issuedAt(Events.QUERY, ISSUED.minus(HOUR.multipliedBy(2)).plusSeconds(1)))
                .isEqualTo(ISSUED);
        Instant longBefore = ISSUED.minus(HOUR.multipliedBy(2));
        assertThat(issuedAt(Events.QUERY, longBefore)).isEqualTo(longBefore);
        assertThat(issuedAt(Events.QUERY, ISSUED.plus(HOUR.multipliedBy(20)))).isEqualTo(ISSUED);
    }

    @Test
    void aResponseUrlWithoutATimeMeansNow() {
        assertThat(issuedAt("X-Amz-Signature=0123", ISSUED)).isEqualTo(ISSUED);
    }

    private static Instant issuedAt(String query, Instant now) {
        return Deadlines.issuedAt(
                request(Events.delete("https://example.com/?" + query)).addressee(), now);
    }

    private static CustomResourceRequest request(Map<String, Object> event) {
        return ((RequestReader.Result.WellFormed) RequestReader.read(event)).request();
    }
}
