package io.github.streamingimage.emulator.lambda;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.streamingimage.emulator.http.DaemonThreads;
import io.github.streamingimage.emulator.http.LoopbackServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The Runtime API of one execution environment, version 2018-06-01, on a loopback port: the only way in which a runtime gets
 * invocations and gives answers.
 */
final class RuntimeApi implements AutoCloseable {

    private static final String INVOCATION = "/2018-06-01/runtime/invocation/";
    private static final String INIT_ERROR = "/2018-06-01/runtime/init/error";

    /** What the runtime asks and tells; an answer that belongs to no running invocation is refused with {@code false}. */
    interface Listener {

        /** Blocks until there is an invocation, and gives the headers and body that the runtime gets. */
        Delivery next() throws InterruptedException;

        boolean responded(String requestId, byte[] body);

        boolean failed(String requestId, byte[] body);

        boolean initFailed(byte[] body);
    }

    /** An invocation as it crosses the wire. */
    record Delivery(Map<String, String> headers, byte[] payload) {}

    private final Listener listener;
    private final ExecutorService executor = Executors.newCachedThreadPool(DaemonThreads.named("runtime-api"));
    private final HttpServer server;

    RuntimeApi(Listener listener) {
        this.listener = listener;
        server = LoopbackServer.create();
        server.setExecutor(executor);
        server.createContext("/", this::handle);
        // The server's own thread is a daemon only if the thread that starts it is one.
        CompletableFuture.runAsync(server::start, executor).join();
    }

    /** Host and port, as in {@code AWS_LAMBDA_RUNTIME_API}. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            switch (exchange.getRequestMethod()) {
                case "GET" -> get(exchange, path);
                case "POST" -> post(exchange, path);
                default -> refuse(exchange, 405, "MethodNotAllowed");
            }
        } catch (InterruptedException e) {
            // The environment is gone: the runtime's long poll ends without an answer.
            Thread.currentThread().interrupt();
        }
    }

    private void get(HttpExchange exchange, String path) throws IOException, InterruptedException {
        if (!path.equals(INVOCATION + "next")) {
            refuse(exchange, 404, "NotFound");
            return;
        }
        Delivery delivery = listener.next();
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        delivery.headers().forEach(headers::set);
        answer(exchange, 200, delivery.payload());
    }

    private void post(HttpExchange exchange, String path) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        boolean accepted;
        if (path.equals(INIT_ERROR)) {
            accepted = listener.initFailed(body);
        } else if (path.startsWith(INVOCATION) && path.endsWith("/response")) {
            accepted = listener.responded(requestId(path, "/response"), body);
        } else if (path.startsWith(INVOCATION) && path.endsWith("/error")) {
            accepted = listener.failed(requestId(path, "/error"), body);
        } else {
            refuse(exchange, 404, "NotFound");
            return;
        }
        if (accepted) {
            answer(exchange, 202, "{\"status\":\"OK\"}".getBytes(StandardCharsets.UTF_8));
        } else {
            refuse(exchange, 400, "InvalidRequestID");
        }
    }

    private static String requestId(String path, String suffix) {
        return path.substring(INVOCATION.length(), path.length() - suffix.length());
    }

    private static void refuse(HttpExchange exchange, int status, String type) throws IOException {
        String body = "{\"errorType\":\"%s\",\"errorMessage\":\"%s\"}".formatted(type, type);
        answer(exchange, status, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
