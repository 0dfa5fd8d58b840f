package io.github.streamingimage.simulation;

import io.github.streamingimage.deletion.ImageAttributes;
import io.github.streamingimage.deletion.ImageState;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.Observation.Problem;
import io.github.streamingimage.deletion.Observation.Problem.Kind;
import io.github.streamingimage.emulator.nimblestudio.Condition;
import io.github.streamingimage.emulator.nimblestudio.Outcome;
import io.github.streamingimage.emulator.nimblestudio.StreamingImage;
import java.util.function.Function;

/** What the function's adapter makes of the outcomes of Nimble Studio's model. */
public final class Sight {

    private Sight() {}

    /** @param answered makes an observation of the image in the answer */
    public static Observation of(Outcome outcome, Function<Observation.Image, Observation> answered) {
        return outcome.match(
                one -> answered.apply(image(one.image())),
                page -> {
                    throw new IllegalStateException("nobody asked for a page");
                },
                Sight::refused);
    }

    private static Observation refused(Outcome.Refused refused) {
        String description = refused.type().shape() + ": " + refused.message();
        return switch (refused.type()) {
            case RESOURCE_NOT_FOUND -> new Observation.NotFound();
            case CONFLICT -> new Problem(Kind.CONFLICT, description);
            case ACCESS_DENIED -> new Problem(Kind.ACCESS_DENIED, description);
            case THROTTLING -> new Problem(Kind.THROTTLED, description);
            case INTERNAL_SERVER_ERROR -> new Problem(Kind.UNAVAILABLE, description);
            case VALIDATION, SERVICE_QUOTA_EXCEEDED -> new Problem(Kind.REJECTED, description);
        };
    }

    private static Observation.Image image(StreamingImage image) {
        Condition condition = image.condition();
        return new Observation.Image(
                ImageState.named(condition.state()),
                condition.state(),
                condition.statusCode(),
                condition.statusMessage(),
                new ImageAttributes(image.arn(), image.name(), image.ec2ImageId(), image.owner(), image.platform()));
    }
}
