package io.github.streamingimage.emulator.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/** A complete HTTP response, apart from the headers that every response has. */
public record WireResponse(int status, Map<String, String> headers, byte[] body) {
    public WireResponse {
        headers = Map.copyOf(headers);
        Objects.requireNonNull(body, "body");
    }

    public static WireResponse of(int status, Map<String, String> headers, JsonNode body) {
        return new WireResponse(status, headers, body.toString().getBytes(UTF_8));
    }

    /** The same with only the first half of its body. */
    WireResponse halved() {
        return new WireResponse(status, headers, Arrays.copyOf(body, body.length / 2));
    }
}
