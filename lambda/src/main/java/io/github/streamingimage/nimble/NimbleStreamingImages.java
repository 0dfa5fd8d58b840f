package io.github.streamingimage.nimble;

import io.github.streamingimage.aws.AwsService;
import io.github.streamingimage.aws.ServiceAnswer;
import io.github.streamingimage.aws.ServiceError;
import io.github.streamingimage.aws.ServiceRequest;
import io.github.streamingimage.deletion.ImageAttributes;
import io.github.streamingimage.deletion.ImageId;
import io.github.streamingimage.deletion.ImageState;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.Observation.DeleteAccepted;
import io.github.streamingimage.deletion.Observation.Image;
import io.github.streamingimage.deletion.Observation.Problem;
import io.github.streamingimage.json.JsonReader;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Streaming images through the API of Nimble Studio, version 2020-08-01 (restJson1). */
public final class NimbleStreamingImages implements StreamingImages {

    private final AwsService service;
    private final NimbleProblems problems;

    /** @param otherNamesResolve whether names other than the service's can be resolved; asked when the service's cannot */
    public NimbleStreamingImages(AwsService service, BooleanSupplier otherNamesResolve) {
        this.service = service;
        this.problems = new NimbleProblems(otherNamesResolve);
    }

    @Override
    public Observation observe(ImageId image) {
        return call("GetStreamingImage", image, new ServiceRequest("GET", path(image), Map.of(), ""), seen -> seen);
    }

    @Override
    public Observation delete(ImageId image, String clientToken) {
        Map<String, String> headers = Map.of("X-Amz-Client-Token", clientToken);
        return call(
                "DeleteStreamingImage",
                image,
                new ServiceRequest("DELETE", path(image), headers, ""),
                DeleteAccepted::new);
    }

    private Observation call(
            String operation, ImageId id, ServiceRequest request, Function<Image, Observation> answered) {
        ServiceAnswer answer;
        try {
            answer = service.call(request);
        } catch (IOException e) {
            return problems.unanswered(operation, e);
        }
        if (!answer.isSuccess()) {
            return NimbleProblems.error(operation, ServiceError.ofJson(answer));
        }
        return image(id, answer)
                .map(answered)
                .orElseGet(
                        () -> new Problem(Problem.Kind.UNAVAILABLE, operation + ": the answer is not about the image"));
    }

    /** Both ids are made of unreserved characters only: nothing of them has to be encoded. */
    private static String path(ImageId image) {
        return "/2020-08-01/studios/" + image.studioId() + "/streaming-images/" + image.streamingImageId();
    }

    /** The image of an answer, or nothing when the answer makes no sense: it is cut off, has no state, or is about another image. */
    private static Optional<Image> image(ImageId id, ServiceAnswer answer) {
        JsonReader.Document document = JsonReader.read(answer.body());
        if (document.error().isPresent() || !(document.fields().get("streamingImage") instanceof Map<?, ?> image)) {
            return Optional.empty();
        }
        String state = text(image, "state");
        Object named = image.get("streamingImageId");
        if (state.isEmpty() || named != null && !named.equals(id.streamingImageId())) {
            return Optional.empty();
        }
        return Optional.of(new Image(
                ImageState.named(state),
                state,
                text(image, "statusCode"),
                text(image, "statusMessage"),
                new ImageAttributes(
                        text(image, "arn"),
                        text(image, "name"),
                        text(image, "ec2ImageId"),
                        text(image, "owner"),
                        text(image, "platform"))));
    }

    private static String text(Map<?, ?> fields, String name) {
        return fields.get(name) instanceof String text ? text : "";
    }
}
