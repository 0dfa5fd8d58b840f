package io.github.streamingimage.nimble;

import io.github.streamingimage.aws.SdkFailure;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.Observation.NotFound;
import io.github.streamingimage.deletion.Observation.Problem;
import io.github.streamingimage.deletion.Observation.Problem.Kind;
import java.net.UnknownHostException;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.nimble.model.AccessDeniedException;
import software.amazon.awssdk.services.nimble.model.ConflictException;
import software.amazon.awssdk.services.nimble.model.NimbleException;
import software.amazon.awssdk.services.nimble.model.ResourceNotFoundException;

/**
 * Translates what the client throws. Only a 404 with the modelled ResourceNotFoundException means that the image is gone: a 404 of
 * another kind, or that type with another status (which the client throws alike), can come from anything that stands where the
 * service stood.
 */
final class NimbleProblems {

    private final BooleanSupplier otherNamesResolve;

    NimbleProblems(BooleanSupplier otherNamesResolve) {
        this.otherNamesResolve = otherNamesResolve;
    }

    Observation translate(String operation, SdkException exception) {
        if (exception instanceof ResourceNotFoundException missing && missing.statusCode() == 404) {
            return new NotFound();
        }
        String description = SdkFailure.describe(operation, exception);
        if (exception instanceof NimbleException answered) {
            return new Problem(kindOf(answered), description);
        }
        boolean nameMissing = SdkFailure.rootCause(exception) instanceof UnknownHostException;
        return nameMissing && otherNamesResolve.getAsBoolean()
                ? new Problem(Kind.ENDPOINT_MISSING, operation + ": the endpoint's name does not exist")
                : new Problem(Kind.UNAVAILABLE, description);
    }

    private static Kind kindOf(NimbleException answered) {
        int status = answered.statusCode();
        if (answered instanceof ConflictException) {
            return Kind.CONFLICT;
        }
        if (answered instanceof AccessDeniedException) {
            return Kind.ACCESS_DENIED;
        }
        if (answered.isThrottlingException()) {
            return Kind.THROTTLED;
        }
        boolean clientError = status / 100 == 4 && status != 408;
        return clientError && !answered.isClockSkewException() ? Kind.REJECTED : Kind.UNAVAILABLE;
    }
}
