package io.github.streamingimage.localrun.history;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A request about one image that its service got.
 *
 * @param at since the start of the run
 * @param operation {@code GET}, {@code DELETE} or {@code UPDATE}; of AppStream {@code DESCRIBE_IMAGES} or {@code DELETE_IMAGE}
 * @param status the HTTP status; empty when the connection was closed without an answer
 * @param errorType the error that was answered
 * @param fault the kind of the fault that was made to befall it
 * @param stateAfterwards the image's real state
 */
public record ImageRequest(
        Duration at,
        String operation,
        Optional<Integer> status,
        Optional<String> errorType,
        Optional<String> fault,
        Optional<String> stateAfterwards) {

    public ImageRequest {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(errorType, "errorType");
        Objects.requireNonNull(fault, "fault");
        Objects.requireNonNull(stateAfterwards, "stateAfterwards");
    }

    /** Whether it is a poll. */
    public boolean isLook() {
        return isLook(operation);
    }

    /** Whether it is to delete the image. */
    public boolean isDelete() {
        return isDelete(operation);
    }

    public static boolean isLook(String operation) {
        return operation.equals("GET") || operation.equals("DESCRIBE_IMAGES");
    }

    public static boolean isDelete(String operation) {
        return operation.startsWith("DELETE");
    }

    /** Whether it did not go as whoever sent it would wish. */
    public boolean isSetback() {
        return fault.isPresent() || errorType.isPresent();
    }

    /** The answer in a few words, such as {@code 429 ThrottlingException}. */
    public String told() {
        String answer = status.map(String::valueOf).orElse("no response");
        return answer + errorType.map(type -> " " + type).orElse("");
    }
}
