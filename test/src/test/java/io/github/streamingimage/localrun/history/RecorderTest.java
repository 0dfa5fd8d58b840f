package io.github.streamingimage.localrun.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.emulator.cloudformation.RequestType;
import io.github.streamingimage.emulator.cloudformation.Violation;
import io.github.streamingimage.localrun.RecordedRun;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a recorder makes of the events of a run. */
class RecorderTest {

    private static final Parameters PARAMETERS =
            new Parameters(EmulatedService.NIMBLE_STUDIO, 2, Duration.ofSeconds(4), Optional.empty(), "inline", 1);

    private final RecordedRun events = new RecordedRun();
    private final Recorder recorder = new Recorder(RecordedRun.START, RecordedRun.images(2));

    @BeforeEach
    void listen() {
        events.tell(recorder);
    }

    @Test
    void givesEachStateTheTimeUntilTheNextOneOrTheEnd() {
        events.at(100).state(1, null, "READY").at(2_000).state(1, "READY", "DELETE_IN_PROGRESS");
        events.at(5_000).state(1, "DELETE_IN_PROGRESS", null).at(9_000);
        assertThat(image(1).states())
                .containsExactly(
                        span("READY", 100, 2_000),
                        span("DELETE_IN_PROGRESS", 2_000, 5_000),
                        span("GONE", 5_000, 9_000));
        assertThat(image(1).finalState()).isEqualTo("DELETED");
    }

    @Test
    void aChangeThatIsToldLateDoesNotGoBackInTime() {
        events.at(2_000)
                .state(1, null, "READY")
                .at(1_500)
                .state(1, "READY", "DELETE_IN_PROGRESS")
                .at(3_000);
        assertThat(image(1).states())
                .containsExactly(span("READY", 2_000, 2_000), span("DELETE_IN_PROGRESS", 2_000, 3_000));
    }

    @Test
    void anAnswerBelongsToTheImageAndTookTheTimeSinceItsRequest() {
        events.at(1_000).sent(1, RequestType.DELETE).at(1_100).sent(2, RequestType.DELETE);
        events.at(4_000).answered(2, RequestType.DELETE, "FAILED", "no");
        assertThat(image(2).deleteAnswer()).hasValueSatisfying(answer -> {
            assertThat(answer.took()).hasMillis(2_900);
            assertThat(answer.isSuccess()).isFalse();
            assertThat(answer.reason()).isEqualTo("no");
        });
        assertThat(image(1).deleteAnswer()).isEmpty();
    }

    @Test
    void theLastAnswerToADeleteCounts() {
        events.sent(1, RequestType.CREATE).answered(1, RequestType.CREATE, "SUCCESS", "");
        assertThat(image(1).deleteAnswer()).isEmpty();
        events.sent(1, RequestType.DELETE).answered(1, RequestType.DELETE, "FAILED", "");
        events.sent(1, RequestType.DELETE).answered(1, RequestType.DELETE, "SUCCESS", "");
        assertThat(image(1).deleteAnswer().map(ImageAnswer::status)).hasValue("SUCCESS");
    }

    @Test
    void tellsLooksFromCallsAndCountsWhatHadToBeRiddenOut() {
        events.look(1).throttle(1).look(1).delete(1).lostReply(1);
        events.decided(1, "WAIT", 1_000).processEnded(1);
        assertThat(image(1).looks()).isEqualTo(3);
        assertThat(image(1).requests()).filteredOn(ImageRequest::isDelete).hasSize(2);
        assertThat(image(1).setbacks()).isEqualTo(3);
        assertThat(image(1).requests().get(1).told()).isEqualTo("429 ThrottlingException");
        assertThat(image(1).requests().get(4).told()).isEqualTo("no response");
        assertThat(image(2).setbacks()).isZero();
    }

    @Test
    void aTimedOutInvocationIsOneInterruptionThoughItsProcessEndsToo() {
        events.decided(1, "WAIT", 1_000).timedOut(1).processEnded(1);
        assertThat(image(1).interruptions()).hasSize(1);
        events.decided(1, "WAIT", 1_000).processEnded(1);
        assertThat(image(1).interruptions()).hasSize(2);
    }

    @Test
    void aRunEndsWellOnlyWhenEveryImageIsDeletedAndEveryRuleKept() {
        for (int image = 1; image <= 2; image++) {
            events.state(image, null, "READY").sent(image, RequestType.DELETE).state(image, "READY", "DELETED");
        }
        events.answered(1, RequestType.DELETE, "SUCCESS", "");
        assertThat(run().problems())
                .containsExactly("image-2 is DELETED, and CloudFormation heard nothing of its deletion");
        events.answered(2, RequestType.DELETE, "SUCCESS", "");
        assertThat(run().endedWell()).isTrue();
        recorder.violated(new Violation("id", "Reason is missing"));
        assertThat(run().problems()).containsExactly("The function broke the protocol: Reason is missing");
    }

    @Test
    void aSuccessBeforeTheImageIsGoneFailsTheRunThoughItIsGoneInTheEnd() {
        play("DELETE_IN_PROGRESS");
        assertThat(run().problems())
                .containsExactly("CloudFormation heard SUCCESS of the deletion of image-1 before it was gone");
        assertThat(run().verdict()).startsWith("FAIL: CloudFormation heard SUCCESS of the deletion of image-1 before");
    }

    @Test
    void aRollbackMayRetainAnImageAndTheVerdictSaysSo() {
        play("ROLLBACK_IN_PROGRESS");
        assertThat(run().problems()).isEmpty();
        assertThat(run().verdict())
                .isEqualTo("PASS: 2 of 2 images are gone, each SUCCESS came after the image was gone,"
                        + " no ResponseURL leaked, and the rollback before left 1 of them alone");
    }

    /** CloudFormation hears SUCCESS for image 1 while it is READY and the stack is in this status, and again when it is deleted. */
    private void play(String status) {
        events.at(100).state(1, null, "READY").state(2, null, "DELETED").stack(status);
        events.at(1_000).sent(1, RequestType.DELETE).at(1_500).answered(1, RequestType.DELETE, "SUCCESS", "");
        events.concluded(1, RequestType.DELETE, status.contains("ROLLBACK") ? "RETAINED" : "DELETED");
        events.at(2_000).stack("DELETE_IN_PROGRESS").state(1, "READY", "DELETED");
        for (int image = 1; image <= 2; image++) {
            events.sent(image, RequestType.DELETE).answered(image, RequestType.DELETE, "SUCCESS", "");
        }
    }

    @Test
    void theVerdictNamesThreeProblemsAndCountsTheRest() {
        for (int i = 1; i <= 3; i++) {
            recorder.mishap("mishap " + i);
        }
        assertThat(run().verdict()).startsWith("FAIL: image-1 ").endsWith("; mishap 1; and 2 more");
    }

    private Run run() {
        return recorder.run(PARAMETERS, events.instant());
    }

    private ImageHistory image(int number) {
        return run().images().get(number - 1);
    }

    private static Span span(String state, long from, long until) {
        return new Span(state, Duration.ofMillis(from), Duration.ofMillis(until));
    }
}
