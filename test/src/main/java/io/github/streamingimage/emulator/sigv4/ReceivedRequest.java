package io.github.streamingimage.emulator.sigv4;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An HTTP request as it came in: path and query still percent-encoded, the body complete, header names in lower case.
 *
 * @param rawQuery what follows the question mark, empty without one
 */
public record ReceivedRequest(
        String method, String rawPath, String rawQuery, Map<String, List<String>> headers, byte[] body) {
    public ReceivedRequest {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(rawPath, "rawPath");
        Objects.requireNonNull(rawQuery, "rawQuery");
        Objects.requireNonNull(body, "body");
        Map<String, List<String>> lowerCase = new TreeMap<>();
        headers.forEach((name, values) -> lowerCase.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        headers = Map.copyOf(lowerCase);
    }

    /** Reads the request of an exchange, and its body to the end. */
    public static ReceivedRequest of(HttpExchange exchange) throws IOException {
        return new ReceivedRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""),
                exchange.getRequestHeaders(),
                exchange.getRequestBody().readAllBytes());
    }

    /** The first value of a header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /** Without query, headers and body, which may carry secrets. */
    @Override
    public String toString() {
        return method + " " + rawPath;
    }
}
