package io.github.streamingimage.emulator.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the emulator's own runtime client writes. */
class RuntimeConnectionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "\"quoted\"",
                "a\\b",
                "two\nlines\r\t",
                "\u0000\u001f",
                "\u00e4 \u20ac \ud83d\ude00",
                "</x>"
            })
    void quotesEveryMessageAsAJsonString(String message) throws IOException {
        assertThat(new ObjectMapper()
                        .readTree(RuntimeConnection.quoted(message))
                        .textValue())
                .isEqualTo(message);
    }
}
