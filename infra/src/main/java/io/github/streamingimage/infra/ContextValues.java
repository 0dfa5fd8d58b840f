package io.github.streamingimage.infra;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.constructs.Node;

/** Reads context values, from the command line or a file; an {@link IllegalArgumentException} names the key that is wrong. */
record ContextValues(Node node) {

    Optional<String> text(String key, Pattern allowed) {
        Object value = node.tryGetContext(key);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof String text) || !allowed.matcher(text).matches()) {
            throw wrong(key, "a string that matches " + allowed.pattern(), value);
        }
        return Optional.of(text);
    }

    /** A list, or a string with commas between the elements; null if there is none. */
    List<String> list(String key, Pattern allowed) {
        Object value = node.tryGetContext(key);
        if (value == null) {
            return null;
        }
        List<String> list = (value instanceof Collection<?> elements ? elements.stream() : Stream.of(text(value)))
                .map(String::valueOf)
                .toList();
        if (list.isEmpty()
                || !list.stream().allMatch(each -> allowed.matcher(each).matches())) {
            throw wrong(
                    key, "a list, with commas between its elements, each of which matches " + allowed.pattern(), value);
        }
        return list;
    }

    private static Object[] text(Object value) {
        return value.toString().split("\\s*,\\s*", -1);
    }

    boolean flag(String key) {
        return choice(key, Map.of("true", true, "false", false)).orElse(false);
    }

    <T> Optional<T> choice(String key, Map<String, T> choices) {
        Object value = node.tryGetContext(key);
        if (value != null && !choices.containsKey(value.toString())) {
            throw wrong(
                    key, String.join(" or ", choices.keySet().stream().sorted().toList()), value);
        }
        return Optional.ofNullable(value).map(Object::toString).map(choices::get);
    }

    /** Both are given, or neither. */
    void together(String one, String another) {
        boolean hasOne = node.tryGetContext(one) != null;
        if (hasOne != (node.tryGetContext(another) != null)) {
            throw new IllegalArgumentException(
                    "the context value %s is missing: %s and %s are given together, or neither"
                            .formatted(hasOne ? another : one, one, another));
        }
    }

    private static IllegalArgumentException wrong(String key, String allowed, Object value) {
        return new IllegalArgumentException(
                "the context value %s must be %s, but was '%s'".formatted(key, allowed, value));
    }
}
