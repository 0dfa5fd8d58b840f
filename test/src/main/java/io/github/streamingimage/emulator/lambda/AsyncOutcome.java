package io.github.streamingimage.emulator.lambda;

/** What became of an event after its last attempt; all attempts had the same request id. */
public sealed interface AsyncOutcome {

    /** The AWS request id of all attempts. */
    String requestId();

    /** How often the function was invoked. */
    int attempts();

    /** An attempt succeeded with this response. */
    record Succeeded(String requestId, int attempts, byte[] response) implements AsyncOutcome {}

    /**
     * No attempt succeeded and the record went to the on-failure destination.
     *
     * @param record the record in Lambda's format; it holds the whole event, secrets included
     */
    record Exhausted(String requestId, int attempts, byte[] record) implements AsyncOutcome {}
}
