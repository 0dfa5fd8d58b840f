package io.github.streamingimage.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.streamingimage.documents.ScriptedFunction.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One request to the function, waiting inline, to compare what it does with what documents say. */
final class Trial {

    static final Map<String, Object> IMAGE = Map.of("StudioId", "studio-1", "StreamingImageId", "image-1");

    private final ScriptedFunction function;
    private byte[] body = new byte[0];

    private Trial(List<Reply> looks, String stackStatus) {
        function = new ScriptedFunction(
                looks, List.of(ScriptedFunction.stack(stackStatus)), Optional.empty(), (url, response) -> {
                    body = response;
                    return 200;
                });
    }

    /** A Create with these properties, of an image that is READY. */
    static Trial create(Map<String, Object> properties) {
        return of("Create", properties, "CREATE_IN_PROGRESS", ScriptedFunction.image("READY", ""));
    }

    /** A Delete of an image that is seen so, one look after the other, the last for ever. */
    static Trial delete(Map<String, Object> properties, boolean rollingBack, Reply... seen) {
        return of("Delete", properties, rollingBack ? "ROLLBACK_IN_PROGRESS" : "DELETE_IN_PROGRESS", seen);
    }

    private static Trial of(String requestType, Map<String, Object> properties, String stackStatus, Reply... seen) {
        Trial trial = new Trial(List.of(seen), stackStatus);
        trial.function.invoke(ScriptedFunction.event(requestType, "request-1", properties));
        return trial;
    }

    JsonNode response() {
        try {
            return new JsonMapper().readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isSuccess() {
        return response().path("Status").asText().equals("SUCCESS");
    }

    String reason() {
        return response().path("Reason").asText();
    }

    /** What the log calls the outcome. */
    String outcome() {
        return lines("delivered").findFirst().orElseThrow().path("outcome").asText();
    }

    Stream<JsonNode> lines(String event) {
        return function.log().stream()
                .filter(line -> line.path("event").asText().equals(event));
    }

    /** The pauses between looks, in seconds. */
    List<Double> pauses() {
        return lines("decided")
                .filter(line -> line.has("delayMillis"))
                .map(line -> line.path("delayMillis").asDouble() / 1000)
                .toList();
    }

    int looks() {
        return function.looks();
    }

    int deletions() {
        return function.deletions();
    }

    double seconds() {
        return Duration.between(ScriptedFunction.START, function.now()).toMillis() / 1000.0;
    }
}
