package io.github.streamingimage.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void readsBackWhatItWrites() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("text", "\"é😀\n\u0001");
        fields.put("numbers", List.of(1, 2.5));
        fields.put("nested", Map.of("yes", true));
        fields.put("nothing", null);
        fields.put("mixed", Arrays.asList("a", null, false, List.of(Map.of())));
        assertThat(JsonReader.read(JsonWriter.utf8(fields)))
                .isEqualTo(new JsonReader.Document(fields, java.util.Optional.empty()));
    }

    @Test
    void keepsWhatStandsBeforeASyntaxErrorAndTellsThePlaceOnly() {
        JsonReader.Document document = read("{\"a\":\"1\",\"b\":{\"c\":\"2\",\"d\":secret}}");
        assertThat(document.fields()).isEqualTo(Map.of("a", "1", "b", Map.of("c", "2")));
        assertThat(document.error().orElseThrow())
                .startsWith("it is not valid JSON at byte ")
                .doesNotContain("secret");
    }

    @Test
    void writesNoInfinityForANumberThatNoDoubleHolds() {
        JsonReader.Document document = read("{\"high\":1e999,\"low\":-1e999}");
        assertThat(JsonWriter.text(document.fields())).isEqualTo("{\"high\":\"1e999\",\"low\":\"-1e999\"}");
    }

    @Test
    void refusesWhatIsNoObject() {
        assertThat(read("[1]").error()).contains("it is not a JSON object");
        assertThat(read("").error()).contains("it is not a JSON object");
        assertThat(read("{} 1").error()).contains("there is text after the JSON object");
    }

    @Test
    void refusesJsonThatIsNestedTooDeep() {
        assertThat(read("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}")
                        .error())
                .isPresent();
    }

    @Test
    void refusesTextThatIsNotUnicode() {
        assertThat(JsonReader.read(new byte[] {0, 0, 0, '{', (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF})
                        .error())
                .isPresent();
        assertThat(JsonReader.read(new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'})
                        .error())
                .isPresent();
    }

    @Test
    void clipsToBytesOfJson() {
        assertThat(JsonWriter.clip("abc", 3)).isEqualTo("abc");
        assertThat(JsonWriter.clip("abcdef", 5)).isEqualTo("ab…");
        assertThat(JsonWriter.clip("\"\"\"\"", 7)).isEqualTo("\"\"…");
        assertThat(JsonWriter.clip("abcdef", 3)).isEqualTo("…");
        assertThat(JsonWriter.clip("abcdef", 2)).isEmpty();
    }

    @Test
    void replacesHalfASurrogatePairAndLeavesWholeOnes() {
        Map<String, Object> written = Map.of("half", "\uD83D", "whole", "😀", "both", "😀\uDE00a");
        assertThat(JsonReader.read(JsonWriter.utf8(written)).fields())
                .isEqualTo(Map.of("half", "\uFFFD", "whole", "😀", "both", "😀\uFFFDa"));
    }

    @Test
    void takesOnlyAStringForText() {
        Map<String, Object> fields = read("{\"text\":\"a\",\"number\":1}").fields();
        assertThat(JsonReader.text(fields, "text")).isEqualTo("a");
        assertThat(JsonReader.text(fields, "number")).isEmpty();
        assertThat(JsonReader.text(fields, "none")).isEmpty();
    }

    private static JsonReader.Document read(String text) {
        return JsonReader.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
