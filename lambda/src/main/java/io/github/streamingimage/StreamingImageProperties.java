package io.github.streamingimage;

import io.github.streamingimage.deletion.Deletion.OnRollback;
import io.github.streamingimage.deletion.Deletion.OnServiceRetired;
import io.github.streamingimage.deletion.ImageId;
import java.util.Map;
import java.util.Optional;

/**
 * The properties of {@code Custom::StreamingImageDeletion} as a template gave them. Unknown ones are ignored, so that templates
 * outlive versions. {@link #problem} tells what is wrong with the known ones; the accessors of options never fail, and give the
 * default for what cannot be read, so that a Delete is not in the way of its stack.
 */
record StreamingImageProperties(Map<String, Object> properties) {

    static final String STUDIO_ID = "StudioId";
    static final String STREAMING_IMAGE_ID = "StreamingImageId";
    static final String ON_ROLLBACK = "OnRollback";
    static final String ON_SERVICE_RETIRED = "OnServiceRetired";

    /** What is wrong with the first property that is missing or malformed, naming it; nothing when all are well-formed. */
    Optional<String> problem() {
        if (!(properties.get(STUDIO_ID) instanceof String studioId && ImageId.isStudioId(studioId))) {
            return missingOrMalformed(STUDIO_ID, "1 to 64 letters, digits, hyphens or underscores");
        }
        if (!(properties.get(STREAMING_IMAGE_ID) instanceof String imageId && ImageId.isStreamingImageId(imageId))) {
            return missingOrMalformed(STREAMING_IMAGE_ID, "1 to 22 letters, digits, hyphens or underscores");
        }
        if (!isAbsentOrOneOf(ON_ROLLBACK, "Retain", "Delete")) {
            return Optional.of("Property " + ON_ROLLBACK + " is neither Retain nor Delete.");
        }
        if (!isAbsentOrOneOf(ON_SERVICE_RETIRED, "Succeed", "Fail")) {
            return Optional.of("Property " + ON_SERVICE_RETIRED + " is neither Succeed nor Fail.");
        }
        return Optional.empty();
    }

    /** The image that the properties name; only when there is no {@link #problem}. */
    ImageId image() {
        return new ImageId((String) properties.get(STUDIO_ID), (String) properties.get(STREAMING_IMAGE_ID));
    }

    OnRollback onRollback() {
        return "Delete".equals(properties.get(ON_ROLLBACK)) ? OnRollback.DELETE : OnRollback.RETAIN;
    }

    OnServiceRetired onServiceRetired() {
        return "Fail".equals(properties.get(ON_SERVICE_RETIRED)) ? OnServiceRetired.FAIL : OnServiceRetired.SUCCEED;
    }

    private Optional<String> missingOrMalformed(String property, String form) {
        return Optional.of(
                properties.get(property) == null
                        ? "Property " + property + " is missing."
                        : "Property " + property + " is not " + form + ".");
    }

    private boolean isAbsentOrOneOf(String property, String one, String other) {
        Object value = properties.get(property);
        return value == null || one.equals(value) || other.equals(value);
    }
}
