package io.github.streamingimage.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.customresource.CustomResourceRequest;
import io.github.streamingimage.customresource.Events;
import io.github.streamingimage.customresource.RequestReader;
import io.github.streamingimage.deletion.Decision;
import io.github.streamingimage.deletion.Progress;
import io.github.streamingimage.deletion.Progress.Call;
import io.github.streamingimage.deletion.Progress.StackCondition;
import io.github.streamingimage.deletion.Throttling;
import io.github.streamingimage.json.JsonReader;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandoverTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00.123456Z");
    private static final Progress PROGRESS = new Progress(
            START,
            START.plusSeconds(3570),
            7,
            2,
            Call.DELETE_AGAIN,
            START.plusMillis(1),
            StackCondition.SETTLED,
            START.plusMillis(3),
            new Throttling(START, START.plusMillis(2)),
            1,
            2,
            3,
            "READY",
            START);

    @Test
    void readsBackWhatItWrites() {
        Map<String, Object> fields = written(PROGRESS, Duration.ofSeconds(3));
        Handover handover = Handover.read(fields);
        assertThat(handover.functionArn()).isEqualTo("arn:function");
        assertThat(handover.progress()).contains(PROGRESS);
        Progress fresh = Progress.start(START, START);
        assertThat(Handover.read(written(fresh, Duration.ofSeconds(3))).progress())
                .contains(fresh);
    }

    @Test
    void carriesTheRequestAndNothingElseOfTheEvent() {
        Map<String, Object> event = Events.delete("https://host/key?" + Events.QUERY);
        event.put("ServiceTimeout", "60");
        Map<String, Object> carried = new HashMap<>(event);
        carried.keySet().removeAll(java.util.List.of("ServiceToken", "ResourceType"));
        Map<String, Object> fields = JsonReader.read(
                        Handover.json("arn:function", request(event), wait(PROGRESS, Duration.ofSeconds(1))))
                .fields();
        assertThat(fields).containsEntry("request", carried);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "300, 1", "1000, 1", "1999, 1", "30000, 30"})
    void waitsNoLongerThanAskedForAndAtLeastASecond(long millis, int seconds) {
        assertThat(written(PROGRESS, Duration.ofMillis(millis))).containsEntry("waitSeconds", seconds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "startedAt",
                "deadline",
                "looks",
                "attempt",
                "call",
                "stack",
                "stackSeenAt",
                "throttledLast",
                "setbacks",
                "denials",
                "missing",
                "stateSince"
            })
    @SuppressWarnings("unchecked")
    void forgetsProgressThatItCannotRead(String field) {
        for (Object wrong : java.util.Arrays.asList(null, "x", -1, 1.5, Map.of())) {
            Map<String, Object> fields = written(PROGRESS, Duration.ofSeconds(1));
            ((Map<String, Object>) fields.get("progress")).put(field, wrong);
            assertThat(Handover.read(fields).progress()).isEmpty();
        }
    }

    @Test
    void forgetsProgressOfAnotherVersion() {
        Map<String, Object> fields = written(PROGRESS, Duration.ofSeconds(1));
        fields.put("version", 2);
        assertThat(Handover.read(fields).progress()).isEmpty();
    }

    private static Map<String, Object> written(Progress progress, Duration delay) {
        return JsonReader.read(Handover.json(
                        "arn:function",
                        request(Events.delete("https://host/key?" + Events.QUERY)),
                        wait(progress, delay)))
                .fields();
    }

    private static Decision.Wait wait(Progress progress, Duration delay) {
        return new Decision.Wait(delay, "a cause", progress);
    }

    private static CustomResourceRequest request(Map<String, Object> event) {
        return ((RequestReader.Result.WellFormed) RequestReader.read(event)).request();
    }
}
