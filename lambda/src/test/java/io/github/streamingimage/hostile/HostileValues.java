package io.github.streamingimage.hostile;

import static net.jqwik.api.Tuple.of;

import io.github.streamingimage.customresource.Events;
import io.github.streamingimage.hostile.RawJson.Raw;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Texts and JSON values that no service sends, and that break what was written for the usual ones. */
public final class HostileValues {

    private static final int HUGE = 100_000;

    /** The reader takes names of 50,000 characters, and no half surrogate pairs in them. */
    private static final int LONGEST_NAME = 50_000;

    /** Less than the 1,000 levels that the reader goes down, by what the wrappings take. */
    private static final int DEEP = 980;

    private HostileValues() {}

    /** Control characters, quotes, emoji, half surrogate pairs, separators, secrets, up to 100 kB. */
    public static Arbitrary<String> texts() {
        Arbitrary<String> anyCharacters =
                Arbitraries.strings().withCharRange('\u0000', '\uFFFF').ofMaxLength(60);
        Arbitrary<String> controls =
                Arbitraries.strings().withCharRange('\u0000', '\u001F').ofMaxLength(700);
        Arbitrary<String> halfPairs =
                Arbitraries.strings().withCharRange('\uD800', '\uDFFF').ofMaxLength(700);
        Arbitrary<String> repeated = Arbitraries.of("x", "\"", "\u0000", "\uD83D\uDE00", "\uD83D", "é", "|", "\\u0000")
                .flatMap(unit -> Arbitraries.integers().between(1, 700).map(unit::repeat));
        Arbitrary<String> telling = Arbitraries.of(
                "",
                "null",
                "{}",
                "[]",
                "\uFFFD",
                "\u2028\u2029",
                "studio-1|image-1",
                "studio-1|image-1|",
                "|",
                "studio-1|image-1\n",
                "../../studios|..",
                Events.QUERY,
                "see https://example.com/?" + Events.QUERY + " for more",
                "%s%n${jndi:ldap://127.0.0.1/}",
                "'; drop--",
                "\r\nHost: example.com\r\n\r\n");
        Arbitrary<String> huge =
                Arbitraries.of("x", "\u0001", "\uDC00", "\uD83D\uDE00").map(unit -> unit.repeat(HUGE / unit.length()));
        return Arbitraries.frequencyOf(
                of(4, anyCharacters), of(2, controls), of(2, halfPairs), of(3, repeated), of(4, telling), of(1, huge));
    }

    /** JSON values within the reader's limits: of every type, deep, huge, and numbers that no Java number holds. */
    public static Arbitrary<Object> values() {
        Arbitrary<Object> numbers = Arbitraries.of(
                new Raw("0"),
                new Raw("-1"),
                new Raw("1e999"),
                new Raw("-1e999"),
                new Raw("1e-999"),
                new Raw("1e2147483648"),
                new Raw("0.1e99999999999"),
                new Raw("9".repeat(1000)),
                new Raw("2147483648"),
                new Raw("-0.0"));
        Arbitrary<Object> leaves =
                Arbitraries.oneOf(texts(), numbers, Arbitraries.of(true, false), Arbitraries.just(new Raw("null")));
        Arbitrary<Object> deep = Arbitraries.integers()
                .between(1, DEEP)
                .flatMap(depth -> Arbitraries.of(
                        new Raw("[".repeat(depth) + "]".repeat(depth)),
                        new Raw("{\"a\":".repeat(depth) + "1" + "}".repeat(depth))));
        Arbitrary<Object> lists = leaves.list().ofMaxSize(3).map(Object.class::cast);
        Arbitrary<String> names = texts().filter(HostileValues::isReadableName);
        Arbitrary<Object> objects = Arbitraries.maps(names, leaves).ofMaxSize(3).map((Map<String, Object> m) -> m);
        return Arbitraries.oneOf(leaves, deep, lists, objects);
    }

    /** JSON values beyond the reader's limits: an event that holds one cannot be read to its end. */
    public static Arbitrary<Object> unreadableValues() {
        return Arbitraries.of(
                new Raw("9".repeat(1001)),
                new Raw("[".repeat(100_000)),
                new Raw("{\"" + "x".repeat(LONGEST_NAME + 1) + "\":1}"),
                new Raw("{\"a\":".repeat(2000) + "1" + "}".repeat(2000)),
                new Raw("{\"\\ud800\":1}"),
                new Raw("NaN"),
                new Raw("'single'"),
                new Raw("01"),
                new Raw("tru"),
                new Raw("\"\\x\""),
                new Raw("\"\n\""),
                new Raw("// comment"),
                new Raw(""),
                new Raw("}"));
    }

    private static boolean isReadableName(String text) {
        return text.length() <= LONGEST_NAME
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
