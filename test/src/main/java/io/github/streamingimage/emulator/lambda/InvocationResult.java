package io.github.streamingimage.emulator.lambda;

/** How one invocation ended; payloads are the caller's to keep, as JSON in UTF-8. */
public sealed interface InvocationResult {

    /** The AWS request id of the invocation. */
    String requestId();

    /** What the caller gets. */
    byte[] payload();

    /** The function returned. */
    record Response(String requestId, byte[] payload) implements InvocationResult {}

    /**
     * The function threw, could not initialize, timed out or exited: {@code payload} holds {@code errorType},
     * {@code errorMessage} and, from the runtime, {@code stackTrace}.
     */
    record FunctionError(String requestId, byte[] payload) implements InvocationResult {}
}
