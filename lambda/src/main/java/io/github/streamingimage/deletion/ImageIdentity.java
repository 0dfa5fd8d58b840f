package io.github.streamingimage.deletion;

import java.util.Map;

/** How a request names one image. Its text form is what a Reason calls the image: the noun of its service and the id. */
public interface ImageIdentity {

    /** The PhysicalResourceId of the image; when it takes a look to know it, one that belongs to no image. */
    String physicalResourceId();

    /** Whether that PhysicalResourceId can be this image's, as far as can be told without a look. */
    boolean mayBe(String physicalResourceId);

    /**
     * The attributes for {@code Fn::GetAtt} when the image was not seen: every name, with an empty string for what is not known.
     *
     * @param physicalResourceId the PhysicalResourceId of the resource, which {@link #mayBe} this image's
     * @param state the value of the attribute {@code State}
     */
    Map<String, String> attributes(String physicalResourceId, String state);

    /** Whether its deletion begins with a look, since its service cannot tell it from others: two calls that both have to get through. */
    default boolean looksBeforeDeletion() {
        return false;
    }
}
