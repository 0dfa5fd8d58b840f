package io.github.streamingimage.nimble;

import io.github.streamingimage.aws.ServiceError;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.Observation.NotFound;
import io.github.streamingimage.deletion.Observation.Problem;
import io.github.streamingimage.deletion.Observation.Problem.Kind;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.function.BooleanSupplier;

/**
 * What it means when a call brings no image. Only a 404 with the modelled ResourceNotFoundException means that the image is gone: a 404
 * of another kind, or that type with another status, can come from anything that stands where the service stood.
 */
final class NimbleProblems {

    private final BooleanSupplier otherNamesResolve;

    NimbleProblems(BooleanSupplier otherNamesResolve) {
        this.otherNamesResolve = otherNamesResolve;
    }

    Observation unanswered(String operation, IOException exception) {
        return exception instanceof UnknownHostException && otherNamesResolve.getAsBoolean()
                ? new Problem(Kind.ENDPOINT_MISSING, operation + ": the endpoint's name does not exist")
                : new Problem(Kind.UNAVAILABLE, ServiceError.describe(operation, exception));
    }

    static Observation error(String operation, ServiceError error) {
        return error.status() == 404 && error.type().equals("ResourceNotFoundException")
                ? new NotFound()
                : new Problem(kindOf(error), error.describe(operation));
    }

    private static Kind kindOf(ServiceError error) {
        if (error.type().equals("ConflictException")) {
            return Kind.CONFLICT;
        }
        if (error.type().equals("AccessDeniedException")) {
            return Kind.ACCESS_DENIED;
        }
        if (error.isThrottle()) {
            return Kind.THROTTLED;
        }
        boolean clientError = error.status() / 100 == 4 && error.status() != 408;
        return clientError && !error.isClockSkew() ? Kind.REJECTED : Kind.UNAVAILABLE;
    }
}
