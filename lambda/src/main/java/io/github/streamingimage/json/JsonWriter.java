package io.github.streamingimage.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Writes maps, lists, strings, numbers and booleans as JSON text in UTF-8, with jackson-core's generator. Half a surrogate pair,
 * which no UTF-8 can hold, becomes U+FFFD.
 */
public final class JsonWriter {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonWriter() {}

    public static byte[] utf8(Map<String, ?> fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator generator = FACTORY.createGenerator(bytes)) {
            write(generator, fields);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    public static String text(Map<String, ?> fields) {
        return new String(utf8(fields), StandardCharsets.UTF_8);
    }

    /**
     * The longest beginning of a text that takes at most so many bytes inside a JSON string in UTF-8. It ends on a character
     * boundary, and with an ellipsis when something was cut off.
     */
    public static String clip(String text, int bytes) {
        if (size(text) <= bytes) {
            return text;
        }
        String ellipsis = "…";
        int left = bytes - size(ellipsis);
        StringBuilder kept = new StringBuilder();
        for (int at = 0; at < text.length() && left > 0; ) {
            int codePoint = text.codePointAt(at);
            String character = Character.toString(codePoint);
            left -= size(character);
            if (left >= 0) {
                kept.append(character);
            }
            at += character.length();
        }
        return bytes < size(ellipsis) ? "" : kept.append(ellipsis).toString();
    }

    /** How many bytes a text takes inside a JSON string in UTF-8, escapes included, quotation marks not. */
    private static int size(String text) {
        return utf8(Map.of("", text)).length - "{\"\":\"\"}".length();
    }

    private static String wellFormed(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (Character.isSurrogate(text.charAt(at))) {
                return text.codePoints()
                        .map(c -> Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }

    private static void write(JsonGenerator generator, Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            generator.writeStartObject();
            for (Map.Entry<?, ?> field : map.entrySet()) {
                generator.writeFieldName((String) field.getKey());
                write(generator, field.getValue());
            }
            generator.writeEndObject();
        } else if (value instanceof Iterable<?> items) {
            generator.writeStartArray();
            for (Object item : items) {
                write(generator, item);
            }
            generator.writeEndArray();
        } else if (value instanceof String text) {
            generator.writeString(wellFormed(text));
        } else if (value instanceof Number number) {
            generator.writeNumber(number.toString());
        } else if (value instanceof Boolean bool) {
            generator.writeBoolean(bool);
        } else if (value == null) {
            generator.writeNull();
        } else {
            throw new IllegalArgumentException("no JSON for " + value.getClass().getName());
        }
    }
}
