package io.github.streamingimage.emulator.cloudformation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Property values on their way from a template to an event: CloudFormation turns every scalar into a string. */
final class PropertyValues {

    private PropertyValues() {}

    /**
     * An unmodifiable deep copy with strings for scalars, in the same order.
     *
     * @throws IllegalArgumentException naming the property whose value is null or nothing that a template can hold
     */
    static Map<String, Object> asSent(Map<String, ?> properties) {
        Map<String, Object> sent = new LinkedHashMap<>();
        properties.forEach((name, value) -> sent.put(name, asSent(name, value)));
        return Collections.unmodifiableMap(sent);
    }

    private static Object asSent(String name, Object value) {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(element -> asSent(name, element)).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> sent = new LinkedHashMap<>();
            map.forEach((key, element) -> sent.put(key.toString(), asSent(name + "." + key, element)));
            return Collections.unmodifiableMap(sent);
        }
        throw new IllegalArgumentException(name + ": must be a string, number, boolean, list or map");
    }
}
