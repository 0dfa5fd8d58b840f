package io.github.streamingimage.deletion;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A service whose images stacks declare: how templates and PhysicalResourceIds name them. */
public interface ImageService {

    /** The names of the properties that the service has of its own. */
    List<String> propertyNames();

    /** What is wrong with the first property of the service's own that is missing or malformed, naming it; else nothing. */
    Optional<String> problem(Map<String, Object> properties);

    /**
     * The image that the properties name; only when there is no {@link #problem}.
     *
     * @param stackId the StackId of the stack that declares it, an ARN that tells partition, region and account
     */
    StreamingImage declared(Map<String, Object> properties, String stackId);

    /** The image of a PhysicalResourceId, or nothing when it has another form and so belongs to no image. */
    Optional<StreamingImage> identified(String physicalResourceId);
}
