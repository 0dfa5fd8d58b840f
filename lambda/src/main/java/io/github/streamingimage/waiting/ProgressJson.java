package io.github.streamingimage.waiting;

import io.github.streamingimage.deletion.Attempt;
import io.github.streamingimage.deletion.ImageSeen;
import io.github.streamingimage.deletion.Progress;
import io.github.streamingimage.deletion.StackSeen;
import io.github.streamingimage.deletion.Throttling;
import io.github.streamingimage.deletion.TimeLimit;
import io.github.streamingimage.deletion.Troubles;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Progress as JSON, an object for each of its parts; times are in ISO 8601, what is not known is absent. */
final class ProgressJson {

    private ProgressJson() {}

    static Map<String, Object> fields(Progress progress) {
        Map<String, Object> fields = new LinkedHashMap<>();
        TimeLimit time = progress.time();
        fields.put("time", object("startedAt", time.startedAt(), "deadline", time.deadline()));
        ImageSeen image = progress.image();
        fields.put("image", object("looks", image.looks(), "state", image.state(), "since", image.since()));
        Attempt attempt = progress.attempt();
        fields.put(
                "attempt",
                object("number", attempt.number(), "acceptedAt", attempt.acceptedAt(), "due", attempt.due()));
        StackSeen stack = progress.stack();
        if (stack != null) {
            fields.put("stack", object("rollingBack", stack.rollingBack(), "at", stack.at()));
        }
        Troubles troubles = progress.troubles();
        fields.put(
                "troubles",
                object(
                        "failures", troubles.failures(),
                        "denials", troubles.denials(),
                        "missing", troubles.missing()));
        Throttling throttling = troubles.throttling();
        if (throttling != null) {
            fields.put("throttling", object("since", throttling.since(), "last", throttling.last()));
        }
        return fields;
    }

    /** The progress of these fields, or nothing when one is missing or malformed. */
    static Optional<Progress> read(Object value) {
        try {
            Map<?, ?> fields = (Map<?, ?>) value;
            Map<?, ?> time = (Map<?, ?>) fields.get("time");
            Map<?, ?> image = (Map<?, ?>) fields.get("image");
            Map<?, ?> attempt = (Map<?, ?>) fields.get("attempt");
            Map<?, ?> stack = (Map<?, ?>) fields.get("stack");
            Map<?, ?> troubles = (Map<?, ?>) fields.get("troubles");
            Map<?, ?> throttling = (Map<?, ?>) fields.get("throttling");
            return Optional.of(new Progress(
                    new TimeLimit(instant(time, "startedAt"), instant(time, "deadline")),
                    new ImageSeen(number(image, "looks"), (String) image.get("state"), instant(image, "since")),
                    new Attempt(
                            number(attempt, "number"), instant(attempt, "acceptedAt"), (Boolean) attempt.get("due")),
                    stack == null ? null : new StackSeen((Boolean) stack.get("rollingBack"), instant(stack, "at")),
                    new Troubles(
                            number(troubles, "failures"),
                            number(troubles, "denials"),
                            number(troubles, "missing"),
                            throttling == null
                                    ? null
                                    : new Throttling(instant(throttling, "since"), instant(throttling, "last")))));
        } catch (ClassCastException | NullPointerException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null) {
                object.put((String) namesAndValues[i], value instanceof Instant ? value.toString() : value);
            }
        }
        return object;
    }

    private static int number(Map<?, ?> fields, String name) {
        return (Integer) fields.get(name);
    }

    private static Instant instant(Map<?, ?> fields, String name) {
        Object text = fields.get(name);
        return text == null ? null : Instant.parse((String) text);
    }
}
