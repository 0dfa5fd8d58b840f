package io.github.streamingimage.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The goals of the report on performance that the virtual clock decides; the same seeds give the same figures everywhere. */
class PerformanceGoalsTest {

    private static final int SEEDS = 20;

    static Stream<Duration> deletions() {
        return WaitingSection.DELETIONS.stream();
    }

    @ParameterizedTest
    @MethodSource("deletions")
    void anAnswerIsLateByAtMostATenthOfTheDeletionOrASecond(Duration deletion) {
        assertThat(WaitingTrial.ofTheFunction(Waiting.DURABLE, deletion, SEEDS)
                        .lateBeyond()
                        .worst())
                .isLessThanOrEqualTo(0);
    }

    @Test
    void anAnswerIsNoLaterInline() {
        for (Duration deletion : List.of(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofMinutes(5))) {
            assertThat(WaitingTrial.ofTheFunction(Waiting.INLINE, deletion, SEEDS)
                            .lateBeyond()
                            .worst())
                    .isLessThanOrEqualTo(0);
        }
    }

    @Test
    void aDeletionOf55MinutesTakesAtMost130Calls() {
        assertThat(WaitingTrial.ofTheFunction(Waiting.DURABLE, Duration.ofMinutes(55), SEEDS)
                        .calls()
                        .worst())
                .isLessThanOrEqualTo(WaitingSection.MOST_CALLS);
    }

    @Test
    void anImageThatIsGoneSoonIsHeardOfBeforeAnyOtherWayOfWaitingWithFewCalls() {
        WaitingTrial ours = WaitingTrial.ofTheFunction(Waiting.DURABLE, Duration.ofSeconds(10), SEEDS);
        for (Rival rival : List.of(Rival.SDK_WAITER, Rival.CDK, Rival.CLOUDFORMATION, Rival.POLLER)) {
            assertThat(ours.product())
                    .as(rival.name())
                    .isLessThan(WaitingTrial.of(rival, Duration.ofSeconds(10), SEEDS)
                            .product());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFullStackIsDeletedInAtMostFiveQuartersOfTheFloor(Waiting waiting) {
        for (Duration deletion : ScaleSection.DELETIONS) {
            ScaleTrial trial = ScaleTrial.run(Scenario.IMAGES_PER_STACK, deletion, waiting, 1);
            assertThat(trial.undeleted()).as("deletions of %s", deletion).isZero();
            assertThat(trial.ratio().worst()).as("deletions of %s", deletion).isLessThanOrEqualTo(ScaleTrial.MOST);
        }
    }

    @Test
    void withoutARateLimitAStackIsDeletedAsQuicklyAsOneImage() {
        Duration deletion = Duration.ofMinutes(1);
        Scenario stack = new Scenario(100, deletion, java.util.Optional.empty(), Waiting.DURABLE, Latencies.USUAL, 1);
        Deletions deletions = VirtualStack.run(stack);
        assertThat(deletions.undeleted()).isZero();
        assertThat(deletions.throttled()).isZero();
        assertThat(deletions.total()).isLessThan(deletion.plusSeconds(8));
    }

    @Test
    void theStateMachineIsEnteredThreeTimesForEachPassAndOnceMore() {
        Deletions deletions =
                VirtualStack.run(Scenario.ofOne(Duration.ofSeconds(10), Waiting.DURABLE, Latencies.NONE, 1));
        int passes = deletions.billed().invocations() - 1;
        assertThat(deletions.transitions()).isEqualTo(3 * passes + 1);
    }
}
