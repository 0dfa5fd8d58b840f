package io.github.streamingimage.simulation;

/**
 * One image, as the simulation itself names it.
 *
 * @param id what its service's model calls it; with AppStream a name, which images can bear one after the other
 * @param physicalResourceId the PhysicalResourceId of its resource; ends with its separator where any image of the id is meant
 */
record ImageKey(String id, String physicalResourceId) {

    static final String SEPARATOR = "|";

    /** Whether any image of its id is meant. */
    boolean isAny() {
        return physicalResourceId.endsWith(SEPARATOR);
    }

    /** Whether the other is this image, or one of those that are meant. */
    boolean covers(ImageKey other) {
        return equals(other) || isAny() && id.equals(other.id);
    }

    @Override
    public String toString() {
        return physicalResourceId;
    }
}
