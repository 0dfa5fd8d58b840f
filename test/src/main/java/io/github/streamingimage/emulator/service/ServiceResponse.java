package io.github.streamingimage.emulator.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/** A complete HTTP response, apart from the headers that every response has. */
public record ServiceResponse(int status, Map<String, String> headers, byte[] body) {
    public ServiceResponse {
        headers = Map.copyOf(headers);
        Objects.requireNonNull(body, "body");
    }

    public static ServiceResponse of(int status, Map<String, String> headers, JsonNode body) {
        return new ServiceResponse(status, headers, body.toString().getBytes(UTF_8));
    }

    /** The same with only the first half of its body. */
    ServiceResponse halved() {
        return new ServiceResponse(status, headers, Arrays.copyOf(body, body.length / 2));
    }
}
