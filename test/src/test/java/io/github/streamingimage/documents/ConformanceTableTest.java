package io.github.streamingimage.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every test that the conformance table names is there. */
class ConformanceTableTest {

    private static final Path ROOT = Path.of("..");
    private static final Path TABLE = Path.of("reports", "conformance.md");
    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT))(?:\\.(\\w+))?`");

    @Test
    void namesTestsThatExist() throws IOException {
        List<MatchResult> named =
                NAMED.matcher(Files.readString(TABLE)).results().toList();
        assertThat(named).hasSizeGreaterThan(30);
        for (MatchResult test : named) {
            String source = source(test.group(1));
            if (test.group(2) != null) {
                assertThat(source).as(test.group()).contains(" void " + test.group(2) + "(");
            }
        }
    }

    private static String source(String testClass) throws IOException {
        for (String module : List.of("lambda", "infra", "test")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                List<Path> found =
                        files.filter(file -> file.endsWith(testClass + ".java")).toList();
                if (!found.isEmpty()) {
                    return Files.readString(found.get(0));
                }
            }
        }
        throw new AssertionError("no test class " + testClass);
    }
}
