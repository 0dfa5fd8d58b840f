package io.github.streamingimage.emulator.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/** The Runtime API, version 2018-06-01, as a runtime calls it. A response that is refused, since it comes too late, is nobody's any more. */
final class RuntimeConnection {

    private final String base;

    /** @param address host and port */
    RuntimeConnection(String address) {
        base = "http://" + address + "/2018-06-01/runtime/";
    }

    /** Waits for the next invocation, however long that takes. */
    InvocationReceived next() throws IOException {
        HttpURLConnection connection = open("invocation/next");
        try (InputStream body = connection.getInputStream()) {
            return new InvocationReceived(
                    header(connection, "Request-Id", "Aws-"),
                    Instant.ofEpochMilli(Long.parseLong(header(connection, "Deadline-Ms", ""))),
                    header(connection, "Invoked-Function-Arn", ""),
                    body.readAllBytes());
        }
    }

    void responded(String requestId, byte[] body) throws IOException {
        post("invocation/" + requestId + "/response", body);
    }

    void failed(String requestId, Throwable failure) throws IOException {
        post("invocation/" + requestId + "/error", error(failure));
    }

    void initFailed(Throwable failure) throws IOException {
        post("init/error", error(failure));
    }

    private void post(String path, byte[] body) throws IOException {
        HttpURLConnection connection = open(path);
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        // Of a fixed length, so that nothing is ever sent twice.
        connection.setFixedLengthStreamingMode(body.length);
        connection.setRequestProperty("Content-Type", "application/json");
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
        connection.getResponseCode();
    }

    private HttpURLConnection open(String path) throws IOException {
        return (HttpURLConnection) new URL(base + path).openConnection(Proxy.NO_PROXY);
    }

    private static String header(HttpURLConnection connection, String name, String prefix) throws IOException {
        String value = connection.getHeaderField("Lambda-Runtime-" + prefix + name);
        if (value == null) {
            throw new IOException("the Runtime API gave no " + name);
        }
        return value;
    }

    private static byte[] error(Throwable failure) {
        String trace = Arrays.stream(failure.getStackTrace())
                .map(frame -> quoted(frame.toString()))
                .collect(Collectors.joining(","));
        return ("{\"errorMessage\":" + quoted(Objects.requireNonNullElse(failure.getMessage(), "")) + ",\"errorType\":"
                        + quoted(failure.getClass().getName()) + ",\"stackTrace\":[" + trace + "]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A JSON string; a half of a surrogate pair, which UTF-8 has no bytes for, becomes a question mark when it is written. */
    static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(each -> {
            if (each < ' ' || each == '"' || each == '\\') {
                json.append("\\u%04x".formatted(each));
            } else {
                json.append((char) each);
            }
        });
        return json.append('"').toString();
    }
}
