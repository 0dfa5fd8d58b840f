package io.github.streamingimage.emulator.service;

import java.util.Objects;
import java.util.stream.Stream;

/**
 * What an image says about how it is.
 *
 * @param state one of the API's states, or one that its last version does not know; not empty
 * @param statusCode why it is in this state; empty when there is nothing to say
 * @param statusMessage the same in words
 */
public record ImageCondition(String state, String statusCode, String statusMessage) {
    public ImageCondition {
        if (state.isEmpty()) {
            throw new IllegalArgumentException("state must not be empty");
        }
        Objects.requireNonNull(statusCode, "statusCode");
        Objects.requireNonNull(statusMessage, "statusMessage");
    }

    public boolean isIn(Enum<?>... states) {
        return Stream.of(states).map(Enum::name).anyMatch(state::equals);
    }
}
