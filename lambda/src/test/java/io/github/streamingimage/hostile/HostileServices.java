package io.github.streamingimage.hostile;

import io.github.streamingimage.deletion.ImageAttributes;
import io.github.streamingimage.deletion.ImageState;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.Observation.DeleteAccepted;
import io.github.streamingimage.deletion.Observation.Image;
import io.github.streamingimage.deletion.Observation.NotFound;
import io.github.streamingimage.deletion.Observation.Problem;
import io.github.streamingimage.deletion.Observation.StackProblem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What services show, in any order, with any text in their answers. */
public final class HostileServices {

    private HostileServices() {}

    /** What looks at an image show. */
    public static Arbitrary<List<Observation>> looks() {
        return some(Arbitraries.oneOf(images(), Arbitraries.just(new NotFound()), problems()));
    }

    /** What calls of DeleteStreamingImage show. */
    public static Arbitrary<List<Observation>> deletions() {
        return some(Arbitraries.oneOf(images().map(DeleteAccepted::new), Arbitraries.just(new NotFound()), problems()));
    }

    /** What looks at a stack show. */
    public static Arbitrary<List<Observation>> stacks() {
        Arbitrary<Boolean> flags = Arbitraries.of(true, false);
        return some(Arbitraries.oneOf(
                Combinators.combine(flags, operations(), HostileValues.texts()).as(Observation.Stack::new),
                Combinators.combine(flags, HostileValues.texts()).as(StackProblem::new)));
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
        Arbitrary<String> states = Arbitraries.oneOf(
                Arbitraries.of(ImageState.class).map(Enum::name),
                HostileValues.texts().filter(text -> !text.isEmpty()));
        Arbitrary<String> owners = Arbitraries.oneOf(Arbitraries.of("studio-1", "AMAZON"), HostileValues.texts());
        Arbitrary<String> codes = Arbitraries.oneOf(Arbitraries.of("INTERNAL_ERROR"), HostileValues.texts());
        return Combinators.combine(states, codes, HostileValues.texts(), owners)
                .as((state, code, text, owner) -> new Image(
                        ImageState.named(state),
                        state,
                        code,
                        text,
                        new ImageAttributes(text, text, text, owner, text)));
    }

    private static Arbitrary<Problem> problems() {
        return Combinators.combine(Arbitraries.of(Problem.Kind.class), HostileValues.texts())
                .as(Problem::new);
    }
}
