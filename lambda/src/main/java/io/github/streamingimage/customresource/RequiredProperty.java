package io.github.streamingimage.customresource;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A property that a template must give: a string.
 *
 * @param form the form of its values
 * @param formInWords what such a value is, for people
 */
public record RequiredProperty(String name, Pattern form, String formInWords) {

    /** What is wrong with the property: a sentence that names it; or nothing. */
    public Optional<String> problem(Map<String, Object> properties) {
        Object value = properties.get(name);
        if (value == null) {
            return Optional.of("Property " + name + " is missing.");
        }
        return value instanceof String text && form.matcher(text).matches()
                ? Optional.empty()
                : Optional.of("Property " + name + " is not " + formInWords + ".");
    }

    /** A sentence, after a space, that says of the first of these names which is among the properties where it belongs; or nothing. */
    public static String misplaced(Map<String, Object> properties, List<String> names, String resourceType) {
        return names.stream()
                .filter(properties::containsKey)
                .findFirst()
                .map(name -> " Property " + name + " belongs to " + resourceType + ".")
                .orElse("");
    }
}
