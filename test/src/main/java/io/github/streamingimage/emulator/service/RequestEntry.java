package io.github.streamingimage.emulator.service;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One line of the request log, written when the service has made up its mind and before the response leaves.
 *
 * @param operation empty when the request belongs to none
 * @param scope what the image belongs to, where that takes part in naming it: a studio
 * @param status HTTP status of the response; empty when the connection is closed without one
 * @param errorType name of the error in the response
 * @param fault what was made to go wrong with this request
 * @param stateAfterwards the image's real state after the request; empty when there is none
 */
public record RequestEntry(
        Instant at,
        Optional<ServiceOperation> operation,
        Optional<String> scope,
        Optional<String> imageId,
        Optional<String> clientToken,
        Optional<Integer> status,
        Optional<String> errorType,
        Optional<ServiceFault> fault,
        Optional<String> stateAfterwards) {
    public RequestEntry {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(imageId, "imageId");
        Objects.requireNonNull(clientToken, "clientToken");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(errorType, "errorType");
        Objects.requireNonNull(fault, "fault");
        Objects.requireNonNull(stateAfterwards, "stateAfterwards");
    }
}
