package io.github.streamingimage.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.deletion.Attempt;
import io.github.streamingimage.deletion.Declarations;
import io.github.streamingimage.deletion.ImageSeen;
import io.github.streamingimage.deletion.Progress;
import io.github.streamingimage.deletion.Progress.Due;
import io.github.streamingimage.deletion.StackSeen;
import io.github.streamingimage.deletion.StackStanding;
import io.github.streamingimage.deletion.Throttling;
import io.github.streamingimage.deletion.TimeLimit;
import io.github.streamingimage.deletion.Troubles;
import io.github.streamingimage.hostile.HostileValues;
import io.github.streamingimage.hostile.RawJson;
import io.github.streamingimage.json.JsonReader;
import io.github.streamingimage.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

class ProgressJsonTest {

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void everyProgressReadsBackAsItWasWritten(@ForAll("progresses") Progress progress) {
        byte[] json = JsonWriter.utf8(Map.of("progress", ProgressJson.fields(progress)));
        Object read = JsonReader.read(json).fields().get("progress");
        assertThat(ProgressJson.read(read)).contains(progress);
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void noValueInAnyPlaceIsMoreThanProgressThatCannotBeRead(
            @ForAll("progresses") Progress progress, @ForAll("places") String place, @ForAll("values") Object value) {
        Map<String, Object> fields = ProgressJson.fields(progress);
        fields.put(place, read(value));
        assertThat(ProgressJson.read(fields))
                .satisfiesAnyOf(
                        none -> assertThat(none).isEmpty(),
                        // What is not known is null or absent, and fields of other names are ignored.
                        some -> assertThat(some)
                                .hasValueSatisfying(p -> assertThat(p.time()).isEqualTo(progress.time())));
    }

    @Example
    void ofANewRequestTellsNothingThatIsNotKnown() {
        Progress fresh = Progress.start(Instant.EPOCH, Instant.EPOCH.plusSeconds(1));
        assertThat(JsonWriter.text(ProgressJson.fields(fresh)))
                .isEqualTo("{\"time\":{\"startedAt\":\"1970-01-01T00:00:00Z\",\"deadline\":\"1970-01-01T00:00:01Z\"},"
                        + "\"passes\":0,\"due\":\"LOOK\",\"image\":{\"looks\":0},\"attempt\":{\"number\":1,\"failures\":0},"
                        + "\"declarations\":{\"pages\":0,\"nextPage\":\"\",\"searched\":false},"
                        + "\"troubles\":{\"failures\":0,\"denials\":0,\"missing\":0}}");
    }

    @Provide
    Arbitrary<Progress> progresses() {
        return Combinators.combine(
                        times(),
                        counts(),
                        Arbitraries.of(Due.class),
                        images(),
                        attempts(),
                        stacks().optional(),
                        declarations(),
                        troubles())
                .as((time, passes, due, image, attempt, stack, declarations, troubles) ->
                        new Progress(time, passes, due, image, attempt, stack.orElse(null), declarations, troubles));
    }

    @Provide
    Arbitrary<String> places() {
        return Arbitraries.of(
                "time",
                "passes",
                "due",
                "image",
                "attempt",
                "stack",
                "declarations",
                "troubles",
                "throttling",
                "state");
    }

    @Provide
    Arbitrary<Object> values() {
        return HostileValues.values();
    }

    private static Arbitrary<TimeLimit> times() {
        return Combinators.combine(instants(), instants()).as(TimeLimit::new);
    }

    private static Arbitrary<ImageSeen> images() {
        Arbitrary<Optional<String>> states = texts().optional();
        return Combinators.combine(counts(), states, instants())
                .as((looks, state, since) ->
                        new ImageSeen(looks, state.orElse(null), state.isPresent() ? since : null));
    }

    private static Arbitrary<Attempt> attempts() {
        Arbitrary<String> conflicts = texts().map(text -> text.substring(0, Math.min(100, text.length())))
                .filter(StandardCharsets.UTF_8.newEncoder()::canEncode);
        return Combinators.combine(
                        counts(),
                        counts(),
                        instants().optional(),
                        instants().optional(),
                        instants().optional(),
                        conflicts.optional())
                .as((number, failures, first, accepted, failed, conflict) -> new Attempt(
                        Math.max(1, number),
                        failures,
                        first.orElse(null),
                        first.isPresent() ? accepted.orElse(null) : null,
                        first.isPresent() ? failed.orElse(null) : null,
                        conflict.orElse(null)));
    }

    private static Arbitrary<StackSeen> stacks() {
        return Combinators.combine(Arbitraries.of(StackStanding.class), instants(), instants())
                .as(StackSeen::new);
    }

    private static Arbitrary<Declarations> declarations() {
        return Combinators.combine(counts(), texts(), Arbitraries.of(true, false))
                .as(Declarations::new);
    }

    private static Arbitrary<Troubles> troubles() {
        return Combinators.combine(
                        counts(), counts(), counts(), instants(), throttlings().optional())
                .as((failures, denials, missing, since, throttling) ->
                        new Troubles(failures, denials, missing, missing == 0 ? null : since, throttling.orElse(null)));
    }

    private static Arbitrary<String> texts() {
        return HostileValues.texts().filter(StandardCharsets.UTF_8.newEncoder()::canEncode);
    }

    private static Arbitrary<Throttling> throttlings() {
        return Combinators.combine(instants(), instants(), counts())
                .as((one, other, calls) -> new Throttling(
                        one.isBefore(other) ? one : other, one.isBefore(other) ? other : one, Math.max(1, calls)));
    }

    private static Arbitrary<Integer> counts() {
        return Arbitraries.integers().greaterOrEqual(0);
    }

    /** Of any year that there is, to the nanosecond. */
    private static Arbitrary<Instant> instants() {
        Arbitrary<Instant> any = Combinators.combine(
                        Arbitraries.longs().between(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond()),
                        Arbitraries.integers().between(0, 999_999_999))
                .as(Instant::ofEpochSecond);
        Arbitrary<Instant> usual =
                Arbitraries.longs().between(0, 3_600_000).map(Instant.parse("2026-01-01T00:00:00Z")::plusMillis);
        return Arbitraries.oneOf(any, usual);
    }

    private static Object read(Object value) {
        String json = RawJson.text(Map.of("value", value));
        return JsonReader.read(json.getBytes(StandardCharsets.UTF_8)).fields().get("value");
    }
}
