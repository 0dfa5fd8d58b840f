package io.github.streamingimage.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.deletion.Decision.CheckStack;
import io.github.streamingimage.deletion.Decision.Delete;
import io.github.streamingimage.deletion.Decision.Fail;
import io.github.streamingimage.deletion.Decision.Look;
import io.github.streamingimage.deletion.Decision.Succeed;
import io.github.streamingimage.deletion.Decision.Succeed.Outcome;
import io.github.streamingimage.deletion.Decision.Wait;
import io.github.streamingimage.deletion.Deletion.OnRollback;
import io.github.streamingimage.deletion.Deletion.OnServiceRetired;
import io.github.streamingimage.deletion.Observation.DeleteAccepted;
import io.github.streamingimage.deletion.Observation.NotFound;
import io.github.streamingimage.deletion.Observation.Problem;
import io.github.streamingimage.deletion.Observation.Problem.Kind;
import io.github.streamingimage.deletion.Observation.StackProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class DeletionTest {

    private static final String REQUEST_ID = "3b0a7c1e-2f7d-4b55-9d0e-0f5f2a1c9b11";
    private static final NamedImage IMAGE = new NamedImage("gallery-1|image-1");
    private static final Instant START = DecidedRequest.START;
    private static final Instant DEADLINE = START.plusSeconds(3600);

    private DecidedRequest request = request(OnRollback.RETAIN, OnServiceRetired.SUCCEED);

    @Test
    void succeedsWhenTheImageDoesNotExist() {
        assertThat(outcome(request.shows(new NotFound()))).isEqualTo(Outcome.DELETED);
    }

    @Test
    void succeedsWhenTheImageIsDeleted() {
        assertThat(outcome(request.shows(IMAGE.in(Phase.GONE)))).isEqualTo(Outcome.DELETED);
    }

    @Test
    void succeedsWhenTheImageVanishesBetweenTwoPolls() {
        accepted();
        request.later(1);
        assertThat(request.shows(IMAGE.in(Phase.DELETING))).isInstanceOf(Wait.class);
        request.later(1);
        assertThat(outcome(request.shows(new NotFound()))).isEqualTo(Outcome.DELETED);
    }

    @Test
    void succeedsWhenTheImageVanishesBeforeItsDeletionIsCalled() {
        request.whoseStackStaysInDeletion();
        request.shows(IMAGE.in(Phase.AT_REST));
        assertThat(outcome(request.shows(new NotFound()))).isEqualTo(Outcome.DELETED);
    }

    @Test
    void waitsForADeletionThatSomebodyElseBegan() {
        assertThat(request.shows(IMAGE.in(Phase.DELETING))).isInstanceOf(Wait.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"AT_REST", "DELETION_FAILED"})
    void deletesAnImageThatHasSettled(Phase phase) {
        request.whoseStackStaysInDeletion();
        assertThat(request.shows(IMAGE.in(phase))).isEqualTo(new Delete(REQUEST_ID + "-1", request.progress()));
    }

    @ParameterizedTest
    @EnumSource(names = {"BUSY", "UNKNOWN"})
    void waitsForAnImageThatHasNotSettled(Phase phase) {
        request.whoseStackStaysInDeletion();
        assertThat(request.shows(IMAGE.in(phase))).isInstanceOf(Wait.class);
    }

    @Test
    void asksForTheDeletionOfAnImageThatStaysInAStateNobodyKnows() {
        request.whoseStackStaysInDeletion();
        request.shows(IMAGE.in(Phase.UNKNOWN));
        request.later(119);
        assertThat(request.shows(IMAGE.in(Phase.UNKNOWN))).isInstanceOf(Wait.class);
        request.later(1);
        assertThat(token(request.shows(IMAGE.in(Phase.UNKNOWN)))).isEqualTo(REQUEST_ID + "-1");
        request.shows(accepting());
        request.later(119);
        assertThat(request.shows(IMAGE.in(Phase.UNKNOWN))).isInstanceOf(Wait.class);
        request.later(1);
        assertThat(token(request.shows(IMAGE.in(Phase.UNKNOWN)))).isEqualTo(REQUEST_ID + "-2");
        assertThat(code(request.shows(problem(Kind.REJECTED)))).isEqualTo(FailureCode.REQUEST_REJECTED);
    }

    @Test
    void asksSoonerWhenThereAreLessThanFourMinutes() {
        request = new DecidedRequest(
                        new Deletion(REQUEST_ID, Optional.empty(), IMAGE, OnRollback.RETAIN, OnServiceRetired.SUCCEED),
                        START.plusSeconds(48))
                .whoseStackStaysInDeletion();
        request.shows(IMAGE.in(Phase.UNKNOWN));
        request.later(23);
        assertThat(request.shows(IMAGE.in(Phase.UNKNOWN))).isInstanceOf(Wait.class);
        request.later(1);
        assertThat(token(request.shows(IMAGE.in(Phase.UNKNOWN)))).isEqualTo(REQUEST_ID + "-1");
    }

    @Test
    void countsTheTwoMinutesAnewWhenTheStateChanges() {
        request.whoseStackStaysInDeletion();
        request.shows(IMAGE.in(Phase.UNKNOWN));
        request.later(60);
        request.shows(IMAGE.in(Phase.BUSY));
        request.later(60);
        request.shows(IMAGE.in(Phase.UNKNOWN));
        request.later(60);
        assertThat(request.shows(IMAGE.in(Phase.UNKNOWN))).isInstanceOf(Wait.class);
    }

    @Test
    void checksTheStackBeforeTheFirstDeletion() {
        assertThat(request.shows(IMAGE.in(Phase.AT_REST))).isInstanceOf(CheckStack.class);
        assertThat(request.shows(DecidedRequest.DELETING)).isInstanceOf(Delete.class);
    }

    @Test
    void checksTheStackAgainBeforeADeletionThatIsRepeatedAfterALook() {
        request.shows(IMAGE.in(Phase.AT_REST));
        request.shows(DecidedRequest.DELETING);
        assertThat(request.shows(problem(Kind.UNAVAILABLE))).isInstanceOf(Wait.class);
        request.later(1);
        assertThat(request.shows(IMAGE.in(Phase.AT_REST))).isInstanceOf(CheckStack.class);
    }

    @Test
    void checksTheStackAgainBeforeAThrottledDeletionWhenTheLastCheckIsOld() {
        request.shows(IMAGE.in(Phase.AT_REST));
        request.shows(DecidedRequest.DELETING);
        request.shows(problem(Kind.THROTTLED));
        request.later(10);
        assertThat(request.begins()).isInstanceOf(Delete.class);
        request.at(request.now().plusMillis(1));
        assertThat(request.begins()).isInstanceOf(CheckStack.class);
        assertThat(request.shows(DecidedRequest.DELETING)).isInstanceOf(Delete.class);
        assertThat(request.shows(problem(Kind.REJECTED)))
                .as("it is still a repetition, before which nobody has looked")
                .isInstanceOf(Look.class);
    }

    @Test
    void deletesThoughTheStackRollsBackWhenToldTo() {
        request = request(OnRollback.DELETE, OnServiceRetired.SUCCEED);
        assertThat(request.shows(IMAGE.in(Phase.AT_REST))).isInstanceOf(CheckStack.class);
        assertThat(request.shows(DecidedRequest.ROLLING_BACK)).isInstanceOf(Delete.class);
    }

    @Test
    void retainsTheImageWhenTheStackIsRollingBack() {
        request.shows(IMAGE.in(Phase.AT_REST));
        request.shows(DecidedRequest.ROLLING_BACK);
        request.later(5);
        request.shows(IMAGE.in(Phase.AT_REST));
        Decision decision = request.shows(DecidedRequest.ROLLING_BACK);
        assertThat(outcome(decision)).isEqualTo(Outcome.RETAINED);
        assertThat(((Succeed) decision).physicalResourceId()).isEqualTo("gallery-1|image-1");
        assertThat(((Succeed) decision).attributes()).isEmpty();
        assertThat(decision.progress().image().state()).isEqualTo("AT_REST");
    }

    @Test
    void asksForTheStackAgainWhenItCannotBeRead() {
        request.shows(IMAGE.in(Phase.AT_REST));
        assertThat(request.shows(new StackProblem(false, "Throttling"))).isInstanceOf(Wait.class);
        assertThat(request.shows(IMAGE.in(Phase.AT_REST))).isInstanceOf(CheckStack.class);
    }

    @Test
    void failsRatherThanGuessesWhenTheStackMayNotBeRead() {
        Decision decision = request.shows(IMAGE.in(Phase.AT_REST));
        for (int tries = 1; tries < 5; tries++) {
            assertThat(request.shows(new StackProblem(true, "AccessDenied"))).isInstanceOf(Wait.class);
            decision = request.shows(IMAGE.in(Phase.AT_REST));
            assertThat(decision).isInstanceOf(CheckStack.class);
        }
        assertThat(code(request.shows(new StackProblem(true, "AccessDenied"))))
                .isEqualTo(FailureCode.STACK_STATUS_UNREADABLE);
    }

    @Test
    void takesAReadOfTheOldStateForStaleRightAfterTheDeletionWasAccepted() {
        accepted();
        request.later(1);
        assertThat(request.shows(IMAGE.in(Phase.AT_REST))).isInstanceOf(Wait.class);
    }

    @Test
    void asksAgainWithANewTokenWhenTheStateStays() {
        accepted();
        request.later(9);
        assertThat(request.shows(IMAGE.in(Phase.AT_REST))).isInstanceOf(Wait.class);
        request.later(1);
        assertThat(token(request.shows(IMAGE.in(Phase.AT_REST)))).isEqualTo(REQUEST_ID + "-2");
        request.shows(new DeleteAccepted(IMAGE.in(Phase.DELETING)));
        request.later(9);
        assertThat(request.shows(IMAGE.in(Phase.AT_REST))).isInstanceOf(Wait.class);
        request.later(1);
        assertThat(token(request.shows(IMAGE.in(Phase.AT_REST)))).isEqualTo(REQUEST_ID + "-3");
    }

    @Test
    void waitsTheLongerTheLongerAgoADeletionWasFirstAccepted() {
        accepted();
        request.later(600);
        request.shows(IMAGE.in(Phase.AT_REST));
        assertThat(delay(request.shows(new DeleteAccepted(IMAGE.in(Phase.DELETING)))))
                .as("a hundredth of the time since the first acceptance")
                .isBetween(5.7, 6.1);
    }

    @Test
    void takesAFailureFromBeforeForStaleRightAfterTheDeletionWasAccepted() {
        request.whoseStackStaysInDeletion();
        request.shows(IMAGE.failed(true, "INTERNAL", ""));
        request.later(1);
        request.shows(new DeleteAccepted(IMAGE.in(Phase.DELETING)));
        request.later(1);
        assertThat(request.shows(IMAGE.failed(false, "DENIED", ""))).isInstanceOf(Wait.class);
        request.later(9);
        assertThat(code(request.shows(IMAGE.failed(false, "DENIED", "")))).isEqualTo(FailureCode.DELETE_FAILED);
    }

    @Test
    void spacesItsTriesOutWhenTheDeletionFailsWithAnInternalError() {
        accepted();
        int attempt = 1;
        for (int pause : new int[] {5, 30, 120, 300}) {
            request.later(1);
            request.shows(IMAGE.in(Phase.DELETING));
            request.later(1);
            Instant failedAt = request.now();
            Decision decision = request.shows(IMAGE.failed(true, "INTERNAL", ""));
            while (decision instanceof Wait wait) {
                decision = waited(wait);
            }
            assertThat(Duration.between(failedAt, request.now())).isEqualTo(Duration.ofSeconds(pause));
            attempt++;
            assertThat(token(decision)).isEqualTo(REQUEST_ID + "-" + attempt);
            request.shows(new DeleteAccepted(IMAGE.in(Phase.DELETING)));
        }
        request.later(1);
        request.shows(IMAGE.in(Phase.DELETING));
        request.later(1);
        assertThat(code(request.shows(IMAGE.failed(true, "INTERNAL", "")))).isEqualTo(FailureCode.DELETE_FAILED);
    }

    @Test
    void ridesOutAnInternalOutageOfSixMinutes() {
        accepted();
        Instant over = START.plusSeconds(360);
        Decision decision = request.shows(IMAGE.failed(true, "INTERNAL", ""));
        while (request.now().isBefore(over)) {
            decision = decision instanceof Wait wait ? waited(wait) : request.shows(accepting());
        }
        while (!(decision instanceof Delete)) {
            decision = waited((Wait) decision);
        }
        assertThat(request.shows(accepting())).isInstanceOf(Wait.class);
        request.later(1);
        assertThat(outcome(request.shows(new NotFound()))).isEqualTo(Outcome.DELETED);
    }

    @Test
    void aReadThatWasStaleForMinutesLeavesEveryTryAfterAnInternalError() {
        accepted();
        for (int stale = 0; stale < 6; stale++) {
            request.later(10);
            assertThat(request.shows(IMAGE.in(Phase.AT_REST))).isInstanceOf(Delete.class);
            request.shows(accepting());
        }
        request.later(10);
        assertThat(request.shows(IMAGE.failed(true, "INTERNAL", ""))).isInstanceOf(Wait.class);
        request.later(5);
        assertThat(token(request.shows(IMAGE.failed(true, "INTERNAL", "")))).isEqualTo(REQUEST_ID + "-8");
    }

    @Test
    void failsAtOnceWhenTheNextTryWouldComeAfterTheDeadline() {
        accepted();
        request.at(DEADLINE.minusSeconds(4));
        request.shows(IMAGE.in(Phase.DELETING));
        assertThat(code(request.shows(IMAGE.failed(true, "INTERNAL", "")))).isEqualTo(FailureCode.DELETE_FAILED);
    }

    @Test
    void keepsTheNewTokenUntilTheServiceHasAcceptedIt() {
        accepted();
        request.later(60);
        request.shows(IMAGE.failed(true, "INTERNAL", ""));
        request.later(5);
        request.shows(IMAGE.failed(true, "INTERNAL", ""));
        request.shows(problem(Kind.THROTTLED));
        request.later(5);
        assertThat(token(request.begins())).isEqualTo(REQUEST_ID + "-2");
        request.shows(problem(Kind.UNAVAILABLE));
        request.later(5);
        assertThat(token(request.shows(IMAGE.failed(true, "INTERNAL", "")))).isEqualTo(REQUEST_ID + "-2");
    }

    @Test
    void failsWithStateCodeAndMessageWhenTheDeletionFailsForAnotherReason() {
        accepted();
        request.later(60);
        Decision decision = request.shows(IMAGE.failed(false, "DENIED", "the AMI is shared"));
        assertThat(((Fail) decision).detail())
                .contains("Image gallery-1|image-1", "DELETION_FAILED (DENIED)", "the AMI is shared");
        assertThat(code(decision)).isEqualTo(FailureCode.DELETE_FAILED);
    }

    @Test
    void waitsOutAConflictAndThenDeletes() {
        request.whoseStackStaysInDeletion();
        request.shows(IMAGE.in(Phase.AT_REST));
        assertThat(request.shows(problem(Kind.CONFLICT))).isInstanceOf(Wait.class);
        request.later(1);
        request.shows(IMAGE.in(Phase.BUSY));
        request.later(1);
        assertThat(((Delete) request.shows(IMAGE.in(Phase.AT_REST))).clientToken())
                .isEqualTo(REQUEST_ID + "-1");
    }

    @Test
    void tellsAtTheDeadlineWhatWasInTheWay() {
        request.whoseStackStaysInDeletion();
        request.shows(IMAGE.in(Phase.AT_REST));
        request.shows(new Problem(Kind.CONFLICT, "a fleet uses it"));
        request.at(DEADLINE);
        Decision decision = request.shows(IMAGE.in(Phase.AT_REST));
        assertThat(code(decision)).isEqualTo(FailureCode.DEADLINE_REACHED);
        assertThat(((Fail) decision).detail())
                .contains("AT_REST for 3600 s")
                .endsWith("last: the image is busy: a fleet uses it.");
    }

    @Test
    void tellsNothingThatWasInTheWayBeforeTheDeletionWasAccepted() {
        request.whoseStackStaysInDeletion();
        request.shows(IMAGE.in(Phase.AT_REST));
        request.shows(new Problem(Kind.CONFLICT, "a fleet uses it"));
        request.later(5);
        request.shows(IMAGE.in(Phase.AT_REST));
        request.shows(accepting());
        request.at(DEADLINE);
        assertThat(((Fail) request.shows(IMAGE.in(Phase.AT_REST))).detail()).doesNotContain("fleet");
    }

    @Test
    void backsOffFurtherWithEachFailureInARow() {
        for (int failures = 1; failures <= 3; failures++) {
            assertThat(request.shows(problem(Kind.UNAVAILABLE))).isInstanceOf(Wait.class);
            assertThat(request.progress().troubles().failures()).isEqualTo(failures);
        }
        request.shows(IMAGE.in(Phase.DELETING));
        assertThat(request.progress().troubles().failures()).isZero();
    }

    @Test
    void repeatsAThrottledDeletionWithoutAnotherLook() {
        request.whoseStackStaysInDeletion();
        Delete first = (Delete) request.shows(IMAGE.in(Phase.AT_REST));
        assertThat(request.begins()).as("the call is under way").isInstanceOf(Look.class);
        assertThat(request.shows(problem(Kind.THROTTLED))).isInstanceOf(Wait.class);
        assertThat(((Delete) request.begins()).clientToken()).isEqualTo(first.clientToken());
        request.shows(problem(Kind.THROTTLED));
        assertThat(request.begins()).isInstanceOf(Delete.class);
        assertThat(request.progress().image().looks()).isEqualTo(1);
        request.shows(new DeleteAccepted(IMAGE.in(Phase.DELETING)));
        assertThat(request.begins()).isInstanceOf(Look.class);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "THROTTLED")
    void looksAgainWhenARepeatedDeletionMeetsAnythingElse(Kind kind) {
        request.whoseStackStaysInDeletion();
        request.shows(IMAGE.in(Phase.AT_REST));
        request.shows(problem(Kind.THROTTLED));
        assertThat(request.shows(problem(kind))).isInstanceOf(kind == Kind.REJECTED ? Look.class : Wait.class);
        assertThat(request.begins()).isInstanceOf(Look.class);
    }

    @Test
    void failsWhenADeletionIsRejectedRightAfterTheLook() {
        request.whoseStackStaysInDeletion();
        request.shows(IMAGE.in(Phase.AT_REST));
        request.shows(problem(Kind.THROTTLED));
        request.shows(problem(Kind.REJECTED));
        request.shows(IMAGE.in(Phase.AT_REST));
        assertThat(code(request.shows(problem(Kind.REJECTED)))).isEqualTo(FailureCode.REQUEST_REJECTED);
    }

    @Test
    void looksOnceMoreInsteadOfRepeatingADeletionAtTheDeadline() {
        request.whoseStackStaysInDeletion();
        request.shows(IMAGE.in(Phase.AT_REST));
        request.shows(problem(Kind.THROTTLED));
        request.at(DEADLINE);
        assertThat(request.begins()).isInstanceOf(Look.class);
        assertThat(code(request.shows(problem(Kind.THROTTLED)))).isEqualTo(FailureCode.DEADLINE_REACHED);
    }

    @Test
    void triesEverySecondOrSoWhatItCannotGoOnWithout() {
        request.whoseStackStaysInDeletion();
        assertThat(delay(request.shows(problem(Kind.THROTTLED)))).isBetween(0.5, 1.5);
        request.shows(IMAGE.in(Phase.AT_REST));
        request.later(20);
        assertThat(delay(request.shows(problem(Kind.THROTTLED)))).isBetween(0.4, 2.2);
        for (int i = 1; i < 120; i++) {
            request.later(10);
            request.shows(problem(Kind.THROTTLED));
        }
        request.later(10);
        assertThat(delay(request.shows(problem(Kind.THROTTLED))))
                .as("an eightieth of the time, after 1,220 s")
                .isBetween(0.4 * 15.25, 2.2 * 15.25);
    }

    @Test
    void twoCallsInARowAreTriedTheLessOftenTheLongerTheServiceThrottles() {
        ImageIdentity looksFirst = new NamedImage(IMAGE.physicalResourceId(), true);
        Deletion deletion =
                new Deletion(REQUEST_ID, Optional.of(START), looksFirst, OnRollback.RETAIN, OnServiceRetired.SUCCEED);
        request = new DecidedRequest(deletion, DEADLINE).whoseStackStaysInDeletion();
        request.shows(IMAGE.in(Phase.AT_REST));
        assertThat(delay(request.shows(problem(Kind.THROTTLED)))).isBetween(0.5, 1.5);
        for (int i = 1; i < 14; i++) {
            request.later(10);
            request.shows(problem(Kind.THROTTLED));
        }
        request.later(10);
        assertThat(delay(request.shows(problem(Kind.THROTTLED))))
                .as("a seventh of the time, after 140 s")
                .isBetween(10.0, 30.0);
    }

    @Test
    void oneThrottledCallCostsTheResponseTwoSecondsAtMost() {
        request.whoseStackStaysInDeletion();
        assertThat(delay(request.shows(problem(Kind.THROTTLED)))).isBetween(0.5, 1.5);
        request.later(1);
        request.shows(IMAGE.in(Phase.AT_REST));
        assertThat(delay(request.shows(new DeleteAccepted(IMAGE.in(Phase.DELETING)))))
                .as("as if nothing had been throttled")
                .isEqualTo(1.0);
        request.later(29);
        assertThat(delay(request.shows(IMAGE.in(Phase.DELETING)))).isBetween(2.6, 2.9);
        request.later(2);
        assertThat(delay(request.shows(problem(Kind.THROTTLED))))
                .as("another one, half a minute later")
                .isBetween(0.5, 1.5);
    }

    @Test
    void looksRarelyAtAnImageThatIsOnlyWaitedForWhileTheServiceThrottles() {
        request.whoseStackStaysInDeletion();
        request.shows(problem(Kind.THROTTLED));
        request.shows(IMAGE.in(Phase.AT_REST));
        request.later(30);
        request.shows(problem(Kind.THROTTLED));
        request.later(30);
        request.shows(problem(Kind.THROTTLED));
        request.later(10);
        assertThat(delay(request.shows(new DeleteAccepted(IMAGE.in(Phase.DELETING)))))
                .as("four sevenths of the time it took to come so far")
                .isBetween(38.0, 42.0);
        request.later(35);
        assertThat(delay(request.shows(problem(Kind.THROTTLED))))
                .as("a fifth of 105 s")
                .isBetween(20.0, 22.0);
        request.later(35);
        assertThat(delay(request.shows(IMAGE.in(Phase.DELETING))))
                .as("a seventh of 140 s")
                .isBetween(19.0, 21.0);
    }

    @Test
    void looksAsOftenAsEverOnceNothingHasBeenThrottledForLongEnough() {
        accepted();
        request.later(100);
        assertThat(delay(request.shows(problem(Kind.THROTTLED)))).isBetween(0.5, 1.5);
        request.later(20);
        assertThat(delay(request.shows(problem(Kind.THROTTLED)))).isBetween(6.7, 7.3);
        request.later(20);
        assertThat(delay(request.shows(IMAGE.in(Phase.DELETING)))).isBetween(6.7, 7.3);
        assertThat(request.progress().troubles().throttling())
                .isEqualTo(new Throttling(START.plusSeconds(100), START.plusSeconds(120), 2));
        request.later(11);
        request.shows(IMAGE.in(Phase.DELETING));
        assertThat(request.progress().troubles().throttling()).isNull();
    }

    @Test
    void leavesTimeForMoreThanOneLookBeforeTheDeadlineWhileTheServiceThrottles() {
        request.whoseStackStaysInDeletion();
        request.shows(problem(Kind.THROTTLED));
        request.shows(IMAGE.in(Phase.AT_REST));
        while (request.now().isBefore(DEADLINE.minusSeconds(600))) {
            request.later(20);
            request.shows(problem(Kind.THROTTLED));
        }
        assertThat(delay(request.shows(new DeleteAccepted(IMAGE.in(Phase.DELETING)))))
                .isEqualTo(300.0);
        request.at(DEADLINE.minusSeconds(300));
        assertThat(delay(request.shows(problem(Kind.THROTTLED)))).isEqualTo(150.0);
        request.at(DEADLINE.minusSeconds(60));
        assertThat(delay(request.shows(IMAGE.in(Phase.DELETING)))).isEqualTo(30.0);
    }

    @Test
    void theTimeThatADeletionTookToBeAcceptedDoesNotCountAsWaitingForIt() {
        request.whoseStackStaysInDeletion();
        request.shows(IMAGE.in(Phase.AT_REST));
        request.later(300);
        request.shows(new DeleteAccepted(IMAGE.in(Phase.DELETING)));
        assertThat(delay(request.shows(IMAGE.in(Phase.AT_REST))))
                .as("a stale read")
                .isEqualTo(1.0);
    }

    @Test
    void ridesOutAnAccessDeniedThatPassesSoon() {
        for (int tries = 1; tries < 5; tries++) {
            assertThat(request.shows(problem(Kind.ACCESS_DENIED))).isInstanceOf(Wait.class);
        }
        assertThat(request.shows(IMAGE.in(Phase.AT_REST))).isInstanceOf(CheckStack.class);
    }

    @Test
    void failsWhenAccessStaysDeniedThoughTheImageCanBeRead() {
        request.whoseStackStaysInDeletion();
        for (int tries = 1; tries < 5; tries++) {
            request.shows(IMAGE.in(Phase.AT_REST));
            assertThat(request.shows(problem(Kind.ACCESS_DENIED))).isInstanceOf(Wait.class);
        }
        request.shows(IMAGE.in(Phase.AT_REST));
        assertThat(code(request.shows(problem(Kind.ACCESS_DENIED)))).isEqualTo(FailureCode.ACCESS_DENIED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"THROTTLED", "UNAVAILABLE", "CONFLICT"})
    void countsDenialsInARowOnly(Kind kind) {
        for (int times = 0; times < 10; times++) {
            assertThat(request.shows(problem(Kind.ACCESS_DENIED))).isInstanceOf(Wait.class);
            assertThat(request.shows(problem(kind))).isInstanceOf(Wait.class);
        }
    }

    @Test
    void takesAWholeMinuteForTheProof() {
        Instant first = request.now();
        Decision decision = request.shows(problem(Kind.ENDPOINT_MISSING));
        int words = 1;
        while (decision instanceof Wait wait) {
            assertThat(wait.delay()).as("longer than a cache remembers").isGreaterThanOrEqualTo(Duration.ofSeconds(15));
            request.at(request.now().plus(wait.delay()));
            decision = request.shows(problem(Kind.ENDPOINT_MISSING));
            words++;
        }
        assertThat(outcome(decision)).isEqualTo(Outcome.SERVICE_RETIRED);
        assertThat(words).isGreaterThanOrEqualTo(5);
        assertThat(Duration.between(first, request.now())).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(90));
    }

    @Test
    void fiveWordsWithinAMinuteProveNothing() {
        for (int words = 1; words <= 6; words++) {
            assertThat(request.shows(problem(Kind.ENDPOINT_MISSING))).isInstanceOf(Wait.class);
            request.later(10);
        }
        assertThat(outcome(request.shows(problem(Kind.ENDPOINT_MISSING)))).isEqualTo(Outcome.SERVICE_RETIRED);
    }

    @Test
    void failsAtOnceWhenTheRequestIsRejected() {
        assertThat(code(request.shows(problem(Kind.REJECTED)))).isEqualTo(FailureCode.REQUEST_REJECTED);
    }

    @Test
    void doesNotTakeTheServiceForRetiredWhenTheDeadlineLeavesNoTimeToProveIt() {
        request.at(DEADLINE.minusSeconds(8));
        Decision decision = request.shows(problem(Kind.ENDPOINT_MISSING));
        while (decision instanceof Wait wait) {
            request.at(request.now().plus(wait.delay()));
            decision = request.shows(problem(Kind.ENDPOINT_MISSING));
        }
        assertThat(code(decision)).isEqualTo(FailureCode.DEADLINE_REACHED);
    }

    @Test
    void failsForARetiredServiceWhenAskedTo() {
        request = request(OnRollback.RETAIN, OnServiceRetired.FAIL);
        for (int looks = 1; looks < 5; looks++) {
            request.shows(problem(Kind.ENDPOINT_MISSING));
            request.later(15);
        }
        assertThat(code(request.shows(problem(Kind.ENDPOINT_MISSING)))).isEqualTo(FailureCode.SERVICE_RETIRED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            mode = Mode.EXCLUDE,
            names = {"ENDPOINT_MISSING", "REJECTED"})
    void countsMissingNamesAnewAfterAnyOtherResponse(Kind kind) {
        for (int looks = 1; looks < 5; looks++) {
            request.shows(problem(Kind.ENDPOINT_MISSING));
            request.later(15);
        }
        request.shows(problem(kind));
        assertThat(request.shows(problem(Kind.ENDPOINT_MISSING))).isNotInstanceOf(Succeed.class);
    }

    @Test
    void neverWaitsPastTheDeadline() {
        request.at(DEADLINE.minusMillis(400));
        assertThat(((Wait) request.shows(IMAGE.in(Phase.DELETING))).delay()).isEqualTo(Duration.ofMillis(400));
    }

    @Test
    void tellsTheStateLastSeenAndForHowLongAtTheDeadline() {
        accepted();
        request.later(5);
        request.shows(IMAGE.in(Phase.DELETING));
        request.at(DEADLINE);
        Decision decision = request.shows(problem(Kind.THROTTLED));
        assertThat(((Fail) decision).detail())
                .contains(
                        "Image gallery-1|image-1",
                        "DELETING for 3595 s",
                        "in 3 looks",
                        "was not settled in 3600 s",
                        "THROTTLED happened");
        assertThat(code(decision)).isEqualTo(FailureCode.DEADLINE_REACHED);
    }

    @Test
    void succeedsAtTheDeadlineWhenTheImageIsGone() {
        request.at(DEADLINE.plusSeconds(5));
        assertThat(outcome(request.shows(new NotFound()))).isEqualTo(Outcome.DELETED);
    }

    @Test
    void deletesNothingAfterTheDeadline() {
        request.at(DEADLINE);
        assertThat(code(request.shows(IMAGE.in(Phase.AT_REST)))).isEqualTo(FailureCode.DEADLINE_REACHED);
    }

    @Test
    void deletesNothingWhenTheDeadlinePassesWhileTheStackIsChecked() {
        request.shows(IMAGE.in(Phase.AT_REST));
        request.at(DEADLINE);
        assertThat(code(request.shows(DecidedRequest.DELETING))).isEqualTo(FailureCode.DEADLINE_REACHED);
    }

    @Test
    void doesTheSameWorkWithTheSameTokenAfterACrash() {
        accepted();
        request.startsOver();
        request.later(30);
        request.shows(IMAGE.in(Phase.AT_REST));
        assertThat(request.shows(DecidedRequest.DELETING)).isEqualTo(new Delete(REQUEST_ID + "-1", request.progress()));
    }

    private static DecidedRequest request(OnRollback onRollback, OnServiceRetired onServiceRetired) {
        return new DecidedRequest(
                new Deletion(REQUEST_ID, Optional.of(START), IMAGE, onRollback, onServiceRetired), DEADLINE);
    }

    private static DeleteAccepted accepting() {
        return new DeleteAccepted(IMAGE.in(Phase.DELETING));
    }

    /** The service is asked again after the wait, and says that it has failed. */
    private Decision waited(Wait wait) {
        request.at(request.now().plus(wait.delay()));
        return request.shows(IMAGE.failed(true, "INTERNAL", ""));
    }

    private static String token(Decision decision) {
        assertThat(decision).isInstanceOf(Delete.class);
        return ((Delete) decision).clientToken();
    }

    private static double delay(Decision decision) {
        return ((Wait) decision).delay().toMillis() / 1000.0;
    }

    private void accepted() {
        request.whoseStackStaysInDeletion();
        request.shows(IMAGE.in(Phase.AT_REST));
        request.shows(new DeleteAccepted(IMAGE.in(Phase.DELETING)));
    }

    private static Problem problem(Kind kind) {
        return new Problem(kind, kind + " happened");
    }

    private static Outcome outcome(Decision decision) {
        assertThat(decision).isInstanceOf(Succeed.class);
        return ((Succeed) decision).outcome();
    }

    private static FailureCode code(Decision decision) {
        assertThat(decision).isInstanceOf(Fail.class);
        return ((Fail) decision).code();
    }
}
