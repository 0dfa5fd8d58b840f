package io.github.streamingimage.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.streamingimage.aws.ServiceResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What a response to a look showed, as the simulation itself reads it.
 *
 * @param state the image's state, {@code DELETED} when there is none, empty when the response shows neither
 * @param owner the image's owner, or empty
 */
record Sight(String state, String owner) {

    static final Sight NOTHING = new Sight("", "");

    private static final ObjectMapper JSON = new ObjectMapper();

    static Sight of(ServiceResponse response) {
        if (response.status() == 404 && response.errorType().equals("ResourceNotFoundException")) {
            return new Sight("DELETED", "");
        }
        if (response.status() != 200) {
            return NOTHING;
        }
        try {
            JsonNode image = JSON.readTree(response.body()).path("streamingImage");
            return new Sight(image.path("state").asText(), image.path("owner").asText());
        } catch (IOException e) {
            throw new UncheckedIOException("the service model writes JSON", e);
        }
    }

    boolean isGone() {
        return is("DELETED");
    }

    private boolean is(String any) {
        return state.equals(any);
    }

    boolean isBeingDeleted() {
        return is("DELETE_IN_PROGRESS");
    }

    boolean hasFailed() {
        return is("DELETE_FAILED");
    }

    boolean showsAnImage() {
        return !state.isEmpty() && !isGone();
    }

    boolean isOwnedByAmazon() {
        return owner.equals("AMAZON");
    }
}
