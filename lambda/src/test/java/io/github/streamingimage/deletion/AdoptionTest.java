package io.github.streamingimage.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.streamingimage.deletion.Decision.CheckStack;
import io.github.streamingimage.deletion.Decision.Fail;
import io.github.streamingimage.deletion.Decision.Look;
import io.github.streamingimage.deletion.Decision.Succeed;
import io.github.streamingimage.deletion.Decision.Succeed.Outcome;
import io.github.streamingimage.deletion.Decision.Wait;
import io.github.streamingimage.deletion.Observation.NotFound;
import io.github.streamingimage.deletion.Observation.Problem;
import io.github.streamingimage.deletion.Observation.StackProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

class AdoptionTest {

    private static final NamedImage IMAGE = new NamedImage("gallery-1|image-1");
    private static final Instant DEADLINE = DecidedRequest.START.plusSeconds(900);

    private DecidedRequest request = create();

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"GONE", "DELETING"})
    void adoptsAnImageThatIsThere(Phase phase) {
        Succeed succeed = (Succeed) request.shows(IMAGE.in(phase));
        assertThat(succeed.outcome()).isEqualTo(Outcome.ADOPTED);
        assertThat(succeed.physicalResourceId()).isEqualTo("gallery-1|image-1");
        assertThat(succeed.attributes()).isEqualTo(Map.of("Name", "name", "State", phase.name()));
    }

    static Stream<Arguments> unfit() {
        return Stream.of(
                Arguments.of(new NotFound(), FailureCode.IMAGE_NOT_FOUND),
                Arguments.of(IMAGE.in(Phase.GONE), FailureCode.IMAGE_NOT_FOUND),
                Arguments.of(IMAGE.in(Phase.DELETING), FailureCode.IMAGE_BEING_DELETED),
                Arguments.of(IMAGE.of(Phase.AT_REST, Owner.AMAZON), FailureCode.IMAGE_OWNED_BY_AMAZON),
                Arguments.of(
                        IMAGE.of(Phase.AT_REST, Owner.ANOTHER_ACCOUNT), FailureCode.IMAGE_OWNED_BY_ANOTHER_ACCOUNT),
                Arguments.of(problem(Problem.Kind.REJECTED), FailureCode.REQUEST_REJECTED));
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void createFailsSayingWhy(Observation seen, FailureCode code) {
        Fail fail = (Fail) request.shows(seen);
        assertThat(fail.code()).isEqualTo(code);
        assertThat(fail.detail()).contains("Image gallery-1|image-1");
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void anUpdateThatKeepsTheImageSucceedsInAnyCase(Observation seen) {
        request = updateThatKeepsTheImage();
        request.at(seen instanceof Problem ? DEADLINE : request.now());
        assertThat(((Succeed) request.shows(seen)).outcome()).isEqualTo(Outcome.KEPT);
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void anUpdateToAnotherImageFailsOnceTheStackWasSeenNotToRollBackForFiveSeconds(Observation seen, FailureCode code) {
        request = updateFromAnotherImage();
        assertThat(request.shows(seen)).isInstanceOf(CheckStack.class);
        assertThat(((Wait) request.shows(DecidedRequest.UPDATING)).delay()).isLessThanOrEqualTo(Duration.ofSeconds(5));
        request.later(4);
        assertThat(request.shows(seen)).isInstanceOf(CheckStack.class);
        assertThat(request.shows(DecidedRequest.UPDATING)).as("for 4 s").isInstanceOf(Wait.class);
        request.later(1);
        assertThat(request.shows(seen)).isInstanceOf(CheckStack.class);
        assertThat(request.shows(DecidedRequest.UPDATING)).isInstanceOf(Look.class);
        assertThat(((Fail) request.shows(seen)).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"29, true", "30, false"})
    void whatWasSeenOfTheStackHoldsForLessThan30Seconds(int seconds, boolean holds) {
        request = updateFromAnotherImage();
        request.shows(new NotFound());
        request.shows(DecidedRequest.UPDATING);
        request.later(5);
        request.shows(new NotFound());
        assertThat(request.shows(DecidedRequest.UPDATING)).isInstanceOf(Look.class);
        request.later(seconds);
        assertThat(request.shows(new NotFound())).isInstanceOf(holds ? Fail.class : CheckStack.class);
    }

    @Test
    void anUpdateNeverFailsWhenTheStackIsSeenToRollBackASecondLater() {
        request = updateFromAnotherImage();
        request.shows(new NotFound());
        assertThat(request.shows(DecidedRequest.UPDATING)).isInstanceOf(Wait.class);
        request.later(1);
        assertThat(request.shows(new NotFound())).isInstanceOf(CheckStack.class);
        assertThat(((Wait) request.shows(DecidedRequest.ROLLING_BACK_UPDATE)).delay())
                .isEqualTo(Duration.ofSeconds(5));
        request.later(5);
        assertThat(request.shows(new NotFound())).isInstanceOf(CheckStack.class);
        assertThat(request.shows(DecidedRequest.ROLLING_BACK_UPDATE)).isInstanceOf(Look.class);
        assertThat(((Succeed) request.shows(new NotFound())).outcome()).isEqualTo(Outcome.KEPT);
    }

    @Test
    void anUpdateThatComesRightAfterARollbackFails() {
        request = updateFromAnotherImage();
        request.shows(new NotFound());
        assertThat(request.shows(DecidedRequest.ROLLING_BACK_UPDATE)).isInstanceOf(Wait.class);
        request.later(5);
        assertThat(request.shows(new NotFound())).isInstanceOf(CheckStack.class);
        assertThat(request.shows(DecidedRequest.UPDATING)).isInstanceOf(Wait.class);
        request.later(5);
        request.shows(new NotFound());
        assertThat(request.shows(DecidedRequest.UPDATING)).isInstanceOf(Look.class);
        assertThat(((Fail) request.shows(new NotFound())).code()).isEqualTo(FailureCode.IMAGE_NOT_FOUND);
    }

    @Test
    void anUpdateWithoutTheTimeToSeeARollbackTwiceSucceeds() {
        request = updateFromAnotherImage();
        request.at(DEADLINE.minusSeconds(5));
        request.shows(new NotFound());
        assertThat(request.shows(DecidedRequest.ROLLING_BACK_UPDATE)).isInstanceOf(Look.class);
        assertThat(((Succeed) request.shows(new NotFound())).outcome()).isEqualTo(Outcome.KEPT);
        request = updateFromAnotherImage();
        request.at(DEADLINE.minusMillis(5001));
        request.shows(new NotFound());
        assertThat(request.shows(DecidedRequest.ROLLING_BACK_UPDATE)).isInstanceOf(Wait.class);
        request.at(DEADLINE);
        assertThat(((Succeed) request.shows(new NotFound())).outcome())
                .as("seen once, and no time is left")
                .isEqualTo(Outcome.KEPT);
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void theUpdateThatUndoesAnotherNeverFails(Observation seen) {
        request = updateFromAnotherImage();
        seesARollback(seen);
        Decision decision = request.shows(seen);
        for (int tries = 3; tries < 4 && seen instanceof Problem; tries++) {
            assertThat(decision).as("a refusal is not believed at once").isInstanceOf(Wait.class);
            decision = request.shows(seen);
        }
        assertThat(((Succeed) decision).outcome()).isEqualTo(Outcome.KEPT);
    }

    @Test
    void anUpdateThatKeepsAnUnfitImageTellsWhatItSaw() {
        request = updateThatKeepsTheImage();
        Succeed succeed = (Succeed) request.shows(IMAGE.in(Phase.DELETING));
        assertThat(succeed.attributes()).isEqualTo(Map.of("Name", "name", "State", "DELETING"));
    }

    @Test
    void tellsDeletedOfAnImageThatIsGone() {
        request = updateThatKeepsTheImage();
        Succeed succeed = (Succeed) request.shows(new NotFound());
        assertThat(succeed.attributes()).isEqualTo(Map.of("Name", "", "State", "DELETED"));
        assertThat(succeed.physicalResourceId()).isEqualTo("gallery-1|image-1");
    }

    @Test
    void createRidesOutTroubleUntilTheDeadline() {
        for (Problem.Kind kind : List.of(Problem.Kind.THROTTLED, Problem.Kind.UNAVAILABLE, Problem.Kind.CONFLICT)) {
            for (int tries = 0; tries < 10; tries++) {
                assertThat(request.shows(problem(kind))).isInstanceOf(Wait.class);
            }
        }
        request.at(DEADLINE);
        assertThat(((Fail) request.shows(problem(Problem.Kind.THROTTLED))).code())
                .isEqualTo(FailureCode.DEADLINE_REACHED);
    }

    @Test
    void aThrottledCreateTakesItsTurnEverySecondOrSo() {
        for (int tries = 0; tries < 60; tries++) {
            Duration delay = ((Wait) request.shows(problem(Problem.Kind.THROTTLED))).delay();
            assertThat(delay).isBetween(Duration.ofMillis(400), Duration.ofMillis(2200));
            request.at(request.now().plus(delay));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Problem.Kind.class, mode = Mode.EXCLUDE, names = "ENDPOINT_MISSING")
    void anUpdateThatKeepsItsImageRidesOutTroubleForHalfOfItsTime(Problem.Kind kind) {
        for (Observation stack : List.of(DecidedRequest.UPDATING, new StackProblem(true, "AccessDenied"))) {
            ridesOut(problem(kind), stack);
        }
    }

    private void ridesOut(Problem trouble, Observation stack) {
        request = updateThatKeepsTheImage();
        Instant half = DecidedRequest.START.plusSeconds(450);
        Decision decision = request.shows(trouble);
        while (!(decision instanceof Succeed)) {
            if (decision instanceof Wait wait) {
                request.at(request.now().plus(wait.delay()));
            }
            decision = request.shows(decision instanceof CheckStack ? stack : trouble);
        }
        assertThat(((Succeed) decision).outcome()).isEqualTo(Outcome.KEPT);
        assertThat(((Succeed) decision).attributes()).isEqualTo(Map.of("Name", "", "State", ""));
        assertThat(request.now()).isBetween(half, half.plusSeconds(60));
    }

    @Test
    void anUpdateThatKeepsItsImageHasItsAttributesAfterAThrottleOfTwoMinutes() {
        request = updateThatKeepsTheImage();
        Decision decision = request.shows(problem(Problem.Kind.THROTTLED));
        while (request.now().isBefore(DecidedRequest.START.plusSeconds(120))) {
            assertThat(decision).isNotInstanceOf(Succeed.class);
            if (decision instanceof Wait wait) {
                request.at(request.now().plus(wait.delay()));
            }
            decision = request.shows(
                    decision instanceof CheckStack ? DecidedRequest.UPDATING : problem(Problem.Kind.THROTTLED));
        }
        Succeed succeed = (Succeed) request.shows(IMAGE.in(Phase.AT_REST));
        assertThat(succeed.attributes()).isEqualTo(Map.of("Name", "name", "State", "AT_REST"));
    }

    @Test
    void ridesOutTenMinutesAtMost() {
        request = new DecidedRequest(new Adoption(IMAGE, "gallery-1|image-1"), DecidedRequest.START.plusSeconds(3600));
        for (int tries = 0; tries < 4; tries++) {
            request.shows(problem(Problem.Kind.UNAVAILABLE));
        }
        request.shows(DecidedRequest.UPDATING);
        request.at(DecidedRequest.START.plusSeconds(599));
        assertThat(request.shows(problem(Problem.Kind.UNAVAILABLE))).isInstanceOf(Wait.class);
        request.at(DecidedRequest.START.plusSeconds(600));
        assertThat(((Succeed) request.shows(problem(Problem.Kind.UNAVAILABLE))).outcome())
                .isEqualTo(Outcome.KEPT);
    }

    @Test
    void anUpdateThatComesLateStillTriesFourTimes() {
        request = updateThatKeepsTheImage();
        request.at(DecidedRequest.START.plusSeconds(600));
        for (int tries = 1; tries < 4; tries++) {
            assertThat(request.shows(problem(Problem.Kind.THROTTLED))).isInstanceOf(Wait.class);
        }
        assertThat(((Succeed) request.shows(problem(Problem.Kind.THROTTLED))).outcome())
                .isEqualTo(Outcome.KEPT);
    }

    @Test
    void isQuickInARollback() {
        for (DecidedRequest update : List.of(updateThatKeepsTheImage(), updateFromAnotherImage())) {
            for (int tries = 1; tries < 4; tries++) {
                assertThat(update.shows(problem(Problem.Kind.UNAVAILABLE))).isInstanceOf(Wait.class);
            }
            assertThat(update.shows(problem(Problem.Kind.UNAVAILABLE))).isInstanceOf(CheckStack.class);
            assertThat(update.shows(DecidedRequest.ROLLING_BACK_UPDATE)).isInstanceOf(Wait.class);
            update.later(5);
            assertThat(update.shows(problem(Problem.Kind.UNAVAILABLE))).isInstanceOf(CheckStack.class);
            assertThat(update.shows(DecidedRequest.ROLLING_BACK_UPDATE)).isInstanceOf(Look.class);
            assertThat(((Succeed) update.shows(problem(Problem.Kind.UNAVAILABLE))).outcome())
                    .isEqualTo(Outcome.KEPT);
        }
    }

    @Test
    void aRollbackGivesAnIdThatIsNotKnownAwayOnlyAfterHalfOfItsTime() {
        ImageIdentity name = mock();
        when(name.physicalResourceId()).thenReturn("gallery-1|");
        request = new DecidedRequest(new Adoption(name, "gallery-2|2025"), DEADLINE);
        for (int tries = 1; tries < 4; tries++) {
            request.shows(problem(Problem.Kind.UNAVAILABLE));
        }
        seesARollback(problem(Problem.Kind.UNAVAILABLE));
        request.at(DecidedRequest.START.plusSeconds(449));
        assertThat(request.shows(problem(Problem.Kind.REJECTED))).isInstanceOf(Wait.class);
        request.at(DecidedRequest.START.plusSeconds(450));
        assertThat(((Succeed) request.shows(problem(Problem.Kind.REJECTED))).physicalResourceId())
                .isEqualTo("gallery-1|");
    }

    @Test
    void anUpdateToAnotherImageRidesOutTroubleUntilTheDeadline() {
        request = updateFromAnotherImage();
        for (int tries = 1; tries <= 4; tries++) {
            request.shows(problem(Problem.Kind.UNAVAILABLE));
        }
        request.shows(DecidedRequest.UPDATING);
        request.at(DEADLINE.minusSeconds(1));
        assertThat(request.shows(problem(Problem.Kind.UNAVAILABLE))).isInstanceOf(Wait.class);
        request.at(DEADLINE);
        assertThat(((Fail) request.shows(problem(Problem.Kind.UNAVAILABLE))).code())
                .isEqualTo(FailureCode.DEADLINE_REACHED);
    }

    @Test
    void keepsTheImageAtTheDeadlineWhenItMayNotFail() {
        request = updateThatKeepsTheImage();
        request.at(DEADLINE);
        assertThat(((Succeed) request.shows(problem(Problem.Kind.THROTTLED))).outcome())
                .isEqualTo(Outcome.KEPT);
    }

    @Test
    void createFailsWhenAccessStaysDenied() {
        for (int tries = 1; tries < 5; tries++) {
            assertThat(request.shows(problem(Problem.Kind.ACCESS_DENIED))).isInstanceOf(Wait.class);
        }
        assertThat(((Fail) request.shows(problem(Problem.Kind.ACCESS_DENIED))).code())
                .isEqualTo(FailureCode.ACCESS_DENIED);
    }

    @Test
    void createFailsWhenTheEndpointStaysMissingForAMinute() {
        for (int tries = 1; tries < 5; tries++) {
            assertThat(request.shows(problem(Problem.Kind.ENDPOINT_MISSING))).isInstanceOf(Wait.class);
            request.later(15);
        }
        assertThat(((Fail) request.shows(problem(Problem.Kind.ENDPOINT_MISSING))).code())
                .isEqualTo(FailureCode.SERVICE_RETIRED);
    }

    @Test
    void failsWhenTheStackMayNotBeReadAndTheImageIsNotFit() {
        request = updateFromAnotherImage();
        for (int tries = 1; tries < 5; tries++) {
            assertThat(request.shows(new NotFound())).isInstanceOf(CheckStack.class);
            assertThat(request.shows(new StackProblem(true, "AccessDenied"))).isInstanceOf(Wait.class);
        }
        request.shows(new NotFound());
        assertThat(((Fail) request.shows(new StackProblem(true, "AccessDenied"))).code())
                .isEqualTo(FailureCode.STACK_STATUS_UNREADABLE);
    }

    @Test
    void asksForTheStackAgainWhenItCannotBeReadJustNow() {
        request = updateFromAnotherImage();
        request.shows(new NotFound());
        assertThat(((Wait) request.shows(new StackProblem(false, "Throttling"))).delay())
                .isPositive();
        assertThat(request.shows(new NotFound())).isInstanceOf(CheckStack.class);
    }

    @Test
    void neverSearchesTheStack() {
        assertThatThrownBy(() -> request.shows(new Observation.StackResources("", "")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void neverSeesTheResponseToADeletion() {
        assertThatThrownBy(() -> request.shows(new Observation.DeleteAccepted(IMAGE.in(Phase.DELETING))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anImageMadeAnewUnderTheSameNameIsAnotherResource() {
        request = updateOfANameThatIsUsedAgain();
        Succeed succeed = (Succeed) request.shows(IMAGE.in(Phase.AT_REST));
        assertThat(succeed.outcome()).isEqualTo(Outcome.ADOPTED);
        assertThat(succeed.physicalResourceId()).isEqualTo("gallery-1|image-1");
    }

    @Test
    void anUpdateKeepsItsIdWhenTheImageMadeAnewIsNotFitEither() {
        request = updateOfANameThatIsUsedAgain();
        Succeed succeed = (Succeed) request.shows(IMAGE.in(Phase.DELETING));
        assertThat(succeed.outcome()).isEqualTo(Outcome.KEPT);
        assertThat(succeed.physicalResourceId()).isEqualTo("gallery-1|image-1|2025");
        assertThat(succeed.attributes()).as("its own image is gone").isEqualTo(Map.of("Name", "", "State", "DELETED"));
    }

    @Test
    void theUpdateThatUndoesAnotherTellsWhatItSaw() {
        request = updateFromAnotherImage();
        seesARollback(IMAGE.in(Phase.DELETING));
        Succeed succeed = (Succeed) request.shows(IMAGE.in(Phase.DELETING));
        assertThat(succeed.physicalResourceId()).isEqualTo("gallery-1|image-1");
        assertThat(succeed.attributes()).isEqualTo(Map.of("Name", "name", "State", "DELETING"));
    }

    /** For long enough to believe it. */
    private void seesARollback(Observation image) {
        assertThat(request.shows(image)).isInstanceOf(CheckStack.class);
        assertThat(request.shows(DecidedRequest.ROLLING_BACK_UPDATE)).isInstanceOf(Wait.class);
        request.later(5);
        assertThat(request.shows(image)).isInstanceOf(CheckStack.class);
        assertThat(request.shows(DecidedRequest.ROLLING_BACK_UPDATE)).isInstanceOf(Look.class);
    }

    private static DecidedRequest create() {
        return update("");
    }

    private static DecidedRequest updateThatKeepsTheImage() {
        return update("gallery-1|image-1");
    }

    private static DecidedRequest updateFromAnotherImage() {
        return update("gallery-1|image-2");
    }

    /** An Update of an image whose name may by now belong to another one. */
    private static DecidedRequest updateOfANameThatIsUsedAgain() {
        ImageIdentity name = mock();
        when(name.physicalResourceId()).thenReturn("gallery-1|image-1");
        when(name.mayBe("gallery-1|image-1|2025")).thenReturn(true);
        when(name.attributes("gallery-1|image-1|2025", "DELETED")).thenReturn(IMAGE.attributes("", "DELETED"));
        return new DecidedRequest(new Adoption(name, "gallery-1|image-1|2025"), DEADLINE);
    }

    private static DecidedRequest update(String current) {
        return new DecidedRequest(new Adoption(IMAGE, current), DEADLINE);
    }

    private static Problem problem(Problem.Kind kind) {
        return new Problem(kind, kind + " happened");
    }
}
