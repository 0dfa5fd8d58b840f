package io.github.streamingimage.simulation;

import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.Observation.Image;
import io.github.streamingimage.deletion.Observation.Problem;
import io.github.streamingimage.deletion.Observation.Problem.Kind;
import io.github.streamingimage.deletion.Observation.Stack;
import io.github.streamingimage.deletion.Owner;
import io.github.streamingimage.deletion.Phase;
import io.github.streamingimage.deletion.StackStanding;
import io.github.streamingimage.deletion.StreamingImage;
import java.util.function.UnaryOperator;

/** What broken functions take things for. */
final class BrokenSight {

    private BrokenSight() {}

    static boolean tells(Observation seen, String words) {
        return seen instanceof Problem problem && problem.description().contains(words);
    }

    static boolean is(Observation seen, Kind kind) {
        return seen instanceof Problem problem && problem.kind() == kind;
    }

    /** An image that is seen is taken for another. */
    static Broken seen(UnaryOperator<Image> broken) {
        return BrokenServices.sight(seen -> seen instanceof Image image ? broken.apply(image) : seen);
    }

    static Image in(Phase phase, Image seen) {
        return new Image(
                seen.physicalResourceId(),
                phase,
                seen.state(),
                seen.statusCode(),
                seen.statusMessage(),
                false,
                seen.owner(),
                seen.attributes());
    }

    static Image ownedBy(Owner owner, Image seen) {
        return new Image(
                seen.physicalResourceId(),
                seen.phase(),
                seen.state(),
                seen.statusCode(),
                seen.statusMessage(),
                seen.retryable(),
                owner,
                seen.attributes());
    }

    /** An image that nobody has seen. */
    static Image image(StreamingImage image, Phase phase, String state) {
        return new Image(
                image.physicalResourceId(),
                phase,
                state,
                "",
                "",
                false,
                Owner.ACCOUNT,
                image.attributes(image.physicalResourceId(), state));
    }

    static Observation readyWhenNotFound(StreamingImage image) {
        Observation seen = image.look();
        return seen instanceof Observation.NotFound ? image(image, Phase.AT_REST, "READY") : seen;
    }

    /** Looks so often at once before it takes a service without an endpoint for a proof that the image is gone. */
    static Observation goneWhenMissing(StreamingImage image, int looks) {
        Observation seen = image.look();
        for (int i = 1; i < looks && is(seen, Kind.ENDPOINT_MISSING); i++) {
            seen = image.look();
        }
        return is(seen, Kind.ENDPOINT_MISSING) ? new Observation.NotFound() : seen;
    }

    static Stack standing(StackStanding standing, Stack seen) {
        return new Stack(standing, seen.lastOperation(), seen.description());
    }
}
