package io.github.streamingimage.hostile;

import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.Observation.DeleteAccepted;
import io.github.streamingimage.deletion.Observation.Image;
import io.github.streamingimage.deletion.Observation.NotFound;
import io.github.streamingimage.deletion.Observation.Problem;
import io.github.streamingimage.deletion.Observation.StackProblem;
import io.github.streamingimage.deletion.Observation.StackResources;
import io.github.streamingimage.deletion.Owner;
import io.github.streamingimage.deletion.Phase;
import io.github.streamingimage.deletion.StackStanding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What services show, in any order, with any text in their responses. */
public final class HostileServices {

    private HostileServices() {}

    /** What looks at an image show. */
    public static Arbitrary<List<Observation>> looks() {
        return some(Arbitraries.oneOf(images(), Arbitraries.just(new NotFound()), problems()));
    }

    /** What calls for its deletion show. */
    public static Arbitrary<List<Observation>> deletions() {
        return some(Arbitraries.oneOf(images().map(DeleteAccepted::new), Arbitraries.just(new NotFound()), problems()));
    }

    /** What looks at a stack show. */
    public static Arbitrary<List<Observation>> stacks() {
        return some(Arbitraries.oneOf(
                Combinators.combine(Arbitraries.of(StackStanding.class), operations(), HostileValues.texts())
                        .as(Observation.Stack::new),
                stackProblems()));
    }

    /** What pages of a stack's resources show. */
    public static Arbitrary<List<Observation>> pages() {
        return some(Arbitraries.oneOf(
                HostileValues.texts().map(next -> new StackResources("", next)),
                Combinators.combine(HostileValues.texts(), HostileValues.texts())
                        .as(StackResources::new),
                stackProblems()));
    }

    private static Arbitrary<StackProblem> stackProblems() {
        return Combinators.combine(Arbitraries.of(true, false), HostileValues.texts())
                .as(StackProblem::new);
    }

    /** When the stack's last operation began: before the request, with it, or after it. */
    private static Arbitrary<Optional<Instant>> operations() {
        Instant request = Instant.parse("2026-01-01T00:00:00Z");
        return Arbitraries.longs()
                .between(-4000, 4000)
                .map(seconds -> request.plusSeconds(seconds))
                .optional();
    }

    private static Arbitrary<List<Observation>> some(Arbitrary<? extends Observation> observations) {
        return observations.list().ofMinSize(1).ofMaxSize(8).map(List::copyOf);
    }

    private static Arbitrary<Image> images() {
        Arbitrary<String> states = HostileValues.texts().filter(text -> !text.isEmpty());
        return Combinators.combine(
                        Arbitraries.of(Phase.class),
                        states,
                        HostileValues.texts(),
                        Arbitraries.of(true, false),
                        Arbitraries.of(Owner.class))
                .as((phase, state, text, retryable, owner) -> new Image(
                        "studio-1|image-1", phase, state, text, text, retryable, owner, attributes(state, text)));
    }

    private static Map<String, String> attributes(String state, String text) {
        return Map.of("Arn", text, "Name", text, "Owner", text, "Platform", text, "State", state);
    }

    private static Arbitrary<Problem> problems() {
        return Combinators.combine(Arbitraries.of(Problem.Kind.class), HostileValues.texts())
                .as(Problem::new);
    }
}
