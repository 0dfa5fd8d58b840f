package io.github.streamingimage.waiting;

import io.github.streamingimage.deletion.Progress;
import io.github.streamingimage.deletion.Progress.Call;
import io.github.streamingimage.deletion.Progress.StackCondition;
import io.github.streamingimage.deletion.Throttling;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Progress as JSON fields; times are in ISO 8601, what is not known is absent. */
final class ProgressJson {

    private ProgressJson() {}

    static Map<String, Object> fields(Progress progress) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("startedAt", progress.startedAt().toString());
        fields.put("deadline", progress.deadline().toString());
        fields.put("looks", progress.looks());
        fields.put("attempt", progress.attempt());
        fields.put("call", progress.call().name());
        if (progress.acceptedAt() != null) {
            fields.put("acceptedAt", progress.acceptedAt().toString());
        }
        fields.put("stack", progress.stack().name());
        if (progress.stackSeenAt() != null) {
            fields.put("stackSeenAt", progress.stackSeenAt().toString());
        }
        if (progress.throttling() != null) {
            fields.put("throttledSince", progress.throttling().since().toString());
            fields.put("throttledLast", progress.throttling().last().toString());
        }
        fields.put("setbacks", progress.setbacks());
        fields.put("denials", progress.denials());
        fields.put("missing", progress.missing());
        if (progress.state() != null) {
            fields.put("state", progress.state());
            fields.put("stateSince", progress.stateSince().toString());
        }
        return fields;
    }

    /** The progress of these fields, or nothing when one is missing or malformed. */
    static Optional<Progress> read(Object value) {
        if (!(value instanceof Map<?, ?> fields)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Progress(
                    Instant.parse((String) fields.get("startedAt")),
                    Instant.parse((String) fields.get("deadline")),
                    (Integer) fields.get("looks"),
                    (Integer) fields.get("attempt"),
                    Call.valueOf((String) fields.get("call")),
                    instantOrNull(fields.get("acceptedAt")),
                    StackCondition.valueOf((String) fields.get("stack")),
                    instantOrNull(fields.get("stackSeenAt")),
                    throttlingOrNull(fields.get("throttledSince"), fields.get("throttledLast")),
                    (Integer) fields.get("setbacks"),
                    (Integer) fields.get("denials"),
                    (Integer) fields.get("missing"),
                    (String) fields.get("state"),
                    instantOrNull(fields.get("stateSince"))));
        } catch (ClassCastException | NullPointerException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Throttling throttlingOrNull(Object since, Object last) {
        return since == null ? null : new Throttling(Instant.parse((String) since), Instant.parse((String) last));
    }

    private static Instant instantOrNull(Object value) {
        return value == null ? null : Instant.parse((String) value);
    }
}
