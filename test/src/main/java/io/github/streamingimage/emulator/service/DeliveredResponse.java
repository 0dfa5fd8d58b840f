package io.github.streamingimage.emulator.service;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How a response reaches the client.
 *
 * @param response empty for a connection that is closed without one
 * @param pause how long nothing at all is sent
 * @param spread over how long the body is sent, byte by byte; zero for at once
 */
public record DeliveredResponse(Optional<WireResponse> response, Duration pause, Duration spread) {

    /** A connection that is closed at once. */
    public static final DeliveredResponse NONE = new DeliveredResponse(Optional.empty(), Duration.ZERO, Duration.ZERO);

    public DeliveredResponse {
        Objects.requireNonNull(response, "response");
        Objects.requireNonNull(pause, "pause");
        Objects.requireNonNull(spread, "spread");
    }

    /** At once and as a whole. */
    public static DeliveredResponse of(WireResponse response) {
        return new DeliveredResponse(Optional.of(response), Duration.ZERO, Duration.ZERO);
    }
}
