package io.github.streamingimage.emulator.lambda;

import java.util.concurrent.CompletableFuture;

/**
 * One attempt at running the function with a payload, on its way through the emulator.
 *
 * @param requestId the AWS request id, shared by all attempts at an event
 * @param payload the event, JSON in UTF-8
 * @param attempt 1-based
 * @param result completed once; cancelled when the function is closed
 */
record InvocationAttempt(String requestId, byte[] payload, int attempt, CompletableFuture<InvocationResult> result) {

    InvocationAttempt(String requestId, byte[] payload, int attempt) {
        this(requestId, payload, attempt, new CompletableFuture<>());
    }
}
