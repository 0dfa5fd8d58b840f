package io.github.streamingimage.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.benchmark.ThrottleTrial.Throttled;
import io.github.streamingimage.simulation.Latencies;
import io.github.streamingimage.simulation.Scenario;
import io.github.streamingimage.simulation.Scenario.Operation;
import io.github.streamingimage.simulation.ScenarioResult;
import io.github.streamingimage.simulation.ServiceKind;
import io.github.streamingimage.simulation.Usage;
import io.github.streamingimage.simulation.WaitingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The goals of the report on performance that the virtual clock decides; the same seeds give the same figures everywhere. */
@Execution(ExecutionMode.CONCURRENT)
class PerformanceGoalsTest {

    private static final int SEEDS = 20;

    static Stream<Duration> deletions() {
        return WaitingSection.DELETIONS.stream();
    }

    @ParameterizedTest
    @MethodSource("deletions")
    void aResponseIsLateByAtMostATenthOfTheDeletionAndByFiveSecondsOrAHundredth(Duration deletion) {
        assertThat(WaitingTrial.ofTheFunction(WaitingMode.DURABLE, deletion, SEEDS)
                        .lateBeyond()
                        .worst())
                .isLessThanOrEqualTo(0);
    }

    @Test
    void aResponseIsNoLaterInline() {
        for (Duration deletion : List.of(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofMinutes(5))) {
            assertThat(WaitingTrial.ofTheFunction(WaitingMode.INLINE, deletion, SEEDS)
                            .lateBeyond()
                            .worst())
                    .isLessThanOrEqualTo(0);
        }
    }

    @Test
    void aDeletionOf55MinutesTakesAtMost320Calls() {
        assertThat(WaitingTrial.callsInUsualTime(Duration.ofMinutes(55), SEEDS).worst())
                .isLessThanOrEqualTo(320);
    }

    @Test
    void anImageThatIsGoneSoonIsHeardOfBeforeAnyOtherWayOfWaitingWithFewCalls() {
        WaitingTrial ours = WaitingTrial.ofTheFunction(WaitingMode.DURABLE, Duration.ofSeconds(10), SEEDS);
        for (Rival rival : List.of(Rival.SDK_WAITER, Rival.CDK, Rival.CLOUDFORMATION, Rival.POLLER)) {
            assertThat(ours.product())
                    .as(rival.name())
                    .isLessThan(WaitingTrial.of(rival, Duration.ofSeconds(10), SEEDS)
                            .product());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFullStackIsDeletedInAtMostFiveQuartersOfTheFloor(WaitingMode waiting) {
        for (Duration deletion : ScaleSection.DELETIONS) {
            ScaleTrial trial = ScaleTrial.deletions(Scenario.IMAGES_PER_STACK, deletion, waiting, 1);
            assertThat(trial.failed()).as("deletions of %s", deletion).isZero();
            assertThat(trial.ratio().worst()).as("deletions of %s", deletion).isLessThanOrEqualTo(ScaleTrial.MOST);
        }
    }

    static Stream<Arguments> servicesAndModes() {
        return Stream.of(ServiceKind.values())
                .flatMap(service -> Stream.of(WaitingMode.values()).map(waiting -> Arguments.of(service, waiting)));
    }

    @ParameterizedTest
    @MethodSource("servicesAndModes")
    void aFullStackIsCreatedInAtMostFiveQuartersOfTheFloorWithOneAnsweredCallForEachImage(
            ServiceKind service, WaitingMode waiting) {
        ScaleTrial trial = ScaleTrial.run(service, Operation.CREATE, 500, waiting, 1);
        assertThat(trial.failed()).isZero();
        assertThat(trial.ratio().worst()).isLessThanOrEqualTo(1.25);
        assertThat(trial.perImage(Usage::calls)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("servicesAndModes")
    void aFullStackIsUpdatedInAtMostFiveQuartersOfTheFloor(ServiceKind service, WaitingMode waiting) {
        ScaleTrial trial = ScaleTrial.run(service, Operation.UPDATE, 500, waiting, 1);
        assertThat(trial.failed()).isZero();
        assertThat(trial.ratio().worst()).isLessThanOrEqualTo(1.25);
    }

    @Test
    void aStackIsCreatedUpdatedAndDeletedInOneLife() {
        List<ScaleTrial> stages = OtherOperations.life(ServiceKind.NIMBLE_STUDIO, 100, WaitingMode.DURABLE);
        assertThat(stages)
                .extracting(ScaleTrial::operation)
                .containsExactly(Operation.CREATE, Operation.UPDATE, Operation.DELETE);
        assertThat(stages).extracting(ScaleTrial::failed).containsOnly(0);
        assertThat(stages).allSatisfy(stage -> assertThat(stage.ratio().worst()).isLessThanOrEqualTo(1.5));
    }

    /** Every Delete reads every page of resources, so a full stack, which the report has, takes eleven times as long to simulate. */
    @ParameterizedTest
    @CsvSource({"NIMBLE_STUDIO, INLINE", "APPSTREAM, DURABLE"})
    void aStackIsRenamedWithoutLosingAnImageWithinTwoMinutes(ServiceKind service, WaitingMode waiting) {
        ScaleTrial trial = OtherOperations.renamed(service, 150, waiting, 1);
        assertThat(trial.failed()).isZero();
        assertThat(trial.runs().get(0).lateness()).as("deleted").isEmpty();
        assertThat(trial.totals().worst()).isLessThanOrEqualTo(120);
    }

    /** Each deletion of AppStream's takes a look right before it: two calls in a row that get through. */
    @ParameterizedTest
    @EnumSource
    void aHundredImagesOfAppStreamAreDeletedInAtMostTwiceTheFloor(WaitingMode waiting) {
        List<ScaleTrial> stages = OtherOperations.life(ServiceKind.APPSTREAM, 100, waiting);
        assertThat(stages).extracting(ScaleTrial::failed).containsOnly(0);
        assertThat(stages.get(2).ratio().worst()).isLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void oneThrottledCallMakesAResponseLaterByAtMostTwoSeconds(MeasuredService service) {
        for (Duration deletion : ThrottleSection.DELETIONS) {
            Map<Throttled, Samples> all = ThrottleTrial.all(service, deletion, 10);
            double without = all.get(Throttled.NONE).worst();
            all.forEach((throttled, late) -> assertThat(late.worst())
                    .as("%s, %s", deletion, throttled.text())
                    .isLessThanOrEqualTo(without + 2));
        }
    }

    @Test
    void withoutARateLimitAStackIsDeletedAsQuicklyAsOneImage() {
        Duration deletion = Duration.ofMinutes(1);
        ScenarioResult result = new Scenario(
                        ServiceKind.NIMBLE_STUDIO,
                        Operation.DELETE,
                        100,
                        deletion,
                        Optional.empty(),
                        Optional.empty(),
                        WaitingMode.DURABLE,
                        Latencies.USUAL,
                        1)
                .run();
        assertThat(result.failed()).isZero();
        assertThat(result.usage().throttled()).isZero();
        assertThat(result.total()).isLessThan(deletion.plusSeconds(8));
    }

    @Test
    void theStateMachineIsEnteredThreeTimesForEachPassAndOnceMore() {
        Usage usage = Scenario.ofOne(Duration.ofSeconds(10), WaitingMode.DURABLE, Latencies.NONE, 1)
                .run()
                .usage();
        int passes = usage.invocations() - 1;
        assertThat(usage.transitions()).isEqualTo(3 * passes + 1);
    }
}
