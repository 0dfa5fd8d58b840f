package io.github.streamingimage.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.deletion.Decision.CheckDeclarations;
import io.github.streamingimage.deletion.Decision.CheckStack;
import io.github.streamingimage.deletion.Decision.Delete;
import io.github.streamingimage.deletion.Decision.Fail;
import io.github.streamingimage.deletion.Decision.Look;
import io.github.streamingimage.deletion.Decision.Succeed;
import io.github.streamingimage.deletion.Decision.Succeed.Outcome;
import io.github.streamingimage.deletion.Decision.Wait;
import io.github.streamingimage.deletion.Deletion.OnRollback;
import io.github.streamingimage.deletion.Deletion.OnServiceRetired;
import io.github.streamingimage.deletion.Observation.Problem;
import io.github.streamingimage.deletion.Observation.Problem.Kind;
import io.github.streamingimage.deletion.Observation.Stack;
import io.github.streamingimage.deletion.Observation.StackProblem;
import io.github.streamingimage.deletion.Observation.StackResources;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose deletion it is: what a Delete makes of its stack, before the image is touched. */
class DeletionGuardTest {

    private static final NamedImage IMAGE = new NamedImage("gallery-1|image-1");
    private static final Instant START = DecidedRequest.START;
    private static final Instant DEADLINE = START.plusSeconds(3600);
    private static final Stack ALONE =
            new Stack(StackStanding.DELETING_ALONE, Optional.empty(), "stack is DELETE_IN_PROGRESS");
    private static final StackProblem THROTTLED = new StackProblem(false, "Throttling");

    private DecidedRequest request = request(OnRollback.RETAIN);

    @ParameterizedTest
    @EnumSource(OnRollback.class)
    void waitsWhileTheStackIsInNoOperationThatDeletes(OnRollback onRollback) {
        request = request(onRollback);
        for (int looks = 0; looks < 20; looks++) {
            assertThat(request.shows(IMAGE.in(Phase.AT_REST))).isInstanceOf(CheckStack.class);
            Wait wait = (Wait) request.shows(DecidedRequest.UPDATING);
            assertThat(wait.cause()).isEqualTo("stack is UPDATE_IN_PROGRESS, which deletes nothing");
            request.later(1);
        }
        request.at(DEADLINE);
        assertThat(code(request.shows(IMAGE.in(Phase.AT_REST)))).isEqualTo(FailureCode.DEADLINE_REACHED);
    }

    @ParameterizedTest
    @EnumSource(OnRollback.class)
    void deletesNothingForARequestThatALaterOperationHasOvertaken(OnRollback onRollback) {
        request = request(onRollback);
        seesTheImageAndAsksForTheStack();
        Instant later = START.plusMillis(2001);
        Decision decision = request.shows(new Stack(StackStanding.DELETING, Optional.of(later), "stack is what it is"));
        assertThat(code(decision)).isEqualTo(FailureCode.REQUEST_OVERTAKEN);
        assertThat(((Fail) decision).detail()).contains("stack is what it is");
    }

    @ParameterizedTest
    @EnumSource(OnRollback.class)
    void deletesNothingForAStackThatIsGone(OnRollback onRollback) {
        request = request(onRollback);
        seesTheImageAndAsksForTheStack();
        Decision decision =
                request.shows(new Stack(StackStanding.GONE, Optional.of(START), "stack is DELETE_COMPLETE"));
        assertThat(code(decision)).isEqualTo(FailureCode.REQUEST_OVERTAKEN);
    }

    @Test
    void deletesForTheOperationThatTheRequestBelongsTo() {
        seesTheImageAndAsksForTheStack();
        Instant sameSecond = START.plusMillis(2000);
        assertThat(request.shows(new Stack(StackStanding.DELETING, Optional.of(sameSecond), "DELETE_IN_PROGRESS")))
                .isInstanceOf(Delete.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {-600, 0, 600})
    void theFunctionsOwnClockSaysNothingAboutThat(long skew) {
        Stack stack = new Stack(StackStanding.DELETING, Optional.of(START), "DELETE_IN_PROGRESS");
        request.at(START.plusSeconds(skew));
        seesTheImageAndAsksForTheStack();
        assertThat(request.shows(stack)).isInstanceOf(Delete.class);
        Stack later = new Stack(StackStanding.DELETING, Optional.of(START.plusSeconds(3)), "DELETE_IN_PROGRESS");
        request = request(OnRollback.RETAIN);
        request.at(START.plusSeconds(skew));
        seesTheImageAndAsksForTheStack();
        assertThat(code(request.shows(later))).isEqualTo(FailureCode.REQUEST_OVERTAKEN);
    }

    @Test
    void nothingOvertakesARequestOfWhichNobodyKnowsWhenItWasIssued() {
        request = request(OnRollback.RETAIN, Optional.empty());
        seesTheImageAndAsksForTheStack();
        Stack stack = new Stack(StackStanding.DELETING, Optional.of(START.plusSeconds(900)), "DELETE_IN_PROGRESS");
        assertThat(request.shows(stack)).isInstanceOf(Delete.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = StackStanding.class,
            names = {"ROLLING_BACK", "ROLLING_BACK_UPDATE"})
    void retainsInEveryRollbackThatIsStillSeenAfterFiveSeconds(StackStanding standing) {
        Stack rollback = new Stack(standing, Optional.empty(), "stack is rolling back");
        seesTheImageAndAsksForTheStack();
        Wait wait = (Wait) request.shows(rollback);
        assertThat(wait.delay()).isEqualTo(Duration.ofSeconds(5));
        assertThat(wait.cause()).isEqualTo("stack is rolling back, to be seen once more");
        request.at(START.plusMillis(4999));
        seesTheImageAndAsksForTheStack();
        assertThat(((Wait) request.shows(rollback)).delay()).isEqualTo(Duration.ofMillis(1));
        request.later(3);
        assertThat(request.shows(new Problem(Kind.UNAVAILABLE, "HTTP 503"))).isInstanceOf(Wait.class);
        request.at(START.plusSeconds(5));
        seesTheImageAndAsksForTheStack();
        assertThat(outcome(request.shows(rollback))).isEqualTo(Outcome.RETAINED);
    }

    @Test
    void deletesWhenTheRollbackThatWasSeenHadEndedBefore() {
        seesTheImageAndAsksForTheStack();
        assertThat(request.shows(DecidedRequest.ROLLING_BACK_UPDATE)).isInstanceOf(Wait.class);
        request.later(5);
        seesTheImageAndAsksForTheStack();
        assertThat(request.shows(DecidedRequest.DELETING)).isInstanceOf(Delete.class);
    }

    @Test
    void retainsAtOnceWhenThereIsNoTimeToSeeTheRollbackTwice() {
        request.at(DEADLINE.minusSeconds(5));
        seesTheImageAndAsksForTheStack();
        assertThat(outcome(request.shows(DecidedRequest.ROLLING_BACK))).isEqualTo(Outcome.RETAINED);
        request = request(OnRollback.RETAIN);
        request.at(DEADLINE.minusMillis(5001));
        seesTheImageAndAsksForTheStack();
        assertThat(request.shows(DecidedRequest.ROLLING_BACK)).isInstanceOf(Wait.class);
    }

    @Test
    void deletesUnderAnAncestorAtRestOnlyWhatIsStillToGoAfterFiveSeconds() {
        seesTheImageAndAsksForTheStack();
        assertThat(((Wait) request.shows(ALONE)).delay()).isEqualTo(Duration.ofSeconds(5));
        request.later(5);
        seesTheImageAndAsksForTheStack();
        assertThat(request.shows(ALONE)).isInstanceOf(Delete.class);
        request = request(OnRollback.RETAIN);
        seesTheImageAndAsksForTheStack();
        request.shows(DecidedRequest.ROLLING_BACK);
        request.later(5);
        seesTheImageAndAsksForTheStack();
        assertThat(request.shows(ALONE)).as("another standing than before").isInstanceOf(Wait.class);
        request.later(5);
        seesTheImageAndAsksForTheStack();
        assertThat(code(request.shows(new Stack(StackStanding.GONE, Optional.of(START), "DELETE_COMPLETE"))))
                .isEqualTo(FailureCode.REQUEST_OVERTAKEN);
    }

    @Test
    void deletesNothingUnderAnAncestorAtRestWhenThereIsNoTimeToSeeItTwice() {
        request.at(DEADLINE.minusSeconds(3));
        seesTheImageAndAsksForTheStack();
        assertThat(((Wait) request.shows(ALONE)).delay()).isEqualTo(Duration.ofSeconds(3));
        request.at(DEADLINE);
        assertThat(code(request.shows(IMAGE.in(Phase.AT_REST)))).isEqualTo(FailureCode.DEADLINE_REACHED);
    }

    @Test
    void aRollbackThatDeletesIsNotWaitedFor() {
        request = request(OnRollback.DELETE);
        seesTheImageAndAsksForTheStack();
        assertThat(request.shows(ALONE)).isInstanceOf(Delete.class);
    }

    @Test
    void aClockThatGoesBackMakesARequestWaitForFiveSecondsOnly() {
        seesTheImageAndAsksForTheStack();
        request.shows(DecidedRequest.ROLLING_BACK);
        request.at(START.minusSeconds(300));
        seesTheImageAndAsksForTheStack();
        assertThat(((Wait) request.shows(DecidedRequest.ROLLING_BACK)).delay()).isEqualTo(Duration.ofSeconds(5));
        request.later(5);
        seesTheImageAndAsksForTheStack();
        assertThat(outcome(request.shows(DecidedRequest.ROLLING_BACK))).isEqualTo(Outcome.RETAINED);
    }

    @Test
    void looksForAnotherDeclarationInACleanUp() {
        seesTheCleanUpAndAsksForTheDeclarations();
        assertThat(request.shows(new StackResources("", ""))).isInstanceOf(Delete.class);
    }

    @Test
    void leavesAnImageThatAnotherResourceDeclares() {
        seesTheCleanUpAndAsksForTheDeclarations();
        assertThat(page(request.shows(new StackResources("", "page 2")))).isEqualTo("page 2");
        Succeed succeed = (Succeed) request.shows(new StackResources("Renamed", "page 3"));
        assertThat(succeed.outcome()).isEqualTo(Outcome.STILL_DECLARED);
        assertThat(succeed.physicalResourceId()).isEqualTo("gallery-1|image-1");
    }

    @Test
    void looksForAnotherDeclarationAlsoWhereARollbackIsToDelete() {
        request = request(OnRollback.DELETE);
        seesTwice(DecidedRequest.ROLLING_BACK_UPDATE);
        assertThat(outcome(request.shows(new StackResources("Renamed", "")))).isEqualTo(Outcome.STILL_DECLARED);
    }

    @Test
    void asksForNoDeclarationWhenTheWholeStackGoes() {
        seesTheImageAndAsksForTheStack();
        assertThat(request.shows(DecidedRequest.DELETING)).isInstanceOf(Delete.class);
        request = request(OnRollback.DELETE);
        seesTheImageAndAsksForTheStack();
        assertThat(request.shows(DecidedRequest.ROLLING_BACK)).isInstanceOf(Delete.class);
    }

    @Test
    void goesOnWithThePageThatWasThrottledAndReadsNoneTwice() {
        seesTheCleanUpAndAsksForTheDeclarations();
        request.shows(new StackResources("", "page 2"));
        assertThat(request.shows(THROTTLED)).isInstanceOf(Wait.class);
        request.later(20);
        assertThat(page(request.begins())).isEqualTo("page 2");
        assertThat(page(request.shows(new StackResources("", "page 3")))).isEqualTo("page 3");
        assertThat(request.shows(new StackResources("", "")))
                .as("the stack was looked at long ago")
                .isInstanceOf(CheckStack.class);
        assertThat(request.shows(DecidedRequest.CLEANING_UP))
                .as("all pages have been read")
                .isInstanceOf(Delete.class);
        assertThat(request.shows(new Problem(Kind.REJECTED, "no")))
                .as("the image was looked at long ago")
                .isInstanceOf(Look.class);
    }

    @Test
    void beginsTheSearchAnewWhenAPageCannotBeReadAnyMore() {
        seesTheCleanUpAndAsksForTheDeclarations();
        request.shows(new StackResources("", "page 2"));
        for (int tries = 0; tries < 6; tries++) {
            assertThat(page(request.begins())).isEqualTo("page 2");
            request.shows(new StackProblem(false, "ValidationError: the token has expired"));
            request.later(45);
        }
        assertThat(page(request.begins())).isEmpty();
    }

    @Test
    void doesNotReadPagesForEver() {
        Decision decision = seesTheCleanUpAndAsksForTheDeclarations();
        int pages = 0;
        while (decision instanceof CheckDeclarations) {
            decision = request.shows(new StackResources("", "page again"));
            pages++;
        }
        assertThat(decision).isInstanceOf(Wait.class);
        assertThat(pages).isEqualTo(50);
    }

    @Test
    void failsRatherThanGuessesWhenTheResourcesMayNotBeRead() {
        seesTheCleanUpAndAsksForTheDeclarations();
        for (int tries = 1; tries < 5; tries++) {
            assertThat(request.shows(new StackProblem(true, "AccessDenied"))).isInstanceOf(Wait.class);
            assertThat(request.begins()).isInstanceOf(CheckDeclarations.class);
        }
        assertThat(code(request.shows(new StackProblem(true, "AccessDenied"))))
                .isEqualTo(FailureCode.STACK_STATUS_UNREADABLE);
    }

    @Test
    void looksAtTheImageInsteadOfTheNextPageAtTheDeadline() {
        seesTheCleanUpAndAsksForTheDeclarations();
        request.shows(THROTTLED);
        request.at(DEADLINE);
        assertThat(request.begins()).isInstanceOf(Look.class);
    }

    @Test
    void deletesNothingWhenTheDeadlinePassesWhilePagesAreRead() {
        seesTheCleanUpAndAsksForTheDeclarations();
        request.at(DEADLINE);
        assertThat(code(request.shows(new StackResources("", "")))).isEqualTo(FailureCode.DEADLINE_REACHED);
        request = request(OnRollback.RETAIN);
        seesTheCleanUpAndAsksForTheDeclarations();
        request.at(DEADLINE);
        assertThat(code(request.shows(new StackResources("", "page 2"))))
                .as("with pages left")
                .isEqualTo(FailureCode.DEADLINE_REACHED);
    }

    private void seesTheImageAndAsksForTheStack() {
        assertThat(request.shows(IMAGE.in(Phase.AT_REST))).isInstanceOf(CheckStack.class);
    }

    private Decision seesTheCleanUpAndAsksForTheDeclarations() {
        Decision decision = seesTwice(DecidedRequest.CLEANING_UP);
        assertThat(page(decision)).isEmpty();
        return decision;
    }

    /** Another resource that declares the image may only just have come to be listed. */
    private Decision seesTwice(Stack stack) {
        seesTheImageAndAsksForTheStack();
        assertThat(((Wait) request.shows(stack)).delay()).isEqualTo(Duration.ofSeconds(5));
        request.later(5);
        seesTheImageAndAsksForTheStack();
        return request.shows(stack);
    }

    private static String page(Decision decision) {
        assertThat(decision).isInstanceOf(CheckDeclarations.class);
        return ((CheckDeclarations) decision).page();
    }

    private static Outcome outcome(Decision decision) {
        assertThat(decision).isInstanceOf(Succeed.class);
        return ((Succeed) decision).outcome();
    }

    private static FailureCode code(Decision decision) {
        assertThat(decision).isInstanceOf(Fail.class);
        return ((Fail) decision).code();
    }

    private static DecidedRequest request(OnRollback onRollback) {
        return request(onRollback, Optional.of(START));
    }

    private static DecidedRequest request(OnRollback onRollback, Optional<Instant> issuedAt) {
        return new DecidedRequest(
                new Deletion("request-1", issuedAt, IMAGE, onRollback, OnServiceRetired.SUCCEED), DEADLINE);
    }
}
