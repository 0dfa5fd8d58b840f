package io.github.streamingimage.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A query of CloudWatch Logs Insights, read by the part of the language that this project uses: anything else is an error. Written
 * from the user guide ("CloudWatch Logs Insights language query syntax"), without a look at the real service.
 */
final class LogsInsights {

    private static final Pattern SPACE = Pattern.compile("\\s*");
    private static final String FIELD = "@?[a-zA-Z_]\\w*";

    private final String text;
    private final Set<String> fields = new LinkedHashSet<>();
    private final Set<String> defined = new LinkedHashSet<>();
    private final List<UnaryOperator<Stream<Map<String, String>>>> firstCommands = new ArrayList<>();
    private boolean aggregated;
    private int position;

    private LogsInsights(String text) {
        this.text = text;
    }

    /** Reads a query; an {@link IllegalArgumentException} shows where it is wrong. */
    static LogsInsights of(String text) {
        LogsInsights query = new LogsInsights(text);
        do {
            query.command();
        } while (query.takes("\\|"));
        query.take("\\z");
        return query;
    }

    /** The fields that the query takes from the log, without those it defines itself and those that CloudWatch adds. */
    Set<String> fields() {
        return fields;
    }

    /** The lines that are left after the filters at the beginning, with the fields that are parsed out of them. */
    List<Map<String, String>> select(List<Map<String, String>> lines) {
        Stream<Map<String, String>> left = lines.stream();
        for (UnaryOperator<Stream<Map<String, String>>> command : firstCommands) {
            left = command.apply(left);
        }
        return left.toList();
    }

    private void command() {
        switch (take("filter|parse|stats|fields|sort|limit")) {
            case "filter" -> {
                Predicate<Map<String, String>> condition = either();
                if (!aggregated) {
                    firstCommands.add(lines -> lines.filter(condition));
                }
            }
            case "parse" -> parse();
            case "stats" -> stats();
            case "fields" -> list(this::field);
            case "sort" -> {
                field();
                take("asc|desc");
            }
            default -> take("[1-9]\\d*");
        }
    }

    private Predicate<Map<String, String>> either() {
        Predicate<Map<String, String>> condition = both();
        while (takes("or\\b")) {
            condition = condition.or(both());
        }
        return condition;
    }

    private Predicate<Map<String, String>> both() {
        Predicate<Map<String, String>> condition = comparison();
        while (takes("and\\b")) {
            condition = condition.and(comparison());
        }
        return condition;
    }

    private Predicate<Map<String, String>> comparison() {
        String field = field();
        switch (take("=|in\\b|like\\b")) {
            case "=" -> {
                String value = quoted();
                return line -> value.equals(line.get(field));
            }
            case "in" -> {
                take("\\[");
                List<String> values = list(this::quoted);
                take("]");
                return line -> values.contains(line.getOrDefault(field, ""));
            }
            default -> {
                String quoted = take("\"[^\"]+\"|/[^/]+/");
                String inside = quoted.substring(1, quoted.length() - 1);
                Pattern pattern = Pattern.compile(quoted.startsWith("/") ? inside : Pattern.quote(inside));
                return line -> pattern.matcher(line.getOrDefault(field, "")).find();
            }
        }
    }

    /** The form with asterisks: each stands for as few characters as possible, the last for all that are left. */
    private void parse() {
        String field = field();
        String glob = quoted();
        take("as\\b");
        List<String> names = list(this::definition);
        Pattern pattern = Pattern.compile(Pattern.quote(glob).replace("*", "\\E(.*?)\\Q") + "\\z");
        firstCommands.add(lines -> lines.map(line -> {
            Matcher found = pattern.matcher(line.getOrDefault(field, ""));
            Map<String, String> parsed = new LinkedHashMap<>(line);
            if (found.find()) {
                names.forEach(name -> parsed.put(name, found.group(names.indexOf(name) + 1)));
            }
            return parsed;
        }));
    }

    private void stats() {
        aggregated = true;
        list(() -> {
            String function = take("count_distinct|count|pct|max|latest|earliest");
            take("\\(");
            if (function.equals("count")) {
                take("\\*");
            } else {
                field();
                if (takes("/")) {
                    take("\\d+");
                }
            }
            if (function.equals("pct")) {
                take(",");
                take("\\d{1,2}");
            }
            take("\\)");
            take("as\\b");
            return definition();
        });
        take("by\\b");
        list(() -> takes("bin\\(\\d+[smhd]\\)") ? "" : field());
    }

    private <T> List<T> list(Supplier<T> element) {
        List<T> elements = new ArrayList<>();
        do {
            elements.add(element.get());
        } while (takes(","));
        return elements;
    }

    private String field() {
        String name = take(FIELD);
        if (!name.startsWith("@") && !defined.contains(name)) {
            fields.add(name);
        }
        return name;
    }

    private String definition() {
        String name = take(FIELD);
        defined.add(name);
        return name;
    }

    private String quoted() {
        String quoted = take("\"[^\"]*\"");
        return quoted.substring(1, quoted.length() - 1);
    }

    private boolean takes(String pattern) {
        return tryTake(pattern) != null;
    }

    private String take(String pattern) {
        String taken = tryTake(pattern);
        if (taken == null) {
            throw new IllegalArgumentException("expected %s at: %s".formatted(pattern, text.substring(position)));
        }
        return taken;
    }

    private String tryTake(String pattern) {
        Matcher space = SPACE.matcher(text).region(position, text.length());
        int start = space.lookingAt() ? space.end() : position;
        Matcher matcher = Pattern.compile(pattern).matcher(text).region(start, text.length());
        if (!matcher.lookingAt()) {
            return null;
        }
        position = matcher.end();
        return matcher.group();
    }
}
