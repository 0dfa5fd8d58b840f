package io.github.streamingimage.localrun;

import io.github.streamingimage.emulator.RegionListener;
import io.github.streamingimage.emulator.cloudformation.StackOperation;
import io.github.streamingimage.emulator.cloudformation.StackStatus;
import io.github.streamingimage.emulator.lambda.FunctionEvent;
import io.github.streamingimage.emulator.lambda.InvocationError;
import io.github.streamingimage.localrun.history.LogLine;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Waits for operations of stacks, but not for a function that cannot start, which would never respond. AWS's client tells of a handler
 * that cannot be loaded only when it is invoked: an invocation that fails before the function has logged a line is such a failure.
 */
final class StartWatch implements RegionListener {

    private static final Duration LONGEST_OPERATION = Duration.ofMinutes(30);

    private final CompletableFuture<String> failure = new CompletableFuture<>();
    private final Set<String> begun = ConcurrentHashMap.newKeySet();

    @Override
    public void functionEvent(FunctionEvent event) {
        if (event instanceof FunctionEvent.StartFailed failed) {
            failure.complete(failed.reason());
        } else if (event instanceof FunctionEvent.Logged logged
                && LogLine.parse(logged.line()).isPresent()) {
            begun.add(logged.requestId());
        } else if (event instanceof FunctionEvent.Failed failed && !begun.contains(failed.requestId())) {
            failure.complete(InvocationError.told(failed.body()));
        }
    }

    /** Why the function cannot start, in one line; nothing when it can. */
    Optional<String> failure() {
        return Optional.ofNullable(failure.getNow(null));
    }

    /** The status in which the stack ends; nothing when the function cannot start. */
    Optional<StackStatus> await(StackOperation operation) {
        CompletableFuture.anyOf(operation.outcome(), failure)
                .orTimeout(LONGEST_OPERATION.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        return failure.isDone()
                ? Optional.empty()
                : Optional.of(operation.outcome().join());
    }
}
