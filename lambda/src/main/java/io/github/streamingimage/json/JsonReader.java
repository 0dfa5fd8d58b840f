package io.github.streamingimage.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one JSON object into maps, lists, strings, numbers and booleans, with jackson-core's parser and its limits (1,000 levels,
 * 20 million characters a string). A number too large for a double stays text, since JSON has no infinity. What stands before a syntax error is kept, so that a damaged event can still be answered.
 * Errors tell the place, never the text.
 */
public final class JsonReader {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonReader() {}

    /**
     * What was read.
     *
     * @param fields the object's fields, as far as they could be read
     * @param error what is wrong with the text and where, or nothing
     */
    public record Document(Map<String, Object> fields, Optional<String> error) {}

    public static Document read(byte[] utf8) {
        Map<String, Object> fields = new LinkedHashMap<>();
        try (JsonParser parser = FACTORY.createParser(utf8)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new Document(fields, Optional.of("it is not a JSON object"));
            }
            object(parser, fields);
            return parser.nextToken() == null
                    ? new Document(fields, Optional.empty())
                    : new Document(fields, Optional.of("there is text after the JSON object"));
        } catch (JsonProcessingException e) {
            String place =
                    e.getLocation() == null ? "" : " at byte " + e.getLocation().getByteOffset();
            return new Document(fields, Optional.of("it is not valid JSON" + place));
        } catch (IOException e) {
            return new Document(fields, Optional.of("it is not valid Unicode text"));
        }
    }

    /** The string of that name, or an empty one when there is none. */
    public static String text(Map<?, ?> fields, String name) {
        return fields.get(name) instanceof String text ? text : "";
    }

    private static void object(JsonParser parser, Map<String, Object> into) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_OBJECT) {
                // Put first and filled later: a syntax error inside keeps what stands before it.
                Map<String, Object> child = new LinkedHashMap<>();
                into.put(name, child);
                object(parser, child);
            } else {
                into.put(name, value(parser, token));
            }
        }
    }

    private static Object value(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> {
                Map<String, Object> child = new LinkedHashMap<>();
                object(parser, child);
                yield child;
            }
            case START_ARRAY -> {
                List<Object> items = new ArrayList<>();
                for (JsonToken item = parser.nextToken(); item != JsonToken.END_ARRAY; item = parser.nextToken()) {
                    items.add(value(parser, item));
                }
                yield items;
            }
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> {
                double number = parser.getDoubleValue();
                yield Double.isFinite(number) ? (Object) number : parser.getText();
            }
            case VALUE_NULL -> null;
            case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("the parser of JSON text gives no " + token + " here");
        };
    }
}
