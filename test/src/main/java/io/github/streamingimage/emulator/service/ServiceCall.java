package io.github.streamingimage.emulator.service;

import java.util.Optional;

/** One request to a service, decoded but not yet validated. */
public interface ServiceCall {
    ServiceOperation operation();

    /** The image that the request names; empty when it names none or several. */
    Optional<String> imageId();

    /** What the image belongs to, where that takes part in naming it: a studio. */
    default Optional<String> scope() {
        return Optional.empty();
    }

    /** The idempotency token. */
    default Optional<String> clientToken() {
        return Optional.empty();
    }
}
