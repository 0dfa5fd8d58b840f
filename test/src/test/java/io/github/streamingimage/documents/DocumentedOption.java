package io.github.streamingimage.documents;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A property as the table of the README has it.
 *
 * @param of the kind of image that has it, or both
 * @param values the values that it can have, the default first; empty when it can have any
 */
record DocumentedOption(String name, String of, boolean required, List<String> values, String meaning) {

    private static final Pattern VALUE = Pattern.compile("`([A-Z]\\w+)`( \\(default\\))?: ");

    DocumentedOption {
        values = List.copyOf(values);
    }

    static List<DocumentedOption> all() {
        return Repository.table("README.md", "Properties and attributes").stream()
                .map(row -> new DocumentedOption(
                        row.get(0), row.get(1), row.get(2).equals("yes"), values(row.get(3)), row.get(3)))
                .toList();
    }

    /** Those of one kind of image. */
    static List<DocumentedOption> allOf(String kind) {
        return all().stream()
                .filter(option -> option.of.equals(kind) || option.of.equals("both"))
                .toList();
    }

    private static List<String> values(String meaning) {
        List<MatchResult> values = VALUE.matcher(meaning).results().toList();
        if (values.stream().filter(value -> value.group(2) != null).count() != Math.min(values.size(), 1)) {
            throw new AssertionError("which value is the default: " + meaning);
        }
        return Stream.concat(
                        values.stream().filter(value -> value.group(2) != null),
                        values.stream().filter(value -> value.group(2) == null))
                .map(value -> value.group(1))
                .toList();
    }

    static DocumentedOption named(String name) {
        return all().stream()
                .filter(option -> option.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the README has no property " + name));
    }
}
