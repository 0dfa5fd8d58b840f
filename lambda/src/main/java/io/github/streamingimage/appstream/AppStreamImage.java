package io.github.streamingimage.appstream;

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
import io.github.streamingimage.json.JsonWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One image, through the API of AppStream 2.0, version 2016-12-01 (awsJson1_1). The service knows images by their names only; another
 * image that has come to bear the name is never taken for this one, nor deleted.
 *
 * @param name of the form that the service allows
 * @param createdTime when it was created, to the second; nothing when any image of the name is meant
 * @param stackId the StackId of the stack that declares it, or an empty string
 */
record AppStreamImage(AwsApi api, String name, Optional<Instant> createdTime, String stackId)
        implements StreamingImage {

    /** The last second that ISO 8601 writes with a year of four digits. */
    private static final double LATEST_TIME =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    /** Without a time it belongs to no image. */
    @Override
    public String physicalResourceId() {
        return id(createdTime.map(Instant::toString).orElse(""));
    }

    @Override
    public boolean mayBe(String physicalResourceId) {
        return physicalResourceId.startsWith(id("")) && !physicalResourceId.equals(id(""));
    }

    private String id(String time) {
        return name + "|" + time;
    }

    @Override
    public Map<String, String> attributes(String physicalResourceId, String state) {
        return attributes(Map.of("State", state), physicalResourceId.substring(id("").length()));
    }

    @Override
    public boolean looksBeforeDeletion() {
        return true;
    }

    @Override
    public Observation look() {
        return make(
                new ImageCall("DescribeImages", AppStreamImage::ownError),
                Map.of("Names", List.of(name)),
                this::described);
    }

    /**
     * Looks right before, since the service deletes whatever image bears the name. It takes no token: of two requests the second meets
     * an image that is being deleted.
     */
    @Override
    public Observation delete(String clientToken) {
        Observation seen = look();
        ImageCall call = new ImageCall("DeleteImage", AppStreamImage::errorOfDeletion);
        return seen instanceof Image
                ? make(
                        call,
                        Map.of("Name", name),
                        fields -> image(fields.get("Image")).map(DeleteAccepted::new))
                : seen;
    }

    private Observation make(
            ImageCall call, Map<String, ?> input, Function<Map<String, Object>, Optional<Observation>> read) {
        Map<String, String> headers = Map.of(
                "Content-Type",
                "application/x-amz-json-1.1",
                "X-Amz-Target",
                "PhotonAdminProxyService." + call.operation());
        Observation seen = call.make(api, new ServiceRequest("POST", "/", headers, JsonWriter.text(input)), read);
        // The service lives: a name that does not exist tells of trouble on the way to it.
        return seen instanceof Problem problem && problem.kind() == Kind.ENDPOINT_MISSING
                ? new Problem(Kind.UNAVAILABLE, problem.description())
                : seen;
    }

    /**
     * What a second DeleteImage gets while the first goes on was never published: that the image is gone is proven by a look only.
     */
    private static Optional<Observation> errorOfDeletion(ServiceError error, String description) {
        return ownError(error, description)
                .map(seen -> seen instanceof NotFound ? new Problem(Kind.UNAVAILABLE, description) : seen);
    }

    private static Optional<Observation> ownError(ServiceError error, String description) {
        if (error.status() / 100 != 4) {
            return Optional.empty();
        }
        return switch (error.type()) {
            case "ResourceNotFoundException" -> Optional.of(new NotFound());
            case "ResourceInUseException" ->
                Optional.of(new Problem(
                        Kind.CONFLICT,
                        "take it out of fleets and image builders, and stop sharing it; " + description));
            case "ConcurrentModificationException" -> Optional.of(new Problem(Kind.CONFLICT, description));
            default -> Optional.empty();
        };
    }

    /** What a list shows of this image. Only a whole list proves that it is gone: one that can be read, and has no further page. */
    private Optional<Observation> described(Map<String, Object> fields) {
        if (!(fields.get("Images") instanceof List<?> list)) {
            return Optional.empty();
        }
        List<Image> images = new ArrayList<>();
        for (Object item : list) {
            Optional<Image> image = image(item);
            if (image.isEmpty()) {
                return Optional.empty();
            }
            images.add(image.get());
        }
        Optional<Image> own = images.stream()
                .filter(image ->
                        createdTime.isEmpty() || image.physicalResourceId().equals(physicalResourceId()))
                .min((one, other) -> one.owner().compareTo(other.owner()));
        Object next = fields.get("NextToken");
        boolean whole = next == null || next.equals("");
        return own.<Observation>map(image -> image).or(() -> whole ? Optional.of(new NotFound()) : Optional.empty());
    }

    /** The image of this name, or nothing when what is there makes no sense: no state, no time, or another name. */
    private Optional<Image> image(Object value) {
        if (!(value instanceof Map<?, ?> image) || !text(image, "Name").equals(name)) {
            return Optional.empty();
        }
        String state = text(image, "State");
        Optional<Instant> time = time(image.get("CreatedTime"));
        if (state.isEmpty() || time.isEmpty()) {
            return Optional.empty();
        }
        Map<?, ?> reason = image.get("StateChangeReason") instanceof Map<?, ?> fields ? fields : Map.of();
        String created = time.get().toString();
        return Optional.of(new Image(
                id(created),
                phase(state),
                state,
                text(reason, "Code"),
                text(reason, "Message"),
                false,
                owner(text(image, "Visibility")),
                attributes(image, created)));
    }

    /** Seconds since 1970, with a fraction. */
    private static Optional<Instant> time(Object value) {
        return value instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() <= LATEST_TIME
                ? Optional.of(Instant.ofEpochSecond(number.longValue()))
                : Optional.empty();
    }

    private static Phase phase(String state) {
        return switch (state) {
            case "DELETING" -> Phase.DELETING;
            case "AVAILABLE", "FAILED" -> Phase.AT_REST;
            case "PENDING", "CREATING", "COPYING", "IMPORTING", "VALIDATING" -> Phase.BUSY;
            default -> Phase.UNKNOWN;
        };
    }

    private static Owner owner(String visibility) {
        return switch (visibility) {
            case "PUBLIC" -> Owner.AMAZON;
            case "SHARED" -> Owner.ANOTHER_ACCOUNT;
            default -> Owner.ACCOUNT;
        };
    }

    /** All of them, always: a GetAtt of one that is missing would fail the stack. */
    private Map<String, String> attributes(Map<?, ?> image, String created) {
        Map<String, String> attributes = new LinkedHashMap<>();
        String arn = text(image, "Arn");
        attributes.put("Arn", arn.isEmpty() ? ImageCall.arn(stackId, "appstream", "image/" + name) : arn);
        attributes.put("Name", name);
        attributes.put("Platform", text(image, "Platform"));
        attributes.put("State", text(image, "State"));
        attributes.put("BaseImageArn", text(image, "BaseImageArn"));
        attributes.put("CreatedTime", created);
        return attributes;
    }

    @Override
    public String toString() {
        return "AppStream image " + (createdTime.isEmpty() ? name : physicalResourceId());
    }
}
