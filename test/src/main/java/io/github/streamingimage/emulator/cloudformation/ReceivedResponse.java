package io.github.streamingimage.emulator.cloudformation;

import java.time.Instant;
import java.util.Optional;

/**
 * One request to a response URL.
 *
 * @param at when it arrived
 * @param requestId of the request it belongs to; empty when its URL is none that was given out
 * @param httpStatus what the sender got; 0 when the connection was closed instead
 * @param bytes the size of the body
 * @param response what could be read, when the body was looked at
 */
public record ReceivedResponse(
        Instant at, String requestId, int httpStatus, int bytes, Disposition disposition, Optional<Response> response) {

    /** What became of it. */
    public enum Disposition {
        /** It decided the request. */
        COUNTED,
        /** The request had a response before. */
        DUPLICATE,
        /** The request had been given up before. */
        LATE,
        /** It was not accepted, because it was wrong or a fault was scripted. */
        REFUSED
    }
}
