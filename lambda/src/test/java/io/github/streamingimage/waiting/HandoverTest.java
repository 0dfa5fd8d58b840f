package io.github.streamingimage.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.customresource.CustomResourceRequest;
import io.github.streamingimage.customresource.Events;
import io.github.streamingimage.customresource.RequestReader;
import io.github.streamingimage.deletion.Attempt;
import io.github.streamingimage.deletion.Decision;
import io.github.streamingimage.deletion.Declarations;
import io.github.streamingimage.deletion.ImageSeen;
import io.github.streamingimage.deletion.Progress;
import io.github.streamingimage.deletion.Progress.Due;
import io.github.streamingimage.deletion.StackSeen;
import io.github.streamingimage.deletion.StackStanding;
import io.github.streamingimage.deletion.Throttling;
import io.github.streamingimage.deletion.TimeLimit;
import io.github.streamingimage.deletion.Troubles;
import io.github.streamingimage.json.JsonReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandoverTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00.123456Z");
    private static final Progress PROGRESS = new Progress(
            new TimeLimit(START, START.plusSeconds(3570)),
            8,
            Due.DECLARATIONS,
            new ImageSeen(7, "READY", START),
            new Attempt(2, 1, START.plusMillis(1), START.plusMillis(4), START.plusMillis(5), "in use"),
            new StackSeen(StackStanding.CLEANING_UP, START.plusMillis(3), START.plusMillis(6)),
            new Declarations(1, "page 2", false),
            new Troubles(1, 2, 3, START.plusMillis(7), new Throttling(START, START.plusMillis(2), 5)));

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
        carried.keySet().removeAll(List.of("ServiceToken", "ResourceType"));
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
                "time.startedAt",
                "time.deadline",
                "image.looks",
                "image.since",
                "attempt.number",
                "attempt.failures",
                "stack.standing",
                "stack.since",
                "stack.at",
                "declarations.pages",
                "declarations.searched",
                "troubles.failures",
                "troubles.denials",
                "troubles.missing",
                "troubles.missingSince",
                "throttling.since",
                "throttling.last"
            })
    void forgetsProgressThatItCannotRead(String path) {
        String part = path.substring(0, path.indexOf('.'));
        String field = path.substring(path.indexOf('.') + 1);
        for (Object wrong : Arrays.asList(null, "x", -1, 1.5, Map.of())) {
            Map<String, Object> fields = written(PROGRESS, Duration.ofSeconds(1));
            object(object(fields, "progress"), part).put(field, wrong);
            assertThat(Handover.read(fields).progress())
                    .as("%s is %s", path, wrong)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"time", "image", "attempt", "declarations", "troubles"})
    void forgetsProgressOfWhichAPartIsMissingOrNoObject(String part) {
        for (Object wrong : Arrays.asList(null, "x", 1, List.of(), Map.of())) {
            Map<String, Object> fields = written(PROGRESS, Duration.ofSeconds(1));
            object(fields, "progress").put(part, wrong);
            assertThat(Handover.read(fields).progress())
                    .as("%s is %s", part, wrong)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"passes", "due"})
    void forgetsProgressThatLacksWhatComesNext(String field) {
        for (Object wrong : Arrays.asList(null, "x", -1, 1.5, Map.of())) {
            Map<String, Object> fields = written(PROGRESS, Duration.ofSeconds(1));
            object(fields, "progress").put(field, wrong);
            assertThat(Handover.read(fields).progress())
                    .as("%s is %s", field, wrong)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"stack", "throttling"})
    void whatWasNotSeenIsAbsentAndNothingElse(String part) {
        for (Object wrong : Arrays.asList("x", 1, List.of(), Map.of())) {
            Map<String, Object> fields = written(PROGRESS, Duration.ofSeconds(1));
            object(fields, "progress").put(part, wrong);
            assertThat(Handover.read(fields).progress())
                    .as("%s is %s", part, wrong)
                    .isEmpty();
        }
        Map<String, Object> fields = written(PROGRESS, Duration.ofSeconds(1));
        object(fields, "progress").remove(part);
        assertThat(Handover.read(fields).progress()).isPresent();
    }

    @Test
    void takesThrottledCallsThatNobodyCountedForACrowd() {
        Map<String, Object> fields = written(PROGRESS, Duration.ofSeconds(1));
        object(object(fields, "progress"), "throttling").remove("calls");
        assertThat(Handover.read(fields)
                        .progress()
                        .orElseThrow()
                        .troubles()
                        .throttling()
                        .calls())
                .isGreaterThan(1);
    }

    @Test
    void forgetsProgressOfAnotherVersion() {
        for (Object other : Arrays.asList(1, 3, "2", 2.0, null)) {
            Map<String, Object> fields = written(PROGRESS, Duration.ofSeconds(1));
            assertThat(fields).containsEntry("version", 2);
            fields.put("version", other);
            assertThat(Handover.read(fields).progress()).as("version %s", other).isEmpty();
            assertThat(Handover.read(fields).functionArn()).isEqualTo("arn:function");
        }
    }

    @Test
    void startsOverFromProgressOfVersionOne() {
        Map<String, Object> fields = new HashMap<>();
        fields.put("version", 1);
        fields.put("functionArn", "arn:function");
        fields.put("request", Events.delete("https://host/key?" + Events.QUERY));
        fields.put(
                "progress",
                Map.of(
                        "startedAt", "2026-01-01T00:00:00Z",
                        "deadline", "2026-01-01T00:59:30Z",
                        "looks", 3,
                        "attempt", 1,
                        "call", "LOOK",
                        "stack", "UNCHECKED",
                        "setbacks", 0,
                        "denials", 0,
                        "missing", 0));
        assertThat(Handover.read(fields)).isEqualTo(new Handover("arn:function", Optional.empty()));
        fields.put("version", 2);
        assertThat(Handover.read(fields).progress())
                .as("nor are its fields taken for version 2")
                .isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Map<String, Object> fields, String name) {
        return (Map<String, Object>) fields.get(name);
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
