package io.github.streamingimage.localrun.progress;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A terminal on which lines can be written again.
 *
 * @param columns how wide it is, at least {@value #LEAST_COLUMNS}
 * @param rows how high it is
 * @param hasColour whether colours are wanted
 * @param hasUnicode whether it shows more than ASCII
 */
public record Terminal(int columns, int rows, boolean hasColour, boolean hasUnicode) {

    /**
     * System property with which the start script says that standard output is a terminal: its rows and columns as
     * {@code stty size} gives them, or anything else when they are unknown. In Java that cannot be asked before 22.
     */
    public static final String PROPERTY = "streamingimage.terminal";

    private static final int LEAST_COLUMNS = 20;
    private static final int USUAL_COLUMNS = 80;
    private static final int USUAL_ROWS = 24;

    public Terminal {
        if (columns < LEAST_COLUMNS || rows < 1) {
            throw new IllegalArgumentException(
                    "columns must be at least " + LEAST_COLUMNS + " and rows 1: " + columns + ", " + rows);
        }
    }

    /**
     * The terminal of this process; empty when there is none, or a dumb one.
     *
     * @param size the value of {@value #PROPERTY}; null when it is not set
     * @param environment where {@code COLUMNS}, {@code LINES}, {@code TERM}, {@code NO_COLOR} (https://no-color.org) and the
     *     locale's variables are looked up
     */
    public static Optional<Terminal> of(String size, Map<String, String> environment) {
        String kind = environment.getOrDefault("TERM", "");
        if (size == null || kind.isEmpty() || kind.equals("dumb")) {
            return Optional.empty();
        }
        String[] parts = size.strip().split(" ", 2);
        int rows = number(environment.get("LINES")).or(() -> number(parts[0])).orElse(USUAL_ROWS);
        int columns = number(environment.get("COLUMNS"))
                .or(() -> number(parts[parts.length - 1]))
                .orElse(USUAL_COLUMNS);
        boolean hasColour = environment.getOrDefault("NO_COLOR", "").isEmpty();
        return Optional.of(new Terminal(Math.max(columns, LEAST_COLUMNS), rows, hasColour, isUnicode(environment)));
    }

    /** POSIX: the first of these that is set, and not empty, decides. */
    private static boolean isUnicode(Map<String, String> environment) {
        return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .map(value -> value.toUpperCase(Locale.ROOT).replace("-", ""))
                .filter(value -> value.contains("UTF8"))
                .isPresent();
    }

    private static Optional<Integer> number(String text) {
        return Optional.ofNullable(text)
                .filter(digits -> digits.matches("[1-9]\\d{0,4}"))
                .map(Integer::valueOf);
    }
}
