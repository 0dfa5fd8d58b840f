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

    private final ScriptedFunction function;
    private byte[] body = new byte[0];

    private Trial(ImageKind kind, List<Reply> looks, List<Reply> stacks) {
        function = new ScriptedFunction(kind, looks, stacks, Optional.empty(), (url, response) -> {
            body = response;
            return 200;
        });
    }

    /** A Create with these properties, of an image that is at rest. */
    static Trial create(ImageKind kind, Map<String, Object> properties) {
        return of(kind, "Create", properties, "CREATE_IN_PROGRESS", kind.atRest(properties));
    }

    /** An Update that keeps the image, which is seen so, one look after the other, the last for ever. */
    static Trial update(ImageKind kind, boolean rollingBack, Reply... seen) {
        String status = rollingBack ? "UPDATE_ROLLBACK_IN_PROGRESS" : "UPDATE_IN_PROGRESS";
        return of(kind, "Update", kind.properties(), status, seen);
    }

    /** A Delete of an image that is seen so, one look after the other, the last for ever. */
    static Trial delete(ImageKind kind, Map<String, Object> properties, boolean rollingBack, Reply... seen) {
        return of(kind, "Delete", properties, rollingBack ? "ROLLBACK_IN_PROGRESS" : "DELETE_IN_PROGRESS", seen);
    }

    /** The same of an image of Nimble Studio, without options. */
    static Trial delete(Reply... seen) {
        return delete(ImageKind.NIMBLE_STUDIO, Map.of(), false, seen);
    }

    private static Trial of(
            ImageKind kind, String requestType, Map<String, Object> properties, String stackStatus, Reply... seen) {
        Trial trial = new Trial(kind, List.of(seen), List.of(ScriptedFunction.stack(stackStatus)));
        trial.function.invoke(ScriptedFunction.event(kind, requestType, "request-1", properties));
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

    /** The ServiceTimeout that the function understood, in seconds. */
    int serviceTimeout() {
        return lines("received")
                .findFirst()
                .orElseThrow()
                .path("serviceTimeoutSeconds")
                .asInt();
    }

    /** The pauses between looks, in seconds. */
    List<Double> pauses() {
        return lines("decided")
                .filter(line -> line.has("delayMillis"))
                .map(line -> line.path("delayMillis").asDouble() / 1000)
                .toList();
    }

    /** When deletions were asked for, in seconds after the first. */
    List<Double> secondsOfDeletions() {
        List<Double> elapsed = lines("decided")
                .filter(line -> line.path("decision").asText().equals("DELETE"))
                .map(line -> line.path("elapsedMillis").asDouble() / 1000)
                .toList();
        return elapsed.stream().map(seconds -> seconds - elapsed.get(0)).toList();
    }

    /** How many different client tokens were used. */
    long tokens() {
        return lines("decided")
                .filter(line -> line.has("clientToken"))
                .map(line -> line.path("clientToken").asText())
                .distinct()
                .count();
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
