package io.github.streamingimage.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents name is there: files, headings, tests, and the code that they show. */
class DocumentsTest {

    private static final Set<String> FILES = new TreeSet<>(Repository.files());
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern FILE_NAME =
            Pattern.compile("[\\w./-]*[\\w-]+\\.(?:java|md|json|xml|yaml|yml|mjs|query|version|config)");

    /** Files that are not the repository's: Maven's, of whoever runs it. */
    private static final Set<String> ELSEWHERE = Set.of("settings.xml");

    private static final Pattern TEST = Pattern.compile("(\\w*[a-z]\\w*(?:Test|IT))(?:\\.(\\w+))?");

    static Stream<String> documents() {
        return Repository.documents();
    }

    private static List<String> code(String document) {
        return CODE.matcher(Repository.prose(document))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static boolean exists(String path) {
        return FILES.contains(path) || FILES.stream().anyMatch(file -> file.startsWith(path + "/"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void linkToFilesAndHeadingsThatExist(String document) {
        for (MatchResult link :
                LINK.matcher(Repository.prose(document)).results().toList()) {
            String target = link.group(1);
            if (target.matches("https?://.*")) {
                continue;
            }
            String[] parts = target.split("#", 2);
            String file = parts[0].isEmpty()
                    ? document
                    : Repository.ROOT
                            .relativize(Repository.ROOT
                                    .resolve(document)
                                    .resolveSibling(parts[0])
                                    .normalize())
                            .toString()
                            .replace('\\', '/');
            assertThat(exists(file)).as("%s links to %s", document, target).isTrue();
            if (parts.length == 2) {
                assertThat(anchors(file)).as("%s links to %s", document, target).contains(parts[1]);
            }
        }
    }

    private static List<String> anchors(String document) {
        return Pattern.compile("(?m)^#+ (.*)$")
                .matcher(Repository.prose(document))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase()
                        .replaceAll("[^\\w\\s-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    /** A name can be shortened from the left; what a build makes is not there before. */
    @ParameterizedTest
    @MethodSource("documents")
    void nameFilesThatExist(String document) {
        for (String code : code(document)) {
            boolean named = FILE_NAME.matcher(code).matches()
                    || code.matches("[\\w.-]+(?:/[\\w.-]+)+/?") && exists(code.substring(0, code.indexOf('/')));
            if (named && !code.contains("target/") && !ELSEWHERE.contains(code)) {
                String path = code.replaceAll("/$", "");
                assertThat(exists(path) || FILES.stream().anyMatch(file -> file.endsWith("/" + path)))
                        .as("%s names %s", document, code)
                        .isTrue();
            }
        }
    }

    @Test
    void nameTestsThatExist() {
        Map<String, String> sources = FILES.stream()
                .filter(file -> file.matches(".*/src/test/java/.*\\.java"))
                .collect(Collectors.toMap(
                        file -> file.substring(file.lastIndexOf('/') + 1).replace(".java", ""),
                        file -> file,
                        (one, another) -> one));
        List<String> named = new ArrayList<>();
        documents().forEach(document -> {
            for (String code : code(document)) {
                MatchResult test = TEST.matcher(code).results().findFirst().orElse(null);
                if (test == null || !test.group().equals(code)) {
                    continue;
                }
                named.add(code);
                assertThat(sources).as(document).containsKey(test.group(1));
                if (test.group(2) != null) {
                    assertThat(Repository.read(sources.get(test.group(1))))
                            .as("%s names %s", document, code)
                            .contains(" void " + test.group(2) + "(");
                }
            }
        });
        assertThat(named).hasSizeGreaterThan(50);
    }

    /** What a trial settles is a row of the table, in its words; what it settles of the row can follow in parentheses. */
    @Test
    void nameRowsOfTheConformanceTableThatATrialSettles() {
        List<String> rows = column(Repository.section("test/reports/conformance.md", "AppStream"), 1);
        List<String> settled = column(Repository.section("infra/APPSTREAM.md", "Trying it for real"), 2).stream()
                .flatMap(cell -> Stream.of(cell.split("; ")))
                .map(row -> row.replaceAll(" \\(.*\\)$", ""))
                .distinct()
                .toList();
        assertThat(rows).hasSizeGreaterThan(10).containsAll(settled);
        List<String> open = new ArrayList<>(rows);
        open.removeAll(settled);
        assertThat(open).containsExactly("DEPRECATED, a state of no model");
        assertThat(Repository.read("infra/APPSTREAM.md")).contains("Only one row stays open: " + open.get(0));
    }

    /** A column of a table, without its heading. */
    private static List<String> column(String section, int number) {
        return section.lines()
                .filter(line -> line.startsWith("| "))
                .skip(2)
                .map(line -> line.split("\\|")[number].strip())
                .toList();
    }

    /** Statement by statement, since a snippet leaves out what is between them; without regard to white space. */
    @Test
    void showJavaOfTheExampleThatIsBuilt() {
        String examples = FILES.stream()
                .filter(file -> file.startsWith("infra/src/test/java/") && file.contains("/example/"))
                .map(Repository::read)
                .collect(Collectors.joining())
                .replaceAll("\\s+", "");
        List<String> statements = Repository.blocks("README.md", "java").stream()
                .flatMap(block -> Stream.of(block.split(";\\s*")))
                .map(statement -> statement.replaceAll("\\s+", ""))
                .toList();
        assertThat(statements)
                .isNotEmpty()
                .allSatisfy(statement -> assertThat(examples).contains(statement));
    }

    @Test
    void showYamlOfTheTemplatesThatAreBuilt() {
        String examples = FILES.stream()
                .filter(file -> file.startsWith("infra/examples/"))
                .map(Repository::read)
                .map(template -> template.replaceAll("\\s+", " "))
                .collect(Collectors.joining("\n"));
        List<String> blocks = Repository.blocks("README.md", "yaml");
        assertThat(blocks)
                .isNotEmpty()
                .allSatisfy(block -> assertThat(examples).contains(block.strip().replaceAll("\\s+", " ")));
    }

    @Test
    void everyPackageIsSummarized() {
        Map<String, String> summaries = new TreeMap<>();
        Set<String> packages = new TreeSet<>();
        Pattern summary = Pattern.compile("(?s)\\A/\\*\\*(.*?)\\*/\\s*package ([\\w.]+);");
        FILES.stream()
                .filter(file -> file.matches("\\w+/src/\\w+/java/.*\\.java"))
                .forEach(file -> {
                    packages.add(file.substring(0, file.lastIndexOf('/'))
                            .replaceAll("^\\w+/src/\\w+/java/", "")
                            .replace('/', '.'));
                    if (file.endsWith("/package-info.java")) {
                        MatchResult found = summary.matcher(Repository.read(file))
                                .results()
                                .findFirst()
                                .orElseThrow(() -> new AssertionError(file + " has no summary"));
                        summaries.put(found.group(2), found.group(1));
                    }
                });
        assertThat(summaries.keySet()).containsExactlyElementsOf(packages);
        assertThat(summaries.values())
                .allSatisfy(text -> assertThat(text.split("\\s+")).hasSizeGreaterThan(8));
    }
}
