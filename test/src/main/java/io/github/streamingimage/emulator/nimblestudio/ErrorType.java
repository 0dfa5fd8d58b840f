package io.github.streamingimage.emulator.nimblestudio;

import io.github.streamingimage.emulator.service.ModeledError;

/** The errors that the API's model names, each with its HTTP status. */
public enum ErrorType implements ModeledError {
    VALIDATION("ValidationException", 400),
    SERVICE_QUOTA_EXCEEDED("ServiceQuotaExceededException", 402),
    ACCESS_DENIED("AccessDeniedException", 403),
    RESOURCE_NOT_FOUND("ResourceNotFoundException", 404),
    CONFLICT("ConflictException", 409),
    THROTTLING("ThrottlingException", 429),
    INTERNAL_SERVER_ERROR("InternalServerErrorException", 500);

    private final String shape;
    private final int status;

    ErrorType(String shape, int status) {
        this.shape = shape;
        this.status = status;
    }

    /** The name on the wire, in {@code x-amzn-ErrorType}. */
    @Override
    public String shape() {
        return shape;
    }

    @Override
    public int status() {
        return status;
    }
}
