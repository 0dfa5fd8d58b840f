package io.github.streamingimage.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Characters of one to four bytes, and of two and six where JSON escapes them, at every place where a limit can fall. */
class ClippedTextTest {

    private static final int BYTES_AROUND_A_TEXT = 7; // {"":""}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abcdefghijkl",
                "a\"b\"c\"d\"e\"f",
                "aébéc",
                "a…b…c…",
                "a😀b😀c😀d",
                "\u0001a\u0001b\u0001",
                "a\nb\\c"
            })
    void takesAtMostAsManyBytesAsItMay(String text) {
        for (int limit = 0; limit <= 40; limit++) {
            String clipped = JsonWriter.clip(text, limit);
            int bytes = JsonWriter.utf8(Map.of("", clipped)).length - BYTES_AROUND_A_TEXT;
            assertThat(bytes).as("%s at %d", clipped, limit).isLessThanOrEqualTo(limit);
            assertThat(clipped.equals(text) || clipped.endsWith("…") || clipped.isEmpty())
                    .as("%s at %d", clipped, limit)
                    .isTrue();
            assertThat(text).startsWith(clipped.equals(text) ? text : clipped.replaceFirst("…$", ""));
        }
    }
}
