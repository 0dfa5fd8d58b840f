package io.github.streamingimage.emulator.service;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/** A complete HTTP response, apart from the headers that every response has. */
public record ServiceResponse(int status, Map<String, String> headers, byte[] body) {
    public ServiceResponse {
        headers = Map.copyOf(headers);
        Objects.requireNonNull(body, "body");
    }

    /** The same with only the first half of its body. */
    public ServiceResponse halved() {
        return new ServiceResponse(status, headers, Arrays.copyOf(body, body.length / 2));
    }
}
