package io.github.streamingimage.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.streamingimage.deletion.Adoption.Kind;
import io.github.streamingimage.deletion.Decision.CheckStack;
import io.github.streamingimage.deletion.Decision.Fail;
import io.github.streamingimage.deletion.Decision.Succeed;
import io.github.streamingimage.deletion.Decision.Succeed.Outcome;
import io.github.streamingimage.deletion.Decision.Wait;
import io.github.streamingimage.deletion.Observation.Image;
import io.github.streamingimage.deletion.Observation.NotFound;
import io.github.streamingimage.deletion.Observation.Problem;
import io.github.streamingimage.deletion.Observation.Stack;
import io.github.streamingimage.deletion.Observation.StackProblem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

class AdoptionTest {

    private static final ImageId IMAGE = new ImageId("studio-1", "image-1");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant DEADLINE = START.plusSeconds(900);
    private static final ImageAttributes ATTRIBUTES = new ImageAttributes(
            "arn:aws:nimble:us-west-2:123456789012:streaming-image/image-1", "n", "ami-1", "studio-1", "LINUX");

    private Instant now = START;
    private Progress progress = Progress.start(START, DEADLINE);
    private Adoption adoption = new Adoption(IMAGE, Kind.CREATE);

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"DELETED", "DELETE_IN_PROGRESS"})
    void adoptsAnImageThatIsThere(ImageState state) {
        Succeed succeed = (Succeed) decide(image(state));
        assertThat(succeed.outcome()).isEqualTo(Outcome.ADOPTED);
        assertThat(succeed.image().state()).isEqualTo(state.name());
        assertThat(succeed.image().attributes()).isEqualTo(ATTRIBUTES);
    }

    static Stream<Arguments> unfit() {
        return Stream.of(
                Arguments.of(new NotFound(), FailureCode.IMAGE_NOT_FOUND),
                Arguments.of(image(ImageState.DELETED), FailureCode.IMAGE_NOT_FOUND),
                Arguments.of(image(ImageState.DELETE_IN_PROGRESS), FailureCode.IMAGE_BEING_DELETED),
                Arguments.of(amazons(), FailureCode.IMAGE_OWNED_BY_AMAZON),
                Arguments.of(problem(Problem.Kind.REJECTED), FailureCode.REQUEST_REJECTED));
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void createFailsSayingWhy(Observation seen, FailureCode code) {
        Fail fail = (Fail) decide(seen);
        assertThat(fail.code()).isEqualTo(code);
        assertThat(fail.reason()).startsWith("[" + code + "] ").contains("studio-1|image-1");
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void anUpdateThatKeepsTheImageSucceedsInAnyCase(Observation seen) {
        adoption = new Adoption(IMAGE, Kind.KEEP);
        assertThat(((Succeed) decide(seen)).outcome()).isEqualTo(Outcome.KEPT);
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void anUpdateToAnotherImageFailsOnceTheStackIsKnownNotToRollBack(Observation seen, FailureCode code) {
        adoption = new Adoption(IMAGE, Kind.REPLACE);
        assertThat(decide(seen)).isInstanceOf(CheckStack.class);
        assertThat(((Wait) decide(new Stack(false, Optional.empty(), "UPDATE_IN_PROGRESS"))).delay())
                .isZero();
        assertThat(((Fail) decide(seen)).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void theUpdateThatUndoesAnotherNeverFails(Observation seen) {
        adoption = new Adoption(IMAGE, Kind.REPLACE);
        decide(seen);
        decide(new Stack(true, Optional.empty(), "UPDATE_ROLLBACK_IN_PROGRESS"));
        assertThat(((Succeed) decide(seen)).outcome()).isEqualTo(Outcome.KEPT);
    }

    @Test
    void anUpdateThatKeepsAnUnfitImageTellsWhatItSaw() {
        adoption = new Adoption(IMAGE, Kind.KEEP);
        Succeed succeed = (Succeed) decide(image(ImageState.DELETE_IN_PROGRESS));
        assertThat(succeed.image().state()).isEqualTo("DELETE_IN_PROGRESS");
        assertThat(succeed.image().attributes()).isEqualTo(ATTRIBUTES);
    }

    @Test
    void tellsDeletedOfAnImageThatIsGone() {
        adoption = new Adoption(IMAGE, Kind.KEEP);
        assertThat(((Succeed) decide(new NotFound())).image().state()).isEqualTo("DELETED");
    }

    @Test
    void createRidesOutTroubleUntilTheDeadline() {
        for (Problem.Kind kind : List.of(Problem.Kind.THROTTLED, Problem.Kind.UNAVAILABLE, Problem.Kind.CONFLICT)) {
            for (int tries = 0; tries < 10; tries++) {
                assertThat(decide(problem(kind))).isInstanceOf(Wait.class);
            }
        }
        now = DEADLINE;
        assertThat(((Fail) decide(problem(Problem.Kind.THROTTLED))).code()).isEqualTo(FailureCode.DEADLINE_REACHED);
    }

    @Test
    void anUpdateThatMayNotFailGoesOnWithoutAServiceThatStaysUnavailable() {
        adoption = new Adoption(IMAGE, Kind.KEEP);
        for (int tries = 1; tries < Adoption.TRIES_WHEN_LENIENT; tries++) {
            assertThat(decide(problem(Problem.Kind.UNAVAILABLE))).isInstanceOf(Wait.class);
        }
        Succeed succeed = (Succeed) decide(problem(Problem.Kind.UNAVAILABLE));
        assertThat(succeed.outcome()).isEqualTo(Outcome.KEPT);
        assertThat(succeed.image().state()).isEmpty();
    }

    @Test
    void anUpdateToAnotherImageAsksForTheStackWhenTheServiceStaysUnavailable() {
        adoption = new Adoption(IMAGE, Kind.REPLACE);
        for (int tries = 1; tries < Adoption.TRIES_WHEN_LENIENT; tries++) {
            assertThat(decide(problem(Problem.Kind.UNAVAILABLE))).isInstanceOf(Wait.class);
        }
        assertThat(decide(problem(Problem.Kind.UNAVAILABLE))).isInstanceOf(CheckStack.class);
        decide(new Stack(true, Optional.empty(), "UPDATE_ROLLBACK_IN_PROGRESS"));
        assertThat(((Succeed) decide(problem(Problem.Kind.UNAVAILABLE))).outcome())
                .isEqualTo(Outcome.KEPT);
    }

    @Test
    void keepsTheImageAtTheDeadlineWhenItMayNotFail() {
        adoption = new Adoption(IMAGE, Kind.KEEP);
        now = DEADLINE;
        assertThat(((Succeed) decide(problem(Problem.Kind.THROTTLED))).outcome())
                .isEqualTo(Outcome.KEPT);
    }

    @ParameterizedTest
    @EnumSource(
            value = Problem.Kind.class,
            names = {"ACCESS_DENIED", "ENDPOINT_MISSING"})
    void createFailsWhenAccessStaysDeniedOrTheEndpointMissing(Problem.Kind kind) {
        for (int tries = 1; tries < Situation.TRIES; tries++) {
            assertThat(decide(problem(kind))).isInstanceOf(Wait.class);
        }
        assertThat(((Fail) decide(problem(kind))).code())
                .isEqualTo(
                        kind == Problem.Kind.ACCESS_DENIED ? FailureCode.ACCESS_DENIED : FailureCode.SERVICE_RETIRED);
    }

    @Test
    void failsWhenTheStackMayNotBeReadAndTheImageIsNotFit() {
        adoption = new Adoption(IMAGE, Kind.REPLACE);
        for (int tries = 1; tries < Situation.TRIES; tries++) {
            assertThat(decide(new NotFound())).isInstanceOf(CheckStack.class);
            assertThat(decide(new StackProblem(true, "AccessDenied"))).isInstanceOf(Wait.class);
        }
        decide(new NotFound());
        assertThat(((Fail) decide(new StackProblem(true, "AccessDenied"))).code())
                .isEqualTo(FailureCode.STACK_STATUS_UNREADABLE);
    }

    @Test
    void asksForTheStackAgainWhenItCannotBeReadJustNow() {
        adoption = new Adoption(IMAGE, Kind.REPLACE);
        decide(new NotFound());
        assertThat(((Wait) decide(new StackProblem(false, "Throttling"))).delay())
                .isPositive();
        assertThat(decide(new NotFound())).isInstanceOf(CheckStack.class);
    }

    @Test
    void neverSeesTheAnswerToADeletion() {
        assertThatThrownBy(() -> decide(new Observation.DeleteAccepted(image(ImageState.DELETE_IN_PROGRESS))))
                .isInstanceOf(IllegalStateException.class);
    }

    private Decision decide(Observation seen) {
        Decision decision = adoption.decide(seen, progress, now, new SplittableRandom(1));
        progress = decision.progress();
        return decision;
    }

    private static Image image(ImageState state) {
        return new Image(state, state.name(), "", "", ATTRIBUTES);
    }

    private static Image amazons() {
        return new Image(
                ImageState.READY,
                "READY",
                "",
                "",
                new ImageAttributes("", "n", "ami-1", ImageAttributes.AMAZON, "LINUX"));
    }

    private static Problem problem(Problem.Kind kind) {
        return new Problem(kind, kind + " happened");
    }
}
