package io.github.streamingimage.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.streamingimage.VirtualTime;
import io.github.streamingimage.customresource.Addressee;
import io.github.streamingimage.customresource.Events;
import io.github.streamingimage.customresource.ResponseUrl;
import io.github.streamingimage.deletion.Decider;
import io.github.streamingimage.deletion.Decision;
import io.github.streamingimage.deletion.Decision.Act;
import io.github.streamingimage.deletion.Decision.CheckDeclarations;
import io.github.streamingimage.deletion.Decision.CheckStack;
import io.github.streamingimage.deletion.Decision.Delete;
import io.github.streamingimage.deletion.Decision.Look;
import io.github.streamingimage.deletion.Decision.Wait;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.Observation.NotFound;
import io.github.streamingimage.deletion.Observation.Problem;
import io.github.streamingimage.deletion.Observation.Problem.Kind;
import io.github.streamingimage.deletion.Progress;
import io.github.streamingimage.deletion.StackStanding;
import io.github.streamingimage.deletion.StreamingImage;
import io.github.streamingimage.http.Resolver;
import io.github.streamingimage.http.Resolver.Word;
import io.github.streamingimage.logging.EventLog;
import io.github.streamingimage.stack.Stacks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class PassTest {

    private static final Progress BEFORE = progress(1);
    private static final Observation.Stack STACK = new Observation.Stack(StackStanding.DELETING, Optional.empty(), "d");
    private static final Problem MISSING = new Problem(Kind.ENDPOINT_MISSING, "no such name");
    private static final Wait END = new Wait(Duration.ofSeconds(1), "end", progress(4));

    private static final Addressee ADDRESSEE = new Addressee(
            ResponseUrl.of("https://host.example/key?" + Events.QUERY).orElseThrow(),
            "request-1",
            Events.STACK_ID,
            "Image",
            "gallery-1|image-1");

    private final StreamingImage image = mock(StreamingImage.class);
    private final Stacks stacks = mock(Stacks.class);
    private final Resolver resolver = mock(Resolver.class);
    private final List<String> logLines = new ArrayList<>();
    private final VirtualTime time = new VirtualTime();

    @Test
    void carriesOutEachActAndLetsItsOutcomeBeDecidedOnUntilThereIsNothingToDo() {
        Problem looked = new Problem(Kind.CONFLICT, "busy");
        when(image.look()).thenReturn(looked);
        when(image.delete("token-1")).thenReturn(new NotFound());
        when(stacks.look(Events.STACK_ID)).thenReturn(STACK);
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
    void searchesTheStackPageByPageForTheResourceOfTheRequest() {
        when(image.look()).thenReturn(new NotFound());
        Observation page = new Observation.StackResources("", "page 3");
        when(stacks.resources(Events.STACK_ID, "Image", "gallery-1|image-1", "page 2"))
                .thenReturn(page);
        Scripted decider = new Scripted(new Look(BEFORE), List.of(new CheckDeclarations("page 2", progress(2)), END));
        pass(decider).run(BEFORE);
        assertThat(decider.seen).containsExactly(new NotFound(), page);
    }

    @Test
    void looksAgainAtOnceWhenThatIsDecided() {
        when(image.look()).thenReturn(MISSING, new NotFound());
        when(resolver.ask("host.example")).thenReturn(Word.EXISTS);
        Scripted decider = new Scripted(new Look(BEFORE), List.of(new Look(progress(2)), END));
        pass(decider).run(BEFORE);
        assertThat(decider.seen).containsExactly(MISSING, new NotFound());
    }

    @Test
    void anEndpointIsMissingOnlyWhileOtherNamesResolve() {
        when(image.look()).thenReturn(MISSING);
        when(image.delete(any())).thenReturn(MISSING);
        when(resolver.ask("host.example")).thenReturn(Word.EXISTS, Word.NO_SUCH_NAME, Word.NO_WORD);
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
        verify(resolver, never()).ask(any());
    }

    private Pass pass(Decider decider) {
        PassLog log = new PassLog(new EventLog(logLines::add, time::now, text -> text, Map.of()));
        return new Pass(decider, image, stacks, ADDRESSEE, resolver, time, new SplittableRandom(1), log);
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
