package io.github.streamingimage.emulator.service;

import java.util.Objects;
import java.util.Optional;

/**
 * Which requests a fault befalls: the next one of an operation, unless narrowed down or extended; immutable.
 *
 * @param imageId only requests about this image; empty for any
 * @param times how many requests; empty until further notice
 */
public record FaultScript(
        ServiceOperation operation, ServiceFault fault, Optional<String> imageId, Optional<Integer> times) {
    public FaultScript {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(fault, "fault");
        Objects.requireNonNull(imageId, "imageId");
        if (times.filter(count -> count < 1).isPresent()) {
            throw new IllegalArgumentException("times must be at least 1: " + times);
        }
    }

    /** The next request of the operation. */
    public static FaultScript on(ServiceOperation operation, ServiceFault fault) {
        return new FaultScript(operation, fault, Optional.empty(), Optional.of(1));
    }

    public FaultScript onlyFor(String id) {
        return new FaultScript(operation, fault, Optional.of(id), times);
    }

    public FaultScript times(int count) {
        return new FaultScript(operation, fault, imageId, Optional.of(count));
    }

    public FaultScript untilFurtherNotice() {
        return new FaultScript(operation, fault, imageId, Optional.empty());
    }

    boolean befalls(ServiceCall call) {
        return call.operation() == operation && (imageId.isEmpty() || imageId.equals(call.imageId()));
    }

    /** What is left of the script after it befell one request. */
    Optional<FaultScript> afterOneMore() {
        return times.isEmpty()
                ? Optional.of(this)
                : times.filter(count -> count > 1).map(count -> times(count - 1));
    }
}
