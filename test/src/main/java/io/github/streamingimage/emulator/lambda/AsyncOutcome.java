package io.github.streamingimage.emulator.lambda;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

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
     * @param followUp the outcome of the record, when the destination was the function itself and it took it
     */
    record Exhausted(String requestId, int attempts, byte[] record, Optional<CompletableFuture<AsyncOutcome>> followUp)
            implements AsyncOutcome {}
}
