package io.github.streamingimage.localrun.report;

import java.util.regex.Pattern;

/**
 * HTML or SVG under construction: elements that are opened are closed in turn, and all text and attribute values are escaped, so
 * that nothing but the names given here ever becomes markup.
 */
final class Markup {

    /** What no document may hold (XML 1.0, section 2.2), and what turns the direction of the text around it (Unicode UAX #9). */
    private static final Pattern FORBIDDEN = Pattern.compile(
            "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F\\u202A-\\u202E\\u2066-\\u2069\\uFFFE\\uFFFF]");

    private final StringBuilder text = new StringBuilder();

    /** Opens an element; its attributes are names and values in turn. */
    Markup open(String element, Object... attributes) {
        text.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            text.append(escaped(String.valueOf(attributes[i + 1]))).append('"');
        }
        text.append('>');
        return this;
    }

    Markup close(String element) {
        text.append("</").append(element).append('>');
        return this;
    }

    Markup text(Object content) {
        text.append(escaped(String.valueOf(content)));
        return this;
    }

    /** Text such as {@code DELETE_IN_PROGRESS}, which may be broken into lines behind its underscores. */
    Markup breakable(String content) {
        text.append(escaped(content).replace("_", "_<wbr>"));
        return this;
    }

    /** A whole element that holds only text. */
    Markup element(String element, Object content, Object... attributes) {
        return open(element, attributes).text(content).close(element);
    }

    /** One of the page's signs in a line of text, beside words that say the same. */
    Markup sign(Lane.Sign sign) {
        open("svg", "class", "sign", "width", 18, "height", 18, "aria-hidden", "true");
        return open("use", "href", "#" + sign.id(), "x", 9, "y", 9).close("use").close("svg");
    }

    /** Takes over what is markup already. */
    Markup raw(String markup) {
        text.append(markup);
        return this;
    }

    Markup newline() {
        text.append('\n');
        return this;
    }

    private static String escaped(String content) {
        return FORBIDDEN
                .matcher(content)
                .replaceAll("\uFFFD")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
