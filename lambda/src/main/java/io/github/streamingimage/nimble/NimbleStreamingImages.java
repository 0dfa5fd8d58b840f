package io.github.streamingimage.nimble;

import io.github.streamingimage.deletion.ImageAttributes;
import io.github.streamingimage.deletion.ImageId;
import io.github.streamingimage.deletion.ImageState;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.Observation.DeleteAccepted;
import io.github.streamingimage.deletion.Observation.Image;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.nimble.NimbleClient;
import software.amazon.awssdk.services.nimble.model.DeleteStreamingImageRequest;
import software.amazon.awssdk.services.nimble.model.GetStreamingImageRequest;
import software.amazon.awssdk.services.nimble.model.StreamingImage;

/** Streaming images through the SDK's client. */
public final class NimbleStreamingImages implements StreamingImages {

    private final Supplier<NimbleClient> client;
    private final NimbleProblems problems;

    /**
     * @param client gives the client, called for each request
     * @param otherNamesResolve whether names other than the service's can be resolved; asked when the service's cannot
     */
    NimbleStreamingImages(Supplier<NimbleClient> client, BooleanSupplier otherNamesResolve) {
        this.client = client;
        this.problems = new NimbleProblems(otherNamesResolve);
    }

    @Override
    public Observation observe(ImageId image) {
        GetStreamingImageRequest request = GetStreamingImageRequest.builder()
                .studioId(image.studioId())
                .streamingImageId(image.streamingImageId())
                .build();
        return call(
                "GetStreamingImage", image, c -> c.getStreamingImage(request).streamingImage(), seen -> seen);
    }

    @Override
    public Observation delete(ImageId image, String clientToken) {
        DeleteStreamingImageRequest request = DeleteStreamingImageRequest.builder()
                .studioId(image.studioId())
                .streamingImageId(image.streamingImageId())
                .clientToken(clientToken)
                .build();
        return call(
                "DeleteStreamingImage",
                image,
                c -> c.deleteStreamingImage(request).streamingImage(),
                DeleteAccepted::new);
    }

    private Observation call(
            String operation,
            ImageId id,
            Function<NimbleClient, StreamingImage> call,
            Function<Image, Observation> answered) {
        StreamingImage answer;
        try {
            answer = call.apply(client.get());
        } catch (SdkException e) {
            return problems.translate(operation, e);
        }
        return image(id, answer)
                .map(answered)
                .orElseGet(() -> new Observation.Problem(
                        Observation.Problem.Kind.UNAVAILABLE, operation + ": the answer is not about the image"));
    }

    /** The image of an answer, or nothing when the answer makes no sense: it has no state, or is about another image. */
    private static Optional<Image> image(ImageId id, StreamingImage answer) {
        if (answer == null
                || answer.stateAsString() == null
                || answer.stateAsString().isEmpty()) {
            return Optional.empty();
        }
        if (answer.streamingImageId() != null && !answer.streamingImageId().equals(id.streamingImageId())) {
            return Optional.empty();
        }
        return Optional.of(new Image(
                ImageState.named(answer.stateAsString()),
                answer.stateAsString(),
                orEmpty(answer.statusCodeAsString()),
                orEmpty(answer.statusMessage()),
                new ImageAttributes(
                        orEmpty(answer.arn()),
                        orEmpty(answer.name()),
                        orEmpty(answer.ec2ImageId()),
                        orEmpty(answer.owner()),
                        orEmpty(answer.platform()))));
    }

    private static String orEmpty(String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
