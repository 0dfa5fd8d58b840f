package io.github.streamingimage.emulator.nimblestudio;

import java.util.Objects;
import java.util.Optional;

/**
 * Which requests a fault befalls: the next one of an operation, unless narrowed down or extended; immutable.
 *
 * @param streamingImageId only requests about this image; empty for any
 * @param times how many requests; empty until further notice
 */
public record FaultScript(
        Operation operation, Fault fault, Optional<String> streamingImageId, Optional<Integer> times) {
    public FaultScript {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(fault, "fault");
        Objects.requireNonNull(streamingImageId, "streamingImageId");
        if (times.filter(count -> count < 1).isPresent()) {
            throw new IllegalArgumentException("times must be at least 1: " + times);
        }
    }

    /** The next request of the operation. */
    public static FaultScript on(Operation operation, Fault fault) {
        return new FaultScript(operation, fault, Optional.empty(), Optional.of(1));
    }

    public FaultScript onlyFor(String imageId) {
        return new FaultScript(operation, fault, Optional.of(imageId), times);
    }

    public FaultScript times(int count) {
        return new FaultScript(operation, fault, streamingImageId, Optional.of(count));
    }

    public FaultScript untilFurtherNotice() {
        return new FaultScript(operation, fault, streamingImageId, Optional.empty());
    }

    boolean befalls(Call call) {
        return call.operation() == operation
                && (streamingImageId.isEmpty() || streamingImageId.equals(call.streamingImageId()));
    }

    /** What is left of the script after it befell one request. */
    Optional<FaultScript> afterOneMore() {
        return times.isEmpty()
                ? Optional.of(this)
                : times.filter(count -> count > 1).map(count -> times(count - 1));
    }
}
