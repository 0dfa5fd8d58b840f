package io.github.streamingimage.emulator.nimblestudio;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The idempotency tokens of accepted requests, each with the request and the image that it led to.
 *
 * <p>Unverified: how long the service remembers a token (here: for ever), and that tokens are not kept apart by
 * operation or studio.
 */
final class Tokens {
    private final Map<String, Use> uses = new HashMap<>();

    /** The call that a token first came with, and the image it was about. */
    record Use(Call call, Image image) {}

    Optional<Use> earlierUse(Call call) {
        return call.clientToken().map(uses::get);
    }

    void remember(Call call, Image image) {
        call.clientToken().ifPresent(token -> uses.put(token, new Use(call, image)));
    }
}
