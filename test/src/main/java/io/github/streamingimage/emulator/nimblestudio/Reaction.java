package io.github.streamingimage.emulator.nimblestudio;

import java.util.Objects;
import java.util.Optional;

/**
 * What the service does about one call.
 *
 * @param outcome what came of the operation; empty when a fault kept it from being looked at
 * @param fault what goes wrong, which decides whether and how the outcome reaches the client
 */
public record Reaction(Optional<Outcome> outcome, Optional<Fault> fault) {
    public Reaction {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(fault, "fault");
        if (outcome.isEmpty() && fault.isEmpty()) {
            throw new IllegalArgumentException("without a fault there must be an outcome");
        }
    }

    /** The error that the client is told in the API's own terms, if any. */
    Optional<ErrorType> error() {
        return outcome.flatMap(Outcome::error);
    }

    /** The image that the call did not name and the outcome does. */
    Optional<String> createdImageId() {
        return outcome.flatMap(known -> known.match(
                one -> Optional.of(one.image().streamingImageId()),
                page -> Optional.empty(),
                refused -> Optional.empty()));
    }

    /** HTTP status of the answer; empty when there is no answer. */
    Optional<Integer> status() {
        if (fault.isPresent() && fault.get() instanceof Fault.RawAnswer raw) {
            return Optional.of(raw.status());
        }
        return fault.equals(Optional.of(new Fault.LostReply()))
                ? Optional.empty()
                : outcome.map(known -> known.error().map(ErrorType::status).orElse(200));
    }
}
