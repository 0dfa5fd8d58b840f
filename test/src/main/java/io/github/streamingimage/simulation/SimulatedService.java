package io.github.streamingimage.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.streamingimage.aws.AwsApi;
import io.github.streamingimage.aws.ServiceRequest;
import io.github.streamingimage.aws.ServiceResponse;
import io.github.streamingimage.deletion.ImageService;
import io.github.streamingimage.emulator.service.ServiceModel;
import io.github.streamingimage.emulator.service.WireResponse;
import io.github.streamingimage.emulator.sigv4.ReceivedRequest;
import java.util.Map;
import java.util.Optional;

/**
 * What the simulation needs of a service whose images are deleted: the images of its emulator, their truth, and its API as the
 * oracle itself reads it.
 */
interface SimulatedService {

    ServiceModel<?, ?> model();

    /** What the function reaches the service with, given its API. */
    ImageService adapter(AwsApi api);

    /** Whether a template can say what is to come of the service's end. */
    boolean isRetirable();

    /** What a template names by this id, whether or not there is such an image. */
    ImageKey named(String id);

    /** Lets an image begin that behaves like this, and whatever others do about it. */
    void add(String id, ImagePlan plan);

    /** Somebody else deletes the image that has this id. */
    void deletedBySomebody(String id);

    /** Whether this very image really is gone, or never was. */
    boolean isGone(ImageKey image);

    /** The image that a PhysicalResourceId belongs to, if it belongs to any. */
    Optional<ImageKey> identified(String physicalResourceId);

    /** The properties that name an image in a template. */
    Map<String, String> properties(ImageKey image);

    /** What these properties name. */
    ImageKey named(JsonNode properties);

    /** How many attributes a resource has. */
    int attributes();

    /** Does what the service would do about a request now. */
    WireResponse serve(ReceivedRequest request);

    /** The image that would be deleted if the request took effect now; nothing when it deletes none. */
    Optional<ImageKey> target(ServiceRequest request);

    /** An error in the service's form that its model knows nothing of. */
    ServiceResponse error(int status, String type, String message);

    /** The type of the error that a response tells, or an empty string. */
    String errorType(ServiceResponse response);

    /** What a response to a look showed about the request's image. */
    Sight sight(ServiceResponse response, Request request);
}
