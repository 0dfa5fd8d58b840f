package io.github.streamingimage.localrun.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.streamingimage.localrun.history.ImageAnswer;
import io.github.streamingimage.localrun.history.ImageHistory;
import io.github.streamingimage.localrun.history.ImageRequest;
import io.github.streamingimage.localrun.history.Interruption;
import io.github.streamingimage.localrun.history.Parameters;
import io.github.streamingimage.localrun.history.Run;
import io.github.streamingimage.localrun.history.Span;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A run as one JSON document, version 1. {@code startedAt} is an RFC 3339 timestamp; {@code …Millis} are whole milliseconds, and
 * {@code atMillis}, {@code fromMillis} and {@code untilMillis} count from {@code startedAt}; what there is not is null. Fields may
 * be added in the same version. The command line's help names them all.
 */
public final class RunJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private RunJson() {}

    /** The document, on many lines. */
    public static String of(Run run) {
        ObjectNode json = JSON.createObjectNode();
        json.put("version", 1);
        json.put("startedAt", run.startedAt().toString());
        json.put("tookMillis", run.took().toMillis());
        json.put("exitStatus", run.endedWell() ? 0 : 1);
        json.put("verdict", run.verdict());
        run.problems().forEach(json.putArray("problems")::add);
        put(json.putObject("parameters"), run.parameters());
        json.put("processes", run.processes());
        each(json, "stack", run.stack(), (node, span) -> put(node, "status", span));
        each(json, "images", run.images(), RunJson::put);
        return json.toPrettyString();
    }

    private static void put(ObjectNode json, Parameters parameters) {
        json.put("service", parameters.service().option());
        json.put("images", parameters.images());
        json.put("deletionSeconds", parameters.deletionTime().toSeconds());
        json.put("fault", parameters.fault().orElse(null));
        json.put("waiting", parameters.waiting());
        json.put("seed", parameters.seed());
    }

    private static void put(ObjectNode json, ImageHistory image) {
        json.put("id", image.id());
        json.put("logicalId", image.logicalId());
        json.put("finalState", image.finalState());
        json.put("deleted", image.isDeleted());
        json.put("looks", image.looks());
        json.put("setbacks", image.setbacks());
        each(json, "states", image.states(), (node, span) -> put(node, "state", span));
        each(json, "requests", image.requests(), RunJson::put);
        each(json, "responses", image.answers(), RunJson::put);
        each(json, "interruptions", image.interruptions(), RunJson::put);
    }

    private static void put(ObjectNode json, String nameOfState, Span span) {
        json.put(nameOfState, span.state());
        json.put("fromMillis", span.from().toMillis());
        json.put("untilMillis", span.until().toMillis());
    }

    private static void put(ObjectNode json, ImageRequest request) {
        json.put("atMillis", request.at().toMillis());
        json.put("operation", request.operation());
        json.put("status", request.status().orElse(null));
        json.put("errorType", request.errorType().orElse(null));
        json.put("fault", request.fault().orElse(null));
        json.put("stateAfterwards", request.stateAfterwards().orElse(null));
    }

    private static void put(ObjectNode json, ImageAnswer answer) {
        json.put("atMillis", answer.at().toMillis());
        json.put("requestType", answer.requestType());
        json.put("status", answer.status());
        json.put("reason", answer.reason());
        json.put("outcome", answer.outcome());
        json.put("bytes", answer.bytes());
        json.put("tookMillis", answer.took().toMillis());
    }

    private static void put(ObjectNode json, Interruption interruption) {
        json.put("atMillis", interruption.at().toMillis());
        json.put("cause", interruption.cause());
    }

    private static <T> void each(ObjectNode json, String name, List<T> items, BiConsumer<ObjectNode, T> put) {
        var array = json.putArray(name);
        items.forEach(item -> put.accept(array.addObject(), item));
    }
}
