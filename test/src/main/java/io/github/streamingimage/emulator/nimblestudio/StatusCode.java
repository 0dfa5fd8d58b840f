package io.github.streamingimage.emulator.nimblestudio;

/** The status codes of the API, version 2020-08-01. */
public enum StatusCode {
    STREAMING_IMAGE_CREATE_IN_PROGRESS,
    STREAMING_IMAGE_READY,
    STREAMING_IMAGE_DELETE_IN_PROGRESS,
    STREAMING_IMAGE_DELETED,
    STREAMING_IMAGE_UPDATE_IN_PROGRESS,
    INTERNAL_ERROR,
    ACCESS_DENIED
}
