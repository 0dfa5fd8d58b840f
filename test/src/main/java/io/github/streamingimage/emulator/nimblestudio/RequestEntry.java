package io.github.streamingimage.emulator.nimblestudio;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One line of the request log, written when the service has made up its mind and before the answer leaves.
 *
 * @param operation empty when the path belongs to none
 * @param status HTTP status of the answer; empty when the connection is closed without one
 * @param errorType what the answer says in {@code x-amzn-ErrorType}
 * @param fault what was made to go wrong with this request
 * @param stateAfterwards the image's real state after the request; empty when there is none
 */
public record RequestEntry(
        Instant at,
        Optional<Operation> operation,
        Optional<String> studioId,
        Optional<String> streamingImageId,
        Optional<String> clientToken,
        Optional<Integer> status,
        Optional<String> errorType,
        Optional<Fault> fault,
        Optional<String> stateAfterwards) {
    public RequestEntry {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(studioId, "studioId");
        Objects.requireNonNull(streamingImageId, "streamingImageId");
        Objects.requireNonNull(clientToken, "clientToken");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(errorType, "errorType");
        Objects.requireNonNull(fault, "fault");
        Objects.requireNonNull(stateAfterwards, "stateAfterwards");
    }
}
