package io.github.streamingimage.emulator.cloudformation;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A stack operation that has begun.
 *
 * @param stackId the ARN of its stack
 * @param outcome the status in which the stack ends
 */
public record StackOperation(String stackId, CompletableFuture<StackStatus> outcome) {

    /** The status in which the stack ends; fails with a {@code CompletionException} when it takes longer than this. */
    public StackStatus await(Duration longest) {
        return outcome.copy()
                .orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
