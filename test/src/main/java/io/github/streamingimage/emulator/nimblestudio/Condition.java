package io.github.streamingimage.emulator.nimblestudio;

import java.util.Objects;
import java.util.stream.Stream;

/**
 * What an image says about how it is: state, status code and status message, none of them empty.
 *
 * @param state one of {@link ImageState}, or a state that the API's last version does not know
 * @param statusCode one of {@link StatusCode}, or one that the API's last version does not know
 */
public record Condition(String state, String statusCode, String statusMessage) {
    public Condition {
        if (state.isEmpty() || statusCode.isEmpty()) {
            throw new IllegalArgumentException("state and statusCode must not be empty");
        }
        Objects.requireNonNull(statusMessage, "statusMessage");
    }

    /** A known state with its usual status code. */
    public static Condition of(ImageState state) {
        return new Condition(state.name(), state.statusCode().name(), "The streaming image is " + state + ".");
    }

    /** A state that the API's last version does not know. */
    public static Condition unknown(String state) {
        return new Condition(state, "STREAMING_IMAGE_" + state, "The streaming image is " + state + ".");
    }

    boolean isIn(ImageState... states) {
        return Stream.of(states).map(ImageState::name).anyMatch(state::equals);
    }
}
