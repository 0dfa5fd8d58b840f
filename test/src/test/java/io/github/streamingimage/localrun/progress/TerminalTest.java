package io.github.streamingimage.localrun.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of a terminal by the start script and the environment. */
class TerminalTest {

    private static final Map<String, String> XTERM = Map.of("TERM", "xterm-256color", "LANG", "en_GB.UTF-8");

    @Test
    void isNoneWhenOutputIsPiped() {
        assertThat(Terminal.of(null, XTERM)).isEmpty();
    }

    @Test
    void isNoneWhenItIsDumbOrUnknown() {
        assertThat(Terminal.of("24 80", Map.of("TERM", "dumb"))).isEmpty();
        assertThat(Terminal.of("24 80", Map.of())).isEmpty();
    }

    @Test
    void hasTheSizeThatSttyTells() {
        assertThat(Terminal.of("50 132", XTERM)).hasValue(new Terminal(132, 50, true, true));
    }

    @ParameterizedTest
    @CsvSource(
            value = {"''", "0 0", "' '", "what", "-3 -7", "1e9 1e9"},
            ignoreLeadingAndTrailingWhitespace = false)
    void hasEightyColumnsWhenItsSizeIsUnknown(String size) {
        assertThat(Terminal.of(size, XTERM)).hasValue(new Terminal(80, 24, true, true));
    }

    @Test
    void columnsAndLinesOfTheEnvironmentGoFirst() {
        assertThat(with("COLUMNS", "100", "LINES", "30")).hasValue(new Terminal(100, 30, true, true));
        assertThat(with("COLUMNS", "5", "LINES", "x")).hasValue(new Terminal(20, 24, true, true));
    }

    @Test
    void hasNoColourWhenTheReaderWantsNone() {
        assertThat(with("NO_COLOR", "1").map(Terminal::hasColour)).hasValue(false);
        assertThat(with("NO_COLOR", "").map(Terminal::hasColour)).hasValue(true);
    }

    @ParameterizedTest
    @CsvSource({"C, '', en_US.UTF-8, false", "'', '', C.utf8, true", "'', en_US.UTF-8, C, true", "'', '', '', false"})
    void hasUnicodeWhenTheLocaleSaysSo(String all, String type, String language, boolean expected) {
        assertThat(with("LC_ALL", all, "LC_CTYPE", type, "LANG", language).map(Terminal::hasUnicode))
                .hasValue(expected);
    }

    private static Optional<Terminal> with(String... variables) {
        Map<String, String> environment = new HashMap<>(XTERM);
        for (int i = 0; i < variables.length; i += 2) {
            environment.put(variables[i], variables[i + 1]);
        }
        return Terminal.of("24 80", environment);
    }
}
