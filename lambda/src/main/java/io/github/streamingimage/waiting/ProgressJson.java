package io.github.streamingimage.waiting;

import io.github.streamingimage.deletion.Attempt;
import io.github.streamingimage.deletion.Declarations;
import io.github.streamingimage.deletion.ImageSeen;
import io.github.streamingimage.deletion.Progress;
import io.github.streamingimage.deletion.Progress.Due;
import io.github.streamingimage.deletion.StackSeen;
import io.github.streamingimage.deletion.StackStanding;
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
        fields.put("passes", progress.passes());
        fields.put("due", progress.due().name());
        ImageSeen image = progress.image();
        fields.put("image", object("looks", image.looks(), "state", image.state(), "since", image.since()));
        Attempt attempt = progress.attempt();
        fields.put(
                "attempt",
                object(
                        "number", attempt.number(),
                        "failures", attempt.failures(),
                        "firstAcceptedAt", attempt.firstAcceptedAt(),
                        "acceptedAt", attempt.acceptedAt(),
                        "failedAt", attempt.failedAt(),
                        "conflict", attempt.conflict()));
        StackSeen stack = progress.stack();
        if (stack != null) {
            fields.put("stack", object("standing", stack.standing().name(), "since", stack.since(), "at", stack.at()));
        }
        Declarations declarations = progress.declarations();
        fields.put(
                "declarations",
                object(
                        "pages", declarations.pages(),
                        "nextPage", declarations.nextPage(),
                        "searched", declarations.searched()));
        Troubles troubles = progress.troubles();
        fields.put(
                "troubles",
                object(
                        "failures", troubles.failures(),
                        "denials", troubles.denials(),
                        "missing", troubles.missing(),
                        "missingSince", troubles.missingSince()));
        Throttling throttling = troubles.throttling();
        if (throttling != null) {
            fields.put(
                    "throttling",
                    object("since", throttling.since(), "last", throttling.last(), "calls", throttling.calls()));
        }
        return fields;
    }

    /** The progress of these fields, or nothing when one is missing or malformed. */
    static Optional<Progress> read(Object value) {
        try {
            Map<?, ?> fields = (Map<?, ?>) value;
            return Optional.of(new Progress(
                    time((Map<?, ?>) fields.get("time")),
                    number(fields, "passes"),
                    Due.valueOf((String) fields.get("due")),
                    image((Map<?, ?>) fields.get("image")),
                    attempt((Map<?, ?>) fields.get("attempt")),
                    stack((Map<?, ?>) fields.get("stack")),
                    declarations((Map<?, ?>) fields.get("declarations")),
                    troubles((Map<?, ?>) fields.get("troubles"), (Map<?, ?>) fields.get("throttling"))));
        } catch (ClassCastException | NullPointerException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static TimeLimit time(Map<?, ?> fields) {
        return new TimeLimit(instant(fields, "startedAt"), instant(fields, "deadline"));
    }

    private static ImageSeen image(Map<?, ?> fields) {
        return new ImageSeen(number(fields, "looks"), (String) fields.get("state"), instant(fields, "since"));
    }

    private static Attempt attempt(Map<?, ?> fields) {
        return new Attempt(
                number(fields, "number"),
                number(fields, "failures"),
                instant(fields, "firstAcceptedAt"),
                instant(fields, "acceptedAt"),
                instant(fields, "failedAt"),
                (String) fields.get("conflict"));
    }

    private static StackSeen stack(Map<?, ?> fields) {
        return fields == null
                ? null
                : new StackSeen(
                        StackStanding.valueOf((String) fields.get("standing")),
                        instant(fields, "since"),
                        instant(fields, "at"));
    }

    private static Declarations declarations(Map<?, ?> fields) {
        return new Declarations(
                number(fields, "pages"), (String) fields.get("nextPage"), (Boolean) fields.get("searched"));
    }

    private static Troubles troubles(Map<?, ?> fields, Map<?, ?> throttling) {
        return new Troubles(
                number(fields, "failures"),
                number(fields, "denials"),
                number(fields, "missing"),
                instant(fields, "missingSince"),
                throttling == null ? null : throttling(throttling));
    }

    private static Throttling throttling(Map<?, ?> fields) {
        // The first programs of this version did not count the calls; they took any for a crowd.
        int calls = fields.get("calls") == null ? 2 : number(fields, "calls");
        return new Throttling(instant(fields, "since"), instant(fields, "last"), calls);
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
