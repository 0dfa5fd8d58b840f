package io.github.streamingimage.simulation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One image, as the simulation itself names it; it reads PhysicalResourceIds by rules of its own. */
record ImageKey(String studioId, String imageId) {

    private static final Pattern PHYSICAL_RESOURCE_ID = Pattern.compile("([\\w-]{1,64})\\|([\\w-]{1,22})");

    /** The image that a PhysicalResourceId belongs to, if it belongs to any. */
    static Optional<ImageKey> of(String physicalResourceId) {
        Matcher parts = PHYSICAL_RESOURCE_ID.matcher(physicalResourceId);
        return parts.matches() ? Optional.of(new ImageKey(parts.group(1), parts.group(2))) : Optional.empty();
    }

    String physicalResourceId() {
        return studioId + "|" + imageId;
    }

    @Override
    public String toString() {
        return physicalResourceId();
    }
}
