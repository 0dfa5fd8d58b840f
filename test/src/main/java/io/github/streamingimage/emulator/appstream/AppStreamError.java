package io.github.streamingimage.emulator.appstream;

import io.github.streamingimage.emulator.service.ModeledError;

/** The errors that the API's model has for the operations on images, and those that every AWS service has. */
public enum AppStreamError implements ModeledError {
    CONCURRENT_MODIFICATION("ConcurrentModificationException", 400),
    INVALID_PARAMETER_COMBINATION("InvalidParameterCombinationException", 400),
    OPERATION_NOT_PERMITTED("OperationNotPermittedException", 400),
    RESOURCE_IN_USE("ResourceInUseException", 400),
    RESOURCE_NOT_FOUND("ResourceNotFoundException", 400),
    ACCESS_DENIED("AccessDeniedException", 400),
    EXPIRED_TOKEN("ExpiredTokenException", 400),
    THROTTLING("ThrottlingException", 400),
    VALIDATION("ValidationException", 400),
    INTERNAL_FAILURE("InternalFailure", 500),
    SERVICE_UNAVAILABLE("ServiceUnavailable", 503);

    private final String shape;
    private final int status;

    AppStreamError(String shape, int status) {
        this.shape = shape;
        this.status = status;
    }

    @Override
    public String shape() {
        return shape;
    }

    @Override
    public int status() {
        return status;
    }
}
