package io.github.streamingimage.simulation;

import io.github.streamingimage.deletion.ImageAttributes;
import io.github.streamingimage.deletion.ImageState;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.Observation.Problem;
import io.github.streamingimage.deletion.Observation.Problem.Kind;
import io.github.streamingimage.emulator.nimblestudio.ErrorType;
import io.github.streamingimage.emulator.nimblestudio.StreamingImage;
import io.github.streamingimage.emulator.service.ImageCondition;
import io.github.streamingimage.emulator.service.ServiceOutcome;
import java.util.function.Function;

/** What the function's adapter makes of the outcomes of Nimble Studio's model. */
public final class Sight {

    private Sight() {}

    /** @param answered makes an observation of the image in the answer */
    public static Observation of(
            ServiceOutcome<StreamingImage> outcome, Function<Observation.Image, Observation> answered) {
        return outcome instanceof ServiceOutcome.Shown<StreamingImage> shown
                ? answered.apply(image(shown.images().get(0)))
                : refused((ServiceOutcome.Refused<StreamingImage>) outcome);
    }

    private static Observation refused(ServiceOutcome.Refused<StreamingImage> refused) {
        String description = refused.type().shape() + ": " + refused.message();
        return switch ((ErrorType) refused.type()) {
            case RESOURCE_NOT_FOUND -> new Observation.NotFound();
            case CONFLICT -> new Problem(Kind.CONFLICT, description);
            case ACCESS_DENIED -> new Problem(Kind.ACCESS_DENIED, description);
            case THROTTLING -> new Problem(Kind.THROTTLED, description);
            case INTERNAL_SERVER_ERROR -> new Problem(Kind.UNAVAILABLE, description);
            case VALIDATION, SERVICE_QUOTA_EXCEEDED -> new Problem(Kind.REJECTED, description);
        };
    }

    private static Observation.Image image(StreamingImage image) {
        ImageCondition condition = image.condition();
        return new Observation.Image(
                ImageState.named(condition.state()),
                condition.state(),
                condition.statusCode(),
                condition.statusMessage(),
                new ImageAttributes(image.arn(), image.name(), image.ec2ImageId(), image.owner(), image.platform()));
    }
}
