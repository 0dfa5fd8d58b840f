package io.github.streamingimage.emulator.lambda;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Something that happened to a function, as a listener is told of it; request ids are those that the function sees itself. */
public sealed interface FunctionEvent {

    /** When it happened. */
    Instant at();

    /** The text that left the function by this event, whatever it holds; empty for what the emulator did. */
    default Optional<String> said() {
        return Optional.empty();
    }

    /** A process was started for a new execution environment. */
    record EnvironmentStarted(Instant at, String environment, long pid) implements FunctionEvent {}

    /** A line of standard output or error; {@code requestId} is empty between invocations. */
    record Logged(Instant at, String environment, String requestId, String line) implements FunctionEvent {
        @Override
        public Optional<String> said() {
            return Optional.of(line);
        }
    }

    /** The runtime fetched an invocation; {@code attempt} is 1-based. */
    record Started(Instant at, String environment, String requestId, int attempt) implements FunctionEvent {}

    /** The function answered with a response. */
    record Responded(Instant at, String requestId, String body) implements FunctionEvent {
        @Override
        public Optional<String> said() {
            return Optional.of(body);
        }
    }

    /** The function answered with an error, during an invocation or while it initialized. */
    record Failed(Instant at, String requestId, String body) implements FunctionEvent {
        @Override
        public Optional<String> said() {
            return Optional.of(body);
        }
    }

    /** An invocation reached the function's timeout and its process was killed. */
    record TimedOut(Instant at, String requestId, Duration timeout) implements FunctionEvent {}

    /** A process ended; {@code requestId} is empty when it was running no invocation. */
    record Exited(Instant at, String environment, String requestId, int exitStatus) implements FunctionEvent {}

    /** A process ended before it asked for an invocation; {@code reason} is one line. */
    record StartFailed(Instant at, String environment, String reason) implements FunctionEvent {}

    /** An invocation is over, well or not; {@code took} counts from {@link Started}, zero when it never started. */
    record Ended(Instant at, String requestId, Duration took) implements FunctionEvent {}

    /** A failed event will be tried again; {@code attempt} is the coming one. */
    record Retrying(Instant at, String requestId, int attempt, Duration delay) implements FunctionEvent {}

    /** A failed event was given up and its record goes to the on-failure destination. */
    record GivenUp(Instant at, String requestId, String condition, int attempts) implements FunctionEvent {}
}
