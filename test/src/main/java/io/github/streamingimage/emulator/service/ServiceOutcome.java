package io.github.streamingimage.emulator.service;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of a call: images, or one of the API's errors.
 *
 * @param <I> an image as the service shows it
 */
public sealed interface ServiceOutcome<I> {
    /** The error, if it is one. */
    default Optional<ModeledError> error() {
        return this instanceof Refused<I> refused ? Optional.of(refused.type()) : Optional.empty();
    }

    /** The images that the call read or changed; a list may have a token that asks for more. */
    record Shown<I>(List<I> images, Optional<String> nextToken) implements ServiceOutcome<I> {
        public Shown {
            images = List.copyOf(images);
            Objects.requireNonNull(nextToken, "nextToken");
        }

        /** The image that the call was about. */
        public static <I> Shown<I> one(I image) {
            return new Shown<>(List.of(image), Optional.empty());
        }
    }

    /** An error; what is in {@code context} goes into its body where the API has room for it. */
    record Refused<I>(ModeledError type, String message, Map<String, String> context) implements ServiceOutcome<I> {
        public Refused {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(message, "message");
            context = Map.copyOf(context);
        }

        public Refused(ModeledError type, String message) {
            this(type, message, Map.of());
        }
    }
}
