package io.github.streamingimage.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A service on loopback that answers every call with the same bytes, whatever they are. */
public final class RawAnswerServer implements AutoCloseable {

    private final HttpServer server;
    private volatile Answer answer = new Answer(500, "", "", false);

    /**
     * What it answers.
     *
     * @param errorType the header {@code x-amzn-ErrorType}, absent when empty
     * @param cutOff whether the connection ends before the body does
     */
    public record Answer(int status, String errorType, String body, boolean cutOff) {}

    public RawAnswerServer() {
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

    public void answers(Answer next) {
        answer = next;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            if (!answer.errorType().isEmpty()) {
                exchange.getResponseHeaders().set("x-amzn-ErrorType", answer.errorType());
            }
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), answer.cutOff() ? body.length + 1 : body.length);
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
