package io.github.streamingimage.logging;

import io.github.streamingimage.json.JsonWriter;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Writes one line of JSON per thing that happened. Lambda's JSON log format keeps such a line as it is when it has {@code level}
 * and an RFC 3339 {@code timestamp}, so metric filters and queries find the fields at the top level. Every text passes the
 * redaction first.
 */
public final class EventLog {

    private final Consumer<String> lines;
    private final InstantSource clock;
    private final UnaryOperator<String> redaction;
    private final Map<String, ?> context;

    /**
     * @param lines takes each line, without a line break
     * @param redaction takes secrets out of a text
     * @param context the fields that every line has
     */
    public EventLog(
            Consumer<String> lines, InstantSource clock, UnaryOperator<String> redaction, Map<String, ?> context) {
        this.lines = lines;
        this.clock = clock;
        this.redaction = redaction;
        this.context = context;
    }

    public void info(String event, Map<String, ?> fields) {
        write("INFO", event, fields);
    }

    public void warn(String event, Map<String, ?> fields) {
        write("WARN", event, fields);
    }

    public void error(String event, Map<String, ?> fields) {
        write("ERROR", event, fields);
    }

    private void write(String level, String event, Map<String, ?> fields) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("timestamp", clock.instant().toString());
        line.put("level", level);
        line.put("event", event);
        context.forEach((name, value) -> line.put(name, redacted(value)));
        fields.forEach((name, value) -> line.put(name, redacted(value)));
        lines.accept(JsonWriter.text(line));
    }

    private Object redacted(Object value) {
        if (value instanceof String text) {
            return redaction.apply(text);
        }
        return value instanceof List<?> list ? list.stream().map(this::redacted).toList() : value;
    }
}
