package io.github.streamingimage.emulator.service;

import java.util.Objects;
import java.util.Optional;

/**
 * What a service does about one call.
 *
 * @param outcome what came of the operation; empty when a fault kept it from being looked at
 * @param fault what goes wrong, which decides whether and how the outcome reaches the client
 */
public record Reaction<I>(Optional<ServiceOutcome<I>> outcome, Optional<ServiceFault> fault) {
    public Reaction {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(fault, "fault");
        if (outcome.isEmpty() && fault.isEmpty()) {
            throw new IllegalArgumentException("without a fault there must be an outcome");
        }
    }

    /** The error that the client is told in the API's own terms, if any. */
    Optional<ModeledError> error() {
        return outcome.flatMap(ServiceOutcome::error);
    }

    /** HTTP status of the response; empty when there is no response. */
    Optional<Integer> status() {
        if (fault.isPresent() && fault.get() instanceof ServiceFault.RawResponse raw) {
            return Optional.of(raw.status());
        }
        return fault.equals(Optional.of(new ServiceFault.LostReply()))
                ? Optional.empty()
                : outcome.map(known -> known.error().map(ModeledError::status).orElse(200));
    }
}
