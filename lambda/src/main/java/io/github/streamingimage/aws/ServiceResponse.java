package io.github.streamingimage.aws;

import java.util.Objects;

/**
 * What a service responded, success or error.
 *
 * @param status the HTTP status
 * @param errorType the header {@code x-amzn-ErrorType}, empty when absent
 * @param body the whole body, empty when there is none
 */
public record ServiceResponse(int status, String errorType, byte[] body) {

    public ServiceResponse {
        Objects.requireNonNull(errorType);
        Objects.requireNonNull(body);
    }

    public boolean isSuccess() {
        return status / 100 == 2;
    }
}
