package io.github.streamingimage.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.github.streamingimage.emulator.http.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/**
 * Answers every request of a first pass of a Delete, of whichever service, at once and with a fixed text, and everything else like
 * DescribeStacks.
 */
final class PassAnswers implements HttpHandler {

    private static final String DESCRIBE_STACKS = "DescribeStacks";
    private static final String APPSTREAM_IMAGE =
            "{\"Name\":\"image-1\",\"CreatedTime\":1767225600.0,\"State\":\"%s\"}";
    private static final Map<String, String> TEXTS = Map.of(
            "GET",
            "{\"streamingImage\":{\"streamingImageId\":\"image-1\",\"state\":\"READY\"}}",
            "DELETE",
            "{\"streamingImage\":{\"streamingImageId\":\"image-1\",\"state\":\"DELETE_IN_PROGRESS\"}}",
            "DescribeImages",
            "{\"Images\":[" + APPSTREAM_IMAGE.formatted("AVAILABLE") + "]}",
            "DeleteImage",
            "{\"Image\":" + APPSTREAM_IMAGE.formatted("DELETING") + "}",
            "StartExecution",
            "{\"executionArn\":\"arn\",\"startDate\":1.0}",
            DESCRIBE_STACKS,
            "<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackStatus>DELETE_IN_PROGRESS</StackStatus>"
                    + "</member></Stacks></DescribeStacksResult></DescribeStacksResponse>");

    /** A server on loopback that answers so; it is running. */
    static HttpServer serve() {
        return serve(LoopbackServer.create());
    }

    /** The same on a server that is not started yet. */
    static HttpServer serve(HttpServer server) {
        server.createContext("/", new PassAnswers());
        server.start();
        return server;
    }

    static URI url(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            byte[] body = TEXTS.getOrDefault(operation(exchange), TEXTS.get(DESCRIBE_STACKS))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** The JSON protocols name it in a header, REST by the method. */
    private static String operation(HttpExchange exchange) {
        String target = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("X-Amz-Target"), "");
        return target.isEmpty() ? exchange.getRequestMethod() : target.substring(target.lastIndexOf('.') + 1);
    }
}
