package io.github.streamingimage.waiting;

import io.github.streamingimage.customresource.CustomResourceRequest;
import io.github.streamingimage.deletion.Decision.Wait;
import io.github.streamingimage.deletion.Progress;
import io.github.streamingimage.json.JsonWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What travels through the state machine: the execution's input, and what each round gives back. JSON with {@code version},
 * {@code functionArn} (whom to invoke), {@code request} (the event, which holds the secret ResponseURL), {@code progress},
 * {@code waitSeconds} (1 or more) and {@code done}. Of another version, or damaged, it still is a request: the work then starts
 * over, which costs time and nothing else.
 *
 * @param functionArn the function that the state machine invokes
 * @param progress what the request has to remember; nothing when it cannot be read
 */
public record Handover(String functionArn, Optional<Progress> progress) {

    static final int VERSION = 2;

    /** Reads what a round was given. */
    public static Handover read(Map<String, Object> fields) {
        boolean known = Integer.valueOf(VERSION).equals(fields.get("version"));
        return new Handover(
                fields.get("functionArn") instanceof String arn ? arn : "",
                known ? ProgressJson.read(fields.get("progress")) : Optional.empty());
    }

    /** What a round gives back, or an execution is started with: wait, then look again. */
    public static byte[] json(String functionArn, CustomResourceRequest request, Wait wait) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("version", VERSION);
        fields.put("functionArn", functionArn);
        fields.put("request", request.event());
        fields.put("progress", ProgressJson.fields(wait.progress()));
        fields.put("waitSeconds", wholeSeconds(wait.delay()));
        fields.put("done", false);
        return JsonWriter.utf8(fields);
    }

    /** What the last round gives back; it has no more need of the request and its secret. */
    public static byte[] done() {
        return JsonWriter.utf8(Map.of("version", VERSION, "done", true));
    }

    private static long wholeSeconds(Duration delay) {
        return Math.max(1, delay.toSeconds());
    }
}
