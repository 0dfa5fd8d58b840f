package io.github.streamingimage.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.deletion.Decision.Act;
import io.github.streamingimage.deletion.Decision.CheckDeclarations;
import io.github.streamingimage.deletion.Decision.CheckStack;
import io.github.streamingimage.deletion.Decision.Delete;
import io.github.streamingimage.deletion.Decision.Wait;
import io.github.streamingimage.deletion.Deletion.OnRollback;
import io.github.streamingimage.deletion.Deletion.OnServiceRetired;
import io.github.streamingimage.deletion.Observation.DeleteAccepted;
import io.github.streamingimage.deletion.Observation.Problem;
import io.github.streamingimage.deletion.Observation.Problem.Kind;
import io.github.streamingimage.deletion.Observation.StackProblem;
import io.github.streamingimage.deletion.Observation.StackResources;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How many passes a request of an hour makes that is never settled. Step Functions allows an execution 25,000 events of history, and a
 * round (Wait, Task, Choice) takes nine of them, so that 2,500 passes leave a tenth of it.
 */
class HistoryTest {

    private static final NamedImage IMAGE = new NamedImage("gallery-1|image-1");
    private static final Instant START = DecidedRequest.START;
    private static final Instant DEADLINE = START.plusSeconds(3570);
    private static final int MOST_PASSES = 2_500;
    private static final int MOST_ACTS_A_PASS = 200;

    /** Each shows to an act what is worst about it, given how many acts there have been. */
    static Stream<Arguments> services() {
        return Stream.of(
                Arguments.of("the state alternates", service((act, acts) -> phase(acts, Phase.BUSY, Phase.UNKNOWN))),
                Arguments.of("accepted, and at rest for ever", service((act, acts) -> IMAGE.in(Phase.AT_REST))),
                Arguments.of(
                        "at rest and deleting by turns",
                        service((act, acts) -> phase(acts, Phase.AT_REST, Phase.DELETING))),
                Arguments.of("always throttled", service((act, acts) -> problem(Kind.THROTTLED))),
                Arguments.of(
                        "throttled and denied by turns",
                        service((act, acts) -> problem(acts % 2 == 0 ? Kind.THROTTLED : Kind.ACCESS_DENIED))),
                Arguments.of(
                        "denied and failing by turns",
                        service((act, acts) -> problem(acts % 2 == 0 ? Kind.UNAVAILABLE : Kind.ACCESS_DENIED))),
                Arguments.of("a deletion that is always in conflict", (Function<RandomGenerator, Service>)
                        random -> (act, acts) -> act instanceof Delete
                                ? problem(Kind.CONFLICT)
                                : act instanceof CheckStack
                                        ? DecidedRequest.DELETING
                                        : phase(acts / 3, Phase.AT_REST, Phase.DELETION_FAILED)),
                Arguments.of("a deletion that is always throttled", (Function<RandomGenerator, Service>)
                        random -> (act, acts) -> act instanceof Delete
                                ? problem(Kind.THROTTLED)
                                : act instanceof CheckStack ? DecidedRequest.DELETING : IMAGE.in(Phase.AT_REST)),
                Arguments.of("a clean-up whose pages never end", (Function<RandomGenerator, Service>)
                        random -> (act, acts) -> act instanceof CheckStack
                                ? DecidedRequest.CLEANING_UP
                                : act instanceof CheckDeclarations
                                        ? new StackResources("", "page " + acts)
                                        : IMAGE.in(Phase.AT_REST)),
                Arguments.of("anything at any time", (Function<RandomGenerator, Service>) HistoryTest::anything));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("services")
    void noDeleteComesNearTheEventsThatAnExecutionMayHave(String name, Function<RandomGenerator, Service> service) {
        Decider deletion =
                new Deletion("request-1", Optional.of(START), IMAGE, OnRollback.RETAIN, OnServiceRetired.SUCCEED);
        LongStream.range(0, 10).forEach(seed -> assertBounded(deletion, service, seed));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("services")
    void noUpdateDoes(String name, Function<RandomGenerator, Service> service) {
        LongStream.range(0, 10).forEach(seed -> {
            assertBounded(new Adoption(IMAGE, "gallery-1|image-1"), service, seed);
            assertBounded(new Adoption(IMAGE, "gallery-1|image-2"), service, seed);
        });
    }

    private static void assertBounded(Decider decider, Function<RandomGenerator, Service> service, long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        Service shown = service.apply(random);
        Instant now = START;
        Progress progress = Progress.start(START, DEADLINE);
        int passes = 0;
        int acts = 0;
        Decision decision;
        do {
            passes++;
            assertThat(passes).as("passes, with seed %d", seed).isLessThanOrEqualTo(MOST_PASSES);
            decision = decider.begin(progress, now);
            int first = acts;
            while (decision instanceof Act act) {
                assertThat(acts - first)
                        .as("acts of one pass, with seed %d", seed)
                        .isLessThan(MOST_ACTS_A_PASS);
                decision = decider.decide(act, shown.show(act, acts++), now, random);
            }
            progress = decision.progress();
            // Step Functions waits whole seconds, and at least one.
            now = decision instanceof Wait wait
                    ? now.plusSeconds(Math.max(1, wait.delay().toSeconds()))
                    : now;
        } while (decision instanceof Wait);
        assertThat(Duration.between(START, now)).isLessThan(Duration.ofHours(1));
    }

    /** What an act meets. */
    private interface Service {
        Observation show(Act act, int acts);
    }

    /** A service that shows the same to looks and deletions, and a stack that is being deleted. */
    private static Function<RandomGenerator, Service> service(Service image) {
        return random -> (act, acts) -> {
            if (act instanceof CheckStack) {
                return DecidedRequest.DELETING;
            }
            Observation shown = image.show(act, acts);
            return act instanceof Delete && shown instanceof Observation.Image seen ? new DeleteAccepted(seen) : shown;
        };
    }

    private static Service anything(RandomGenerator random) {
        List<Phase> phases = List.of(Phase.AT_REST, Phase.BUSY, Phase.UNKNOWN, Phase.DELETING);
        List<Kind> kinds =
                List.of(Kind.THROTTLED, Kind.UNAVAILABLE, Kind.CONFLICT, Kind.ACCESS_DENIED, Kind.ENDPOINT_MISSING);
        return (act, acts) -> {
            if (act instanceof CheckDeclarations) {
                return random.nextBoolean() ? new StackProblem(false, "no") : new StackResources("", "page " + acts);
            }
            if (act instanceof CheckStack) {
                return switch (random.nextInt(4)) {
                    case 0 -> DecidedRequest.DELETING;
                    case 1 -> DecidedRequest.CLEANING_UP;
                    case 2 -> DecidedRequest.UPDATING;
                    default -> new StackProblem(random.nextInt(5) == 0, "no");
                };
            }
            if (random.nextInt(3) == 0) {
                return problem(kinds.get(random.nextInt(kinds.size())));
            }
            Observation.Image image = random.nextInt(20) == 0
                    ? IMAGE.failed(true, "INTERNAL", "")
                    : IMAGE.in(phases.get(random.nextInt(phases.size())));
            return act instanceof Delete ? new DeleteAccepted(image) : image;
        };
    }

    private static Observation phase(int number, Phase one, Phase other) {
        return IMAGE.in(number % 2 == 0 ? one : other);
    }

    private static Problem problem(Kind kind) {
        return new Problem(kind, kind + " happened");
    }
}
