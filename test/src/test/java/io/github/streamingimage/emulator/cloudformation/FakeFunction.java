package io.github.streamingimage.emulator.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/** A function in this process that answers over real HTTP, well unless it is told otherwise. */
final class FakeFunction implements Consumer<byte[]>, AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private volatile Function<JsonNode, Optional<ObjectNode>> behaviour = event -> Optional.of(success(event));

    /** Changes what the function answers; with an empty answer it never does. */
    void behave(Function<JsonNode, Optional<ObjectNode>> changed) {
        behaviour = changed;
    }

    @Override
    public void accept(byte[] payload) {
        executor.execute(() -> {
            JsonNode event = parse(payload);
            Optional<ObjectNode> answer = behaviour.apply(event);
            if (answer.isPresent() && !executor.isShutdown()) {
                answerTo(event, answer.get());
            }
        });
    }

    private void answerTo(JsonNode event, ObjectNode answer) {
        try {
            put(event, answer.toString());
        } catch (UncheckedIOException | IllegalStateException e) {
            if (!executor.isShutdown()) {
                throw e;
            }
        }
    }

    /** Puts a body to an event's response URL and gives the HTTP status. */
    int put(JsonNode event, String body) {
        return send(HttpRequest.newBuilder(url(event)).PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    int send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static URI url(JsonNode event) {
        return URI.create(event.path("ResponseURL").asText());
    }

    static ObjectNode success(JsonNode event) {
        JsonNode properties = event.path("ResourceProperties");
        boolean delete = event.path("RequestType").asText().equals("Delete");
        String image = properties.path("StudioId").asText() + "|"
                + properties.path("StreamingImageId").asText();
        ObjectNode answer = echo(event)
                .put("Status", "SUCCESS")
                .put(
                        "PhysicalResourceId",
                        delete ? event.path("PhysicalResourceId").asText() : image);
        if (!delete) {
            answer.putObject("Data").put("State", "READY").put("Name", image);
        }
        return answer;
    }

    /** A failure that says what id the resource has, unless it is none. */
    static ObjectNode failure(JsonNode event, String physicalId) {
        return echo(event)
                .put("Status", "FAILED")
                .put("Reason", "failed on purpose")
                .put("PhysicalResourceId", physicalId);
    }

    private static ObjectNode echo(JsonNode event) {
        return JSON.createObjectNode()
                .put("StackId", event.path("StackId").asText())
                .put("RequestId", event.path("RequestId").asText())
                .put("LogicalResourceId", event.path("LogicalResourceId").asText());
    }

    private static JsonNode parse(byte[] payload) {
        try {
            return JSON.readTree(new String(payload, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
