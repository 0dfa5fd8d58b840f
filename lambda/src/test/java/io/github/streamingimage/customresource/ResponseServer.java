package io.github.streamingimage.customresource;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** A server on loopback that takes responses; it can be told to refuse some first. */
public final class ResponseServer implements AutoCloseable {

    /** Closes the connection instead of responding. */
    public static final int HANG_UP = -1;

    static {
        // Header and body are two segments: without this, the second waits for the first one's acknowledgement, some 40
        // ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final Queue<Integer> statuses = new ArrayDeque<>();
    private final List<Received> received = new ArrayList<>();

    /** A request as it came. */
    public record Received(String method, String target, List<String> contentType, String body) {}

    /** @param statuses the statuses of the first requests; later ones get 200 */
    public ResponseServer(int... statuses) {
        for (int status : statuses) {
            this.statuses.add(status);
        }
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/arn%3Aaws%3Astack%7CImage%7C1?" + Events.QUERY;
    }

    public synchronized List<Received> received() {
        return List.copyOf(received);
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(new Received(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders().get("Content-Type"),
                body));
        int status = statuses.isEmpty() ? 200 : statuses.remove();
        if (status != HANG_UP) {
            exchange.getResponseHeaders().set("Location", url());
            exchange.sendResponseHeaders(status, -1);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
