package io.github.streamingimage.emulator.nimblestudio;

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
}
