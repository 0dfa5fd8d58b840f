package io.github.streamingimage.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.streamingimage.VirtualTime;
import io.github.streamingimage.deletion.Decider;
import io.github.streamingimage.deletion.Decision;
import io.github.streamingimage.deletion.Decision.Act;
import io.github.streamingimage.deletion.Decision.CheckStack;
import io.github.streamingimage.deletion.Decision.Delete;
import io.github.streamingimage.deletion.Decision.Look;
import io.github.streamingimage.deletion.Decision.Wait;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.Observation.NotFound;
import io.github.streamingimage.deletion.Observation.Problem;
import io.github.streamingimage.deletion.Observation.Problem.Kind;
import io.github.streamingimage.deletion.Progress;
import io.github.streamingimage.deletion.StreamingImage;
import io.github.streamingimage.logging.EventLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class PassTest {

    private static final Progress BEFORE = progress(1);
    private static final Observation.Stack STACK = new Observation.Stack(false, Optional.empty(), "settled");
    private static final Problem MISSING = new Problem(Kind.ENDPOINT_MISSING, "no such name");
    private static final Wait END = new Wait(Duration.ofSeconds(1), "end", progress(4));

    private final StreamingImage image = mock(StreamingImage.class);
    private final BooleanSupplier otherNamesResolve = mock(BooleanSupplier.class);
    private final List<String> logLines = new ArrayList<>();
    private final VirtualTime time = new VirtualTime();

    @Test
    void carriesOutEachActAndLetsItsOutcomeBeDecidedOnUntilThereIsNothingToDo() {
        Problem looked = new Problem(Kind.CONFLICT, "busy");
        when(image.look()).thenReturn(looked);
        when(image.delete("token-1")).thenReturn(new NotFound());
        Scripted decider = new Scripted(
                new Look(BEFORE), List.of(new CheckStack(progress(2)), new Delete("token-1", progress(3)), END));
        assertThat(pass(decider).run(BEFORE)).isSameAs(END);
        assertThat(decider.acts)
                .containsExactly(new Look(BEFORE), new CheckStack(progress(2)), new Delete("token-1", progress(3)));
        assertThat(decider.seen).containsExactly(looked, STACK, new NotFound());
        assertThat(logLines).hasSize(6);
        assertThat(time.slept()).isZero();
    }

    @Test
    void beginsWithWhatIsDueAndDoesNotLookBefore() {
        when(image.delete("token-1")).thenReturn(new NotFound());
        Scripted decider = new Scripted(new Delete("token-1", BEFORE), List.of(END));
        assertThat(pass(decider).run(BEFORE)).isSameAs(END);
        verify(image, never()).look();
        assertThat(logLines).hasSize(3);
        assertThat(logLines.get(0)).contains("\"decision\":\"DELETE\"");
    }

    @Test
    void looksAgainAtOnceWhenThatIsDecided() {
        when(image.look()).thenReturn(MISSING, new NotFound());
        when(otherNamesResolve.getAsBoolean()).thenReturn(true);
        Scripted decider = new Scripted(new Look(BEFORE), List.of(new Look(progress(2)), END));
        pass(decider).run(BEFORE);
        assertThat(decider.seen).containsExactly(MISSING, new NotFound());
    }

    @Test
    void anEndpointIsMissingOnlyWhileOtherNamesResolve() {
        when(image.look()).thenReturn(MISSING);
        when(image.delete(any())).thenReturn(MISSING);
        when(otherNamesResolve.getAsBoolean()).thenReturn(true, false, false);
        Scripted decider =
                new Scripted(new Look(BEFORE), List.of(new Look(progress(2)), new Delete("token-1", progress(3)), END));
        pass(decider).run(BEFORE);
        Problem unavailable = new Problem(Kind.UNAVAILABLE, "no such name, nor does any other");
        assertThat(decider.seen).containsExactly(MISSING, unavailable, unavailable);
        assertThat(logLines).anyMatch(line -> line.contains("\"observation\":\"UNAVAILABLE\""));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ENDPOINT_MISSING")
    void asksAboutOtherNamesOnlyWhenTheEndpointsIsMissing(Kind kind) {
        when(image.look()).thenReturn(new Problem(kind, "another"));
        Scripted decider = new Scripted(new Look(BEFORE), List.of(END));
        pass(decider).run(BEFORE);
        assertThat(decider.seen).containsExactly(new Problem(kind, "another"));
        verify(otherNamesResolve, never()).getAsBoolean();
    }

    private Pass pass(Decider decider) {
        PassLog log = new PassLog(new EventLog(logLines::add, time::now, text -> text, Map.of()));
        return new Pass(decider, image, () -> STACK, otherNamesResolve, time, new SplittableRandom(1), log);
    }

    private static Progress progress(int seconds) {
        return Progress.start(VirtualTime.START, VirtualTime.START.plusSeconds(seconds));
    }

    /** Decides what it was told to, and remembers what it was asked. */
    private static final class Scripted implements Decider {

        private final Act first;
        private final List<Decision> decisions;
        private final List<Act> acts = new ArrayList<>();
        private final List<Observation> seen = new ArrayList<>();

        Scripted(Act first, List<Decision> decisions) {
            this.first = first;
            this.decisions = decisions;
        }

        @Override
        public Act begin(Progress progress, Instant now) {
            assertThat(progress).isSameAs(BEFORE);
            return first;
        }

        @Override
        public Decision decide(Act act, Observation shown, Instant now, RandomGenerator random) {
            acts.add(act);
            seen.add(shown);
            return decisions.get(seen.size() - 1);
        }
    }
}
