package io.github.streamingimage.deletion;

import java.util.Map;

/** An image of no service in particular, which is known by its id. */
record NamedImage(String physicalResourceId, boolean looksBeforeDeletion) implements ImageIdentity {

    /** An image that is deleted in one call. */
    NamedImage(String physicalResourceId) {
        this(physicalResourceId, false);
    }

    @Override
    public boolean mayBe(String other) {
        return other.equals(physicalResourceId);
    }

    @Override
    public Map<String, String> attributes(String physicalResourceId, String state) {
        return Map.of("Name", "", "State", state);
    }

    /** The image as a look shows it, in a state that is called like its phase. */
    Observation.Image in(Phase phase) {
        return of(phase, Owner.ACCOUNT);
    }

    Observation.Image of(Phase phase, Owner owner) {
        return new Observation.Image(
                physicalResourceId,
                phase,
                phase.name(),
                "",
                "",
                false,
                owner,
                Map.of("Name", "name", "State", phase.name()));
    }

    /** The image after a deletion of it failed. */
    Observation.Image failed(boolean retryable, String statusCode, String statusMessage) {
        return new Observation.Image(
                physicalResourceId,
                Phase.DELETION_FAILED,
                Phase.DELETION_FAILED.name(),
                statusCode,
                statusMessage,
                retryable,
                Owner.ACCOUNT,
                Map.of());
    }

    @Override
    public String toString() {
        return "Image " + physicalResourceId;
    }
}
