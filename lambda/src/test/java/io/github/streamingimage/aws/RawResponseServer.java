package io.github.streamingimage.aws;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A service on loopback that responds to calls with the bytes that it is given, whatever they are, and keeps the last call. */
public final class RawResponseServer implements AutoCloseable {

    static {
        // Header and body are two segments: without this, the second waits for the first one's acknowledgement, some 40
        // ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final Deque<Response> responses = new ArrayDeque<>(List.of(new Response(500, "", "", false)));
    private volatile Call lastCall;

    /**
     * What it responds with.
     *
     * @param errorType the header {@code x-amzn-ErrorType}, absent when empty
     * @param cutOff whether the connection ends before the body does
     */
    public record Response(int status, String errorType, String body, boolean cutOff) {}

    /** A request as it came. */
    public record Call(String method, String target, Headers headers, String body) {

        /** The header's only value, or nothing. */
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name)).map(values -> String.join(",", values));
        }
    }

    public RawResponseServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What Lambda would set for a function that finds all services here. */
    public Map<String, String> environment() {
        return Map.of(
                "AWS_REGION", "us-west-2",
                "AWS_ACCESS_KEY_ID", "AKID",
                "AWS_SECRET_ACCESS_KEY", "secret",
                "AWS_SESSION_TOKEN", "token",
                "AWS_ENDPOINT_URL", endpoint().toString());
    }

    /** Responds with these in turn, and with the last one for ever. */
    public void responds(Response... inTurn) {
        synchronized (responses) {
            responses.clear();
            responses.addAll(List.of(inTurn));
        }
    }

    private Response next() {
        synchronized (responses) {
            return responses.size() > 1 ? responses.remove() : responses.element();
        }
    }

    public Call lastCall() {
        return lastCall;
    }

    private void handle(HttpExchange exchange) throws IOException {
        Response response = next();
        try (exchange) {
            lastCall = new Call(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            if (!response.errorType().isEmpty()) {
                exchange.getResponseHeaders().set("x-amzn-ErrorType", response.errorType());
            }
            if (response.status() / 100 == 3) {
                exchange.getResponseHeaders().set("Location", endpoint() + "/elsewhere");
            }
            byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(response.status(), response.cutOff() ? body.length + 1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException e) {
            // The client has had enough, or was promised more than it got.
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
