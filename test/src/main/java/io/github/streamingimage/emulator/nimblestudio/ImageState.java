package io.github.streamingimage.emulator.nimblestudio;

import io.github.streamingimage.emulator.service.ImageCondition;

/** The states of the API, version 2020-08-01, each with the status code that goes with it unless a script says otherwise. */
public enum ImageState {
    CREATE_IN_PROGRESS(StatusCode.STREAMING_IMAGE_CREATE_IN_PROGRESS),
    READY(StatusCode.STREAMING_IMAGE_READY),
    DELETE_IN_PROGRESS(StatusCode.STREAMING_IMAGE_DELETE_IN_PROGRESS),
    DELETED(StatusCode.STREAMING_IMAGE_DELETED),
    UPDATE_IN_PROGRESS(StatusCode.STREAMING_IMAGE_UPDATE_IN_PROGRESS),
    UPDATE_FAILED(StatusCode.INTERNAL_ERROR),
    CREATE_FAILED(StatusCode.INTERNAL_ERROR),
    DELETE_FAILED(StatusCode.INTERNAL_ERROR);

    private final StatusCode statusCode;

    ImageState(StatusCode statusCode) {
        this.statusCode = statusCode;
    }

    public StatusCode statusCode() {
        return statusCode;
    }

    /** This state with its usual status code. */
    public ImageCondition condition() {
        return condition(statusCode, "The streaming image is " + this + ".");
    }

    ImageCondition condition(StatusCode code, String message) {
        return new ImageCondition(name(), code.name(), message);
    }
}
