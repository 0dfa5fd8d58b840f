package io.github.streamingimage.nimble;

import static io.github.streamingimage.json.JsonReader.text;

import io.github.streamingimage.aws.AwsApi;
import io.github.streamingimage.aws.ImageCall;
import io.github.streamingimage.aws.ServiceError;
import io.github.streamingimage.aws.ServiceRequest;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.Observation.DeleteAccepted;
import io.github.streamingimage.deletion.Observation.Image;
import io.github.streamingimage.deletion.Observation.NotFound;
import io.github.streamingimage.deletion.Observation.Problem;
import io.github.streamingimage.deletion.Observation.Problem.Kind;
import io.github.streamingimage.deletion.Owner;
import io.github.streamingimage.deletion.Phase;
import io.github.streamingimage.deletion.StreamingImage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One streaming image, through the API of Nimble Studio, version 2020-08-01 (restJson1).
 *
 * @param studioId 1 to 64 characters of {@code [a-zA-Z0-9_-]}
 * @param streamingImageId 1 to 22 characters of {@code [a-zA-Z0-9_-]}
 * @param stackId the StackId of the stack that declares it, or an empty string
 */
record NimbleImage(AwsApi api, String studioId, String streamingImageId, String stackId) implements StreamingImage {

    @Override
    public String physicalResourceId() {
        return studioId + "|" + streamingImageId;
    }

    @Override
    public boolean mayBe(String physicalResourceId) {
        return physicalResourceId.equals(physicalResourceId());
    }

    @Override
    public Map<String, String> attributes(String physicalResourceId, String state) {
        return attributes(Map.of("state", state));
    }

    @Override
    public Observation look() {
        return call("GetStreamingImage", new ServiceRequest("GET", path(), Map.of(), ""), seen -> seen);
    }

    @Override
    public Observation delete(String clientToken) {
        Map<String, String> headers = Map.of("X-Amz-Client-Token", clientToken);
        return call("DeleteStreamingImage", new ServiceRequest("DELETE", path(), headers, ""), DeleteAccepted::new);
    }

    private Observation call(String operation, ServiceRequest request, Function<Image, Observation> shown) {
        return new ImageCall(operation, NimbleImage::ownError)
                .make(api, request, fields -> image(fields).map(shown));
    }

    /**
     * Only a 404 with the modelled ResourceNotFoundException means that the image is gone: a 404 of another kind, or that type with
     * another status, can come from anything that stands where the service stood.
     */
    private static Optional<Observation> ownError(ServiceError error, String description) {
        if (error.status() == 404 && error.type().equals("ResourceNotFoundException")) {
            return Optional.of(new NotFound());
        }
        return error.type().equals("ConflictException")
                ? Optional.of(new Problem(Kind.CONFLICT, description))
                : Optional.empty();
    }

    /** Both ids are made of unreserved characters only: nothing of them has to be encoded. */
    private String path() {
        return "/2020-08-01/studios/" + studioId + "/streaming-images/" + streamingImageId;
    }

    /** The image of a response, or nothing when it makes no sense: it has no state, or is about another image. */
    private Optional<Image> image(Map<String, Object> fields) {
        if (!(fields.get("streamingImage") instanceof Map<?, ?> image)) {
            return Optional.empty();
        }
        String state = text(image, "state");
        Object named = image.get("streamingImageId");
        if (state.isEmpty() || named != null && !named.equals(streamingImageId)) {
            return Optional.empty();
        }
        String statusCode = text(image, "statusCode");
        return Optional.of(new Image(
                physicalResourceId(),
                phase(state),
                state,
                statusCode,
                text(image, "statusMessage"),
                statusCode.equals("INTERNAL_ERROR"),
                text(image, "owner").equals("AMAZON") ? Owner.AMAZON : Owner.ACCOUNT,
                attributes(image)));
    }

    private static Phase phase(String state) {
        return switch (state) {
            case "DELETED" -> Phase.GONE;
            case "DELETE_IN_PROGRESS" -> Phase.DELETING;
            case "READY", "CREATE_FAILED", "UPDATE_FAILED" -> Phase.AT_REST;
            case "DELETE_FAILED" -> Phase.DELETION_FAILED;
            case "CREATE_IN_PROGRESS", "UPDATE_IN_PROGRESS" -> Phase.BUSY;
            default -> Phase.UNKNOWN;
        };
    }

    /** All of them, always: a GetAtt of one that is missing would fail the stack. */
    private Map<String, String> attributes(Map<?, ?> image) {
        Map<String, String> attributes = new LinkedHashMap<>();
        String arn = text(image, "arn");
        attributes.put(
                "Arn", arn.isEmpty() ? ImageCall.arn(stackId, "nimble", "streaming-image/" + streamingImageId) : arn);
        attributes.put("Name", text(image, "name"));
        attributes.put("Ec2ImageId", text(image, "ec2ImageId"));
        attributes.put("Owner", text(image, "owner"));
        attributes.put("Platform", text(image, "platform"));
        attributes.put("State", text(image, "state"));
        attributes.put("StudioId", studioId);
        attributes.put("StreamingImageId", streamingImageId);
        return attributes;
    }

    @Override
    public String toString() {
        return "Streaming image " + physicalResourceId();
    }
}
