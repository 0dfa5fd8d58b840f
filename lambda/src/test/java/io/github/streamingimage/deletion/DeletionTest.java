package io.github.streamingimage.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.deletion.Decision.CheckStack;
import io.github.streamingimage.deletion.Decision.Delete;
import io.github.streamingimage.deletion.Decision.Fail;
import io.github.streamingimage.deletion.Decision.Succeed;
import io.github.streamingimage.deletion.Decision.Succeed.Outcome;
import io.github.streamingimage.deletion.Decision.Wait;
import io.github.streamingimage.deletion.Deletion.OnRollback;
import io.github.streamingimage.deletion.Deletion.OnServiceRetired;
import io.github.streamingimage.deletion.Observation.DeleteAccepted;
import io.github.streamingimage.deletion.Observation.Image;
import io.github.streamingimage.deletion.Observation.NotFound;
import io.github.streamingimage.deletion.Observation.Problem;
import io.github.streamingimage.deletion.Observation.Problem.Kind;
import io.github.streamingimage.deletion.Observation.Stack;
import io.github.streamingimage.deletion.Observation.StackProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class DeletionTest {

    private static final String REQUEST_ID = "3b0a7c1e-2f7d-4b55-9d0e-0f5f2a1c9b11";
    private static final ImageId IMAGE = new ImageId("studio-1", "image-1");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant DEADLINE = START.plusSeconds(3600);

    private static final Stack SETTLED = new Stack(false, Optional.empty(), "DELETE_IN_PROGRESS");

    private final RandomGenerator random = new SplittableRandom(1);
    private Instant now = START;
    private boolean stackSettled;
    private Progress progress = Progress.start(START, DEADLINE);
    private Deletion deletion = new Deletion(REQUEST_ID, IMAGE, OnRollback.RETAIN, OnServiceRetired.SUCCEED);

    @Test
    void succeedsWhenTheImageDoesNotExist() {
        assertThat(outcome(decide(new NotFound()))).isEqualTo(Outcome.DELETED);
    }

    @Test
    void succeedsWhenTheImageIsDeleted() {
        assertThat(outcome(decide(image(ImageState.DELETED)))).isEqualTo(Outcome.DELETED);
    }

    @Test
    void succeedsWhenTheImageVanishesBetweenTwoPolls() {
        accepted();
        later(1);
        assertThat(decide(image(ImageState.DELETE_IN_PROGRESS))).isInstanceOf(Wait.class);
        later(1);
        assertThat(outcome(decide(new NotFound()))).isEqualTo(Outcome.DELETED);
    }

    @Test
    void succeedsWhenTheImageVanishesBeforeItsDeletionIsCalled() {
        settled();
        decide(image(ImageState.READY));
        assertThat(outcome(decide(new NotFound()))).isEqualTo(Outcome.DELETED);
    }

    @Test
    void waitsForADeletionThatSomebodyElseBegan() {
        assertThat(decide(image(ImageState.DELETE_IN_PROGRESS))).isInstanceOf(Wait.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"READY", "CREATE_FAILED", "UPDATE_FAILED", "DELETE_FAILED"})
    void deletesAnImageThatHasSettled(ImageState state) {
        settled();
        assertThat(decide(image(state))).isEqualTo(new Delete(REQUEST_ID + "-1", progress));
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATE_IN_PROGRESS", "UPDATE_IN_PROGRESS", "UNKNOWN"})
    void waitsForAnImageThatHasNotSettled(ImageState state) {
        settled();
        assertThat(decide(image(state))).isInstanceOf(Wait.class);
    }

    @Test
    void checksTheStackBeforeTheFirstDeletion() {
        assertThat(decide(image(ImageState.READY))).isInstanceOf(CheckStack.class);
        assertThat(decide(new Stack(false, Optional.empty(), "DELETE_IN_PROGRESS")))
                .isInstanceOf(Delete.class);
    }

    @Test
    void checksTheStackAgainBeforeADeletionThatIsRepeatedAfterALook() {
        decide(image(ImageState.READY));
        decide(SETTLED);
        assertThat(decide(problem(Kind.UNAVAILABLE))).isInstanceOf(Wait.class);
        later(1);
        assertThat(decide(image(ImageState.READY))).isInstanceOf(CheckStack.class);
        assertThat(outcome(decide(new Stack(true, Optional.empty(), "UPDATE_ROLLBACK_IN_PROGRESS"))))
                .isEqualTo(Outcome.RETAINED);
    }

    @Test
    void checksTheStackAgainBeforeAThrottledDeletionWhenTheLastCheckIsOld() {
        decide(image(ImageState.READY));
        decide(SETTLED);
        decide(problem(Kind.THROTTLED));
        now = now.plus(Deletion.STACK_HOLDS);
        assertThat(due()).containsInstanceOf(Delete.class);
        now = now.plusMillis(1);
        Decision check = due().orElseThrow();
        assertThat(check).isInstanceOf(CheckStack.class);
        progress = check.progress();
        assertThat(decide(SETTLED)).isInstanceOf(Delete.class);
        assertThat(decide(problem(Kind.REJECTED)))
                .as("it is still a repetition, before which nobody has looked")
                .isInstanceOf(Wait.class);
    }

    @Test
    void deletesThoughTheStackRollsBackWhenToldTo() {
        deletion = new Deletion(REQUEST_ID, IMAGE, OnRollback.DELETE, OnServiceRetired.SUCCEED);
        assertThat(decide(image(ImageState.READY))).isInstanceOf(Delete.class);
        decide(problem(Kind.THROTTLED));
        later(60);
        assertThat(due()).containsInstanceOf(Delete.class);
    }

    @Test
    void retainsTheImageWhenTheStackIsRollingBack() {
        decide(image(ImageState.READY));
        Decision decision = decide(new Stack(true, Optional.empty(), "ROLLBACK_IN_PROGRESS"));
        assertThat(outcome(decision)).isEqualTo(Outcome.RETAINED);
        assertThat(((Succeed) decision).image().state()).isEqualTo("READY");
    }

    @Test
    void deletesNothingForARequestThatALaterOperationHasOvertaken() {
        decide(image(ImageState.READY));
        Instant later = START.plus(Deletion.SAME_OPERATION).plusMillis(1);
        Decision decision = decide(new Stack(false, Optional.of(later), "stack is DELETE_COMPLETE"));
        assertThat(code(decision)).isEqualTo(FailureCode.REQUEST_OVERTAKEN);
        assertThat(((Fail) decision).reason()).contains("stack is DELETE_COMPLETE");
    }

    @Test
    void deletesForTheOperationThatTheRequestBelongsTo() {
        decide(image(ImageState.READY));
        Instant sameSecond = START.plus(Deletion.SAME_OPERATION);
        assertThat(decide(new Stack(false, Optional.of(sameSecond), "DELETE_IN_PROGRESS")))
                .isInstanceOf(Delete.class);
    }

    @Test
    void doesNotAskForTheStackWhenARollbackIsToDelete() {
        deletion = new Deletion(REQUEST_ID, IMAGE, OnRollback.DELETE, OnServiceRetired.SUCCEED);
        assertThat(decide(image(ImageState.READY))).isInstanceOf(Delete.class);
    }

    @Test
    void asksForTheStackAgainWhenItCannotBeRead() {
        decide(image(ImageState.READY));
        assertThat(decide(new StackProblem(false, "Throttling"))).isInstanceOf(Wait.class);
        assertThat(decide(image(ImageState.READY))).isInstanceOf(CheckStack.class);
    }

    @Test
    void failsRatherThanGuessesWhenTheStackMayNotBeRead() {
        Decision decision = decide(image(ImageState.READY));
        for (int tries = 1; tries < Situation.TRIES; tries++) {
            assertThat(decide(new StackProblem(true, "AccessDenied"))).isInstanceOf(Wait.class);
            decision = decide(image(ImageState.READY));
            assertThat(decision).isInstanceOf(CheckStack.class);
        }
        assertThat(code(decide(new StackProblem(true, "AccessDenied")))).isEqualTo(FailureCode.STACK_STATUS_UNREADABLE);
    }

    @Test
    void takesAReadOfTheOldStateForStaleRightAfterTheDeletionWasAccepted() {
        accepted();
        later(1);
        assertThat(decide(image(ImageState.READY))).isInstanceOf(Wait.class);
    }

    @Test
    void callsAgainWithTheSameTokenWhenTheStateStays() {
        accepted();
        now = now.plus(Deletion.STALE_READ);
        Decision decision = decide(image(ImageState.READY));
        assertThat(((Delete) decision).clientToken()).isEqualTo(REQUEST_ID + "-1");
    }

    @Test
    void takesAFailureFromBeforeForStaleRightAfterTheDeletionWasAccepted() {
        settled();
        decide(image(ImageState.DELETE_FAILED, "INTERNAL_ERROR"));
        later(1);
        decide(new DeleteAccepted(image(ImageState.DELETE_IN_PROGRESS)));
        later(1);
        assertThat(decide(image(ImageState.DELETE_FAILED, "ACCESS_DENIED"))).isInstanceOf(Wait.class);
        now = now.plus(Deletion.STALE_READ);
        assertThat(code(decide(image(ImageState.DELETE_FAILED, "ACCESS_DENIED"))))
                .isEqualTo(FailureCode.DELETE_FAILED);
    }

    @Test
    void triesAgainWithANewTokenWhenTheDeletionFailsWithAnInternalError() {
        accepted();
        for (int attempt = 2; attempt <= Deletion.MAX_ATTEMPTS; attempt++) {
            later(60);
            Decision decision = decide(image(ImageState.DELETE_FAILED, "INTERNAL_ERROR"));
            assertThat(((Delete) decision).clientToken()).isEqualTo(REQUEST_ID + "-" + attempt);
            decide(new DeleteAccepted(image(ImageState.DELETE_IN_PROGRESS)));
            later(1);
            decide(image(ImageState.DELETE_IN_PROGRESS));
        }
        later(60);
        assertThat(code(decide(image(ImageState.DELETE_FAILED, "INTERNAL_ERROR"))))
                .isEqualTo(FailureCode.DELETE_FAILED);
    }

    @Test
    void keepsTheNewTokenUntilTheServiceHasAcceptedIt() {
        accepted();
        later(60);
        decide(image(ImageState.DELETE_FAILED, "INTERNAL_ERROR"));
        decide(problem(Kind.THROTTLED));
        later(5);
        Decision decision = decide(image(ImageState.DELETE_FAILED, "INTERNAL_ERROR"));
        assertThat(((Delete) decision).clientToken()).isEqualTo(REQUEST_ID + "-2");
    }

    @Test
    void failsWithStateCodeAndMessageWhenTheDeletionFailsForAnotherReason() {
        accepted();
        later(60);
        Decision decision = decide(new Image(
                ImageState.DELETE_FAILED, "DELETE_FAILED", "ACCESS_DENIED", "the AMI is shared", ImageAttributes.NONE));
        assertThat(((Fail) decision).reason())
                .startsWith("[DELETE_FAILED] ")
                .contains("studio-1|image-1", "DELETE_FAILED (ACCESS_DENIED)", "the AMI is shared");
    }

    @Test
    void waitsOutAConflictAndThenDeletes() {
        settled();
        decide(image(ImageState.READY));
        assertThat(decide(problem(Kind.CONFLICT))).isInstanceOf(Wait.class);
        later(1);
        decide(image(ImageState.UPDATE_IN_PROGRESS));
        later(1);
        assertThat(((Delete) decide(image(ImageState.READY))).clientToken()).isEqualTo(REQUEST_ID + "-1");
    }

    @Test
    void backsOffFurtherWithEachSetbackInARow() {
        for (int setbacks = 1; setbacks <= 3; setbacks++) {
            assertThat(decide(problem(Kind.UNAVAILABLE))).isInstanceOf(Wait.class);
            assertThat(progress.setbacks()).isEqualTo(setbacks);
        }
        decide(image(ImageState.DELETE_IN_PROGRESS));
        assertThat(progress.setbacks()).isZero();
    }

    @Test
    void repeatsAThrottledDeletionWithoutAnotherLook() {
        settled();
        Delete first = (Delete) decide(image(ImageState.READY));
        assertThat(due()).as("the call is under way").isEmpty();
        assertThat(decide(problem(Kind.THROTTLED))).isInstanceOf(Wait.class);
        assertThat(due())
                .hasValueSatisfying(
                        due -> assertThat(((Delete) due).clientToken()).isEqualTo(first.clientToken()));
        decide(problem(Kind.THROTTLED));
        assertThat(due()).isPresent();
        assertThat(progress.looks()).isEqualTo(1);
        decide(new DeleteAccepted(image(ImageState.DELETE_IN_PROGRESS)));
        assertThat(due()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "THROTTLED")
    void looksAgainWhenARepeatedDeletionMeetsAnythingElse(Kind kind) {
        settled();
        decide(image(ImageState.READY));
        decide(problem(Kind.THROTTLED));
        assertThat(decide(problem(kind))).isInstanceOf(Wait.class);
        assertThat(due()).isEmpty();
    }

    @Test
    void failsWhenADeletionIsRejectedRightAfterTheLook() {
        settled();
        decide(image(ImageState.READY));
        decide(problem(Kind.THROTTLED));
        decide(problem(Kind.REJECTED));
        decide(image(ImageState.READY));
        assertThat(code(decide(problem(Kind.REJECTED)))).isEqualTo(FailureCode.REQUEST_REJECTED);
    }

    @Test
    void looksOnceMoreInsteadOfRepeatingADeletionAtTheDeadline() {
        settled();
        decide(image(ImageState.READY));
        decide(problem(Kind.THROTTLED));
        now = DEADLINE;
        assertThat(due()).isEmpty();
        assertThat(code(decide(problem(Kind.THROTTLED)))).isEqualTo(FailureCode.DEADLINE_REACHED);
    }

    @Test
    void triesEverySecondOrSoWhatItCannotGoOnWithout() {
        settled();
        assertThat(delay(decide(problem(Kind.THROTTLED)))).isBetween(0.4, 2.2);
        decide(image(ImageState.READY));
        later(60);
        assertThat(delay(decide(problem(Kind.THROTTLED)))).isBetween(0.4, 2.2);
    }

    @Test
    void looksRarelyAtAnImageThatIsOnlyWaitedForWhileTheServiceThrottles() {
        settled();
        decide(problem(Kind.THROTTLED));
        decide(image(ImageState.READY));
        later(30);
        decide(problem(Kind.THROTTLED));
        later(30);
        decide(problem(Kind.THROTTLED));
        later(10);
        assertThat(delay(decide(new DeleteAccepted(image(ImageState.DELETE_IN_PROGRESS)))))
                .as("four sevenths of the time it took to come so far")
                .isBetween(38.0, 42.0);
        later(35);
        assertThat(delay(decide(problem(Kind.THROTTLED))))
                .as("a fifth of 105 s")
                .isBetween(20.0, 22.0);
        later(35);
        assertThat(delay(decide(image(ImageState.DELETE_IN_PROGRESS))))
                .as("a seventh of 140 s")
                .isBetween(19.0, 21.0);
    }

    @Test
    void looksAsOftenAsEverOnceNothingHasBeenThrottledForLongEnough() {
        accepted();
        later(100);
        assertThat(delay(decide(problem(Kind.THROTTLED)))).isBetween(8.0, 10.0);
        later(20);
        assertThat(delay(decide(problem(Kind.THROTTLED)))).isBetween(9.0, 12.0);
        later(20);
        assertThat(delay(decide(image(ImageState.DELETE_IN_PROGRESS)))).isBetween(11.0, 14.0);
        assertThat(progress.throttling()).isEqualTo(new Throttling(START.plusSeconds(100), START.plusSeconds(120)));
        later(11);
        decide(image(ImageState.DELETE_IN_PROGRESS));
        assertThat(progress.throttling()).isNull();
    }

    @Test
    void leavesTimeForMoreThanOneLookBeforeTheDeadlineWhileTheServiceThrottles() {
        settled();
        decide(problem(Kind.THROTTLED));
        decide(image(ImageState.READY));
        while (now.isBefore(DEADLINE.minusSeconds(600))) {
            later(20);
            decide(problem(Kind.THROTTLED));
        }
        assertThat(delay(decide(new DeleteAccepted(image(ImageState.DELETE_IN_PROGRESS)))))
                .isEqualTo(300.0);
        now = DEADLINE.minusSeconds(300);
        assertThat(delay(decide(problem(Kind.THROTTLED)))).isEqualTo(150.0);
        now = DEADLINE.minusSeconds(60);
        assertThat(delay(decide(image(ImageState.DELETE_IN_PROGRESS)))).isEqualTo(30.0);
    }

    @Test
    void theTimeThatADeletionTookToBeAcceptedDoesNotCountAsWaitingForIt() {
        settled();
        decide(image(ImageState.READY));
        later(300);
        decide(new DeleteAccepted(image(ImageState.DELETE_IN_PROGRESS)));
        assertThat(delay(decide(image(ImageState.READY)))).as("a stale read").isEqualTo(1.0);
    }

    @Test
    void ridesOutAnAccessDeniedThatPassesSoon() {
        for (int tries = 1; tries < Situation.TRIES; tries++) {
            assertThat(decide(problem(Kind.ACCESS_DENIED))).isInstanceOf(Wait.class);
        }
        assertThat(decide(image(ImageState.READY))).isInstanceOf(CheckStack.class);
    }

    @Test
    void failsWhenAccessStaysDeniedThoughTheImageCanBeRead() {
        settled();
        for (int tries = 1; tries < Situation.TRIES; tries++) {
            decide(image(ImageState.READY));
            assertThat(decide(problem(Kind.ACCESS_DENIED))).isInstanceOf(Wait.class);
        }
        decide(image(ImageState.READY));
        assertThat(code(decide(problem(Kind.ACCESS_DENIED)))).isEqualTo(FailureCode.ACCESS_DENIED);
    }

    @Test
    void failsAtOnceWhenTheRequestIsRejected() {
        assertThat(code(decide(problem(Kind.REJECTED)))).isEqualTo(FailureCode.REQUEST_REJECTED);
    }

    @Test
    void takesTheServiceForRetiredOnlyWhenItsNameStaysMissing() {
        Duration waited = Duration.ZERO;
        for (int looks = 1; looks < Situation.TRIES; looks++) {
            waited = waited.plus(((Wait) decide(problem(Kind.ENDPOINT_MISSING))).delay());
        }
        assertThat(waited).as("longer than a JVM remembers a missing name").isGreaterThan(Duration.ofSeconds(10));
        assertThat(outcome(decide(problem(Kind.ENDPOINT_MISSING)))).isEqualTo(Outcome.SERVICE_RETIRED);
    }

    @Test
    void doesNotTakeTheServiceForRetiredWhenTheDeadlineLeavesNoTimeToProveIt() {
        now = DEADLINE.minusSeconds(8);
        Decision decision = decide(problem(Kind.ENDPOINT_MISSING));
        while (decision instanceof Wait wait) {
            now = now.plus(wait.delay());
            decision = decide(problem(Kind.ENDPOINT_MISSING));
        }
        assertThat(code(decision)).isEqualTo(FailureCode.DEADLINE_REACHED);
    }

    @Test
    void failsForARetiredServiceWhenAskedTo() {
        deletion = new Deletion(REQUEST_ID, IMAGE, OnRollback.RETAIN, OnServiceRetired.FAIL);
        for (int looks = 1; looks < Situation.TRIES; looks++) {
            decide(problem(Kind.ENDPOINT_MISSING));
        }
        assertThat(code(decide(problem(Kind.ENDPOINT_MISSING)))).isEqualTo(FailureCode.SERVICE_RETIRED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            mode = Mode.EXCLUDE,
            names = {"ENDPOINT_MISSING", "REJECTED"})
    void countsMissingNamesAnewAfterAnyOtherAnswer(Kind kind) {
        for (int looks = 1; looks < Situation.TRIES; looks++) {
            decide(problem(Kind.ENDPOINT_MISSING));
        }
        decide(problem(kind));
        assertThat(decide(problem(Kind.ENDPOINT_MISSING))).isNotInstanceOf(Succeed.class);
    }

    @Test
    void neverWaitsPastTheDeadline() {
        now = DEADLINE.minusMillis(400);
        assertThat(((Wait) decide(image(ImageState.DELETE_IN_PROGRESS))).delay())
                .isEqualTo(Duration.ofMillis(400));
    }

    @Test
    void tellsTheStateLastSeenAndForHowLongAtTheDeadline() {
        accepted();
        later(5);
        decide(image(ImageState.DELETE_IN_PROGRESS));
        now = DEADLINE;
        Decision decision = decide(problem(Kind.THROTTLED));
        assertThat(((Fail) decision).reason())
                .startsWith("[DEADLINE_REACHED] ")
                .contains("DELETE_IN_PROGRESS for 3595 s", "was not settled in 3600 s", "THROTTLED happened");
    }

    @Test
    void succeedsAtTheDeadlineWhenTheImageIsGone() {
        now = DEADLINE.plusSeconds(5);
        assertThat(outcome(decide(new NotFound()))).isEqualTo(Outcome.DELETED);
    }

    @Test
    void deletesNothingAfterTheDeadline() {
        now = DEADLINE;
        assertThat(code(decide(image(ImageState.READY)))).isEqualTo(FailureCode.DEADLINE_REACHED);
    }

    @Test
    void deletesNothingWhenTheDeadlinePassesWhileTheStackIsChecked() {
        decide(image(ImageState.READY));
        now = DEADLINE;
        assertThat(code(decide(new Stack(false, Optional.empty(), "DELETE_IN_PROGRESS"))))
                .isEqualTo(FailureCode.DEADLINE_REACHED);
    }

    @Test
    void doesTheSameWorkWithTheSameTokenAfterACrash() {
        accepted();
        progress = Progress.start(START, DEADLINE);
        later(30);
        decide(image(ImageState.READY));
        assertThat(decide(new Stack(false, Optional.empty(), "DELETE_IN_PROGRESS")))
                .isEqualTo(new Delete(REQUEST_ID + "-1", progress));
    }

    private Decision decide(Observation seen) {
        Decision decision = deletion.decide(seen, progress, now, random);
        progress = decision.progress();
        return decision instanceof CheckStack && stackSettled ? decide(SETTLED) : decision;
    }

    private Optional<Decision> due() {
        return deletion.due(progress, now);
    }

    private static double delay(Decision decision) {
        return ((Wait) decision).delay().toMillis() / 1000.0;
    }

    /** Whenever it is asked for, the stack does not roll back. */
    private void settled() {
        stackSettled = true;
    }

    private void accepted() {
        settled();
        decide(image(ImageState.READY));
        decide(new DeleteAccepted(image(ImageState.DELETE_IN_PROGRESS)));
    }

    private void later(long seconds) {
        now = now.plusSeconds(seconds);
    }

    private static Image image(ImageState state) {
        return image(state, "");
    }

    private static Image image(ImageState state, String statusCode) {
        return new Image(state, state.name(), statusCode, "", ImageAttributes.NONE);
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
