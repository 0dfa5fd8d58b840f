package io.github.streamingimage.documents;

import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The filter pattern of a metric filter, read by the part of the language that this project uses: anything else is an error. Written
 * from the user guide ("Filter pattern syntax for metric filters", JSON log events): {@code &&} binds tighter than {@code ||}.
 */
final class MetricFilter {

    private static final Pattern COMPARISON = Pattern.compile("\\$\\.(\\w+) *(!?=) *\"([^\"*]*)\"");

    private final String text;
    private int position;

    private MetricFilter(String text) {
        this.text = text;
    }

    /** Reads a pattern, with its braces; an {@link IllegalArgumentException} shows where it is wrong. */
    static Predicate<Map<String, String>> of(String pattern) {
        MetricFilter filter = new MetricFilter(pattern);
        filter.take("{");
        Predicate<Map<String, String>> condition = filter.either();
        filter.take("}");
        filter.space();
        if (filter.position < pattern.length()) {
            throw filter.expected("the end");
        }
        return condition;
    }

    private Predicate<Map<String, String>> either() {
        Predicate<Map<String, String>> condition = both();
        while (takes("||")) {
            condition = condition.or(both());
        }
        return condition;
    }

    private Predicate<Map<String, String>> both() {
        Predicate<Map<String, String>> condition = one();
        while (takes("&&")) {
            condition = condition.and(one());
        }
        return condition;
    }

    private Predicate<Map<String, String>> one() {
        if (takes("(")) {
            Predicate<Map<String, String>> condition = either();
            take(")");
            return condition;
        }
        Matcher comparison = COMPARISON.matcher(text).region(position, text.length());
        if (!comparison.lookingAt()) {
            throw expected("a comparison");
        }
        position = comparison.end();
        String field = comparison.group(1);
        String value = comparison.group(3);
        boolean equal = comparison.group(2).equals("=");
        return line -> line.containsKey(field) && line.get(field).equals(value) == equal;
    }

    private void take(String token) {
        if (!takes(token)) {
            throw expected(token);
        }
    }

    private boolean takes(String token) {
        space();
        boolean found = text.startsWith(token, position);
        position += found ? token.length() : 0;
        space();
        return found;
    }

    private void space() {
        while (position < text.length() && text.charAt(position) == ' ') {
            position++;
        }
    }

    private IllegalArgumentException expected(String what) {
        return new IllegalArgumentException("expected %s at: %s".formatted(what, text.substring(position)));
    }
}
