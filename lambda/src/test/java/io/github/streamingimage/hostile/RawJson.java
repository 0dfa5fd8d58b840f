package io.github.streamingimage.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * JSON text that no decent writer writes: names may occur twice, half surrogate pairs stay (every character that is not printable
 * ASCII is escaped), and any text can stand in a value's place.
 */
public final class RawJson {

    private RawJson() {}

    /** Text that stands in a value's place as it is. */
    public record Raw(String text) {}

    /** One field. */
    public record Field(String name, Object value) {}

    /** An object, as its fields in order. */
    public record Fields(List<Field> fields) {

        public Fields {
            fields = List.copyOf(fields);
        }

        public static Fields of(Map<String, ?> fields) {
            return new Fields(fields.entrySet().stream()
                    .map(field -> new Field(field.getKey(), field.getValue()))
                    .toList());
        }

        /** The same and one more field at the end, whether there is one of that name or not. */
        public Fields and(String name, Object value) {
            List<Field> more = new ArrayList<>(fields);
            more.add(new Field(name, value));
            return new Fields(more);
        }

        /** The same with one more field at the beginning. */
        public Fields after(String name, Object value) {
            List<Field> more = new ArrayList<>(fields);
            more.add(0, new Field(name, value));
            return new Fields(more);
        }

        public Fields without(String name) {
            return new Fields(
                    fields.stream().filter(field -> !field.name().equals(name)).toList());
        }

        @Override
        public String toString() {
            return RawJson.text(this);
        }
    }

    /** The text of fields, maps, lists, strings, raw text, numbers, booleans and null. */
    public static String text(Object value) {
        if (value instanceof Raw raw) {
            return raw.text();
        }
        if (value instanceof Fields object) {
            return joined(object.fields(), field -> string(field.name()) + ":" + text(field.value()), "{", "}");
        }
        if (value instanceof Map<?, ?> map) {
            return joined(map.entrySet(), e -> string((String) e.getKey()) + ":" + text(e.getValue()), "{", "}");
        }
        if (value instanceof List<?> list) {
            return joined(list, RawJson::text, "[", "]");
        }
        return value instanceof String text ? string(text) : String.valueOf(value);
    }

    private static <T> String joined(Iterable<T> items, Function<T, String> text, String begin, String end) {
        List<String> texts = new ArrayList<>();
        items.forEach(item -> texts.add(text.apply(item)));
        return String.join(",", texts).transform(joined -> begin + joined + end);
    }

    private static String string(String text) {
        return text.chars()
                .mapToObj(c -> c >= 0x20 && c < 0x7F && c != '"' && c != '\\'
                        ? String.valueOf((char) c)
                        : String.format("\\u%04x", c))
                .collect(Collectors.joining("", "\"", "\""));
    }
}
