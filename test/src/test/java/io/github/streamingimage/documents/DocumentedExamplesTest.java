package io.github.streamingimage.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Examples and snippets in documents, as resources that the function takes. */
class DocumentedExamplesTest {

    private static final Pattern RESOURCE = Pattern.compile(
            "(?m)^( *)\\w+:\\n +Type: (Custom::\\w+)\\n((?:\\1 +(?!Properties:).*\\n)*?)\\1 +Properties:\\n((?:\\1 {4,}.*\\n?)+)");
    private static final Pattern PARAMETER =
            Pattern.compile("(?m)^  (\\w+):\\n    Type: String\\n    AllowedPattern: \"(.*)\\{(\\d),(\\d+)}\"$");

    /** The type, the service token's export, and one property after the other, in TypeScript or Python. */
    private static final Pattern SNIPPET = Pattern.compile(
            "(?s)CustomResource\\(.*?resource_?[tT]ype[:=] ?['\"](Custom::\\w+)['\"].*?import_?[vV]alue\\(['\"]([\\w-]+)['\"]\\).*?properties[:=] ?\\{(.*?)}");

    private record Resource(ImageKind kind, Map<String, Object> properties) {}

    /** In blocks of code and in the templates of the examples. */
    static Stream<String> examples() {
        return Stream.concat(
                Repository.documents().flatMap(document -> Repository.blocks(document, "yaml").stream()),
                Repository.files().stream()
                        .filter(file -> file.startsWith("infra/examples/"))
                        .map(Repository::read));
    }

    @Test
    void everyExampleIsAResourceThatTheFunctionTakes() {
        List<Resource> resources = examples()
                .flatMap(example -> RESOURCE.matcher(example)
                        .results()
                        .map(resource -> new Resource(
                                ImageKind.ofType(resource.group(2)),
                                properties(resource.group(4), parameters(example)))))
                .toList();
        assertThat(resources).hasSizeGreaterThanOrEqualTo(6).allSatisfy(DocumentedExamplesTest::assertTaken);
        assertThat(resources).extracting(Resource::kind).contains(ImageKind.values());
    }

    private static void assertTaken(Resource resource) {
        Map<String, Object> properties = resource.properties();
        Set<String> known = DocumentedOption.allOf(resource.kind().title()).stream()
                .map(DocumentedOption::name)
                .collect(Collectors.toSet());
        known.add("ServiceToken");
        assertThat(known).containsAll(properties.keySet());
        Trial trial = Trial.create(resource.kind(), properties);
        assertThat(trial.isSuccess()).as("%s: %s", properties, trial.reason()).isTrue();
        Object timeout = properties.getOrDefault("ServiceTimeout", "3600");
        assertThat(String.valueOf(trial.serviceTimeout())).isEqualTo(timeout);
    }

    /** Where a block takes a value from a parameter that is declared elsewhere, one that the kind of image allows. */
    private static Map<String, String> parameters(String template) {
        Map<String, String> parameters = new HashMap<>(Map.of("ImageName", "image-1"));
        PARAMETER
                .matcher(template)
                .results()
                .forEach(parameter -> parameters.put(parameter.group(1), longest(parameter)));
        return parameters;
    }

    /** The longest value that a parameter allows: whatever comes before the repeated class is one character. */
    private static String longest(MatchResult parameter) {
        int before = parameter.group(2).startsWith("[a-zA-Z0-9][") ? 1 : 0;
        return "a".repeat(before + Integer.parseInt(parameter.group(4)));
    }

    private static Map<String, Object> properties(String lines, Map<String, String> parameters) {
        Map<String, Object> properties = new HashMap<>();
        Pattern.compile("(?m)^ +(\\w+): (?:!(\\w+) )?(\\S+)$")
                .matcher(lines)
                .results()
                .forEach(line -> {
                    String value = line.group(3);
                    properties.put(line.group(1), "Ref".equals(line.group(2)) ? parameters.get(value) : value);
                });
        return properties;
    }

    /** Their languages are not built here, so what they say to CloudFormation is read out of them. */
    @ParameterizedTest
    @ValueSource(strings = {"ts", "python"})
    void theSnippetsInOtherLanguagesAreResourcesThatTheFunctionTakes(String language) {
        List<String> snippets = Repository.blocks("README.md", language);
        assertThat(snippets).hasSize(1);
        MatchResult snippet = Repository.claim(snippets.get(0), SNIPPET.pattern());
        ImageKind kind = ImageKind.ofType(snippet.group(1));
        Map<String, Object> properties = new HashMap<>();
        Pattern.compile("['\"]?(\\w+)['\"]?: ['\"]([^'\"]*)['\"]")
                .matcher(snippet.group(3))
                .results()
                .forEach(property -> properties.put(property.group(1), property.group(2)));
        assertTaken(new Resource(kind, properties));
        assertThat(Repository.read(kind.template())).contains("\"Name\": \"" + snippet.group(2) + "\"");
    }

    @ParameterizedTest
    @CsvSource({"plain-template.yaml, NIMBLE_STUDIO", "appstream-plain-template.yaml, APPSTREAM"})
    void theParametersOfTheExamplesAllowAllThatTheFunctionTakesAndNoMore(String file, ImageKind kind) {
        Map<String, String> longest = new HashMap<>();
        PARAMETER
                .matcher(Repository.read("infra/examples/" + file))
                .results()
                .forEach(parameter -> longest.put(parameter.group(1), longest(parameter)));
        assertThat(longest.keySet())
                .containsExactlyInAnyOrderElementsOf(DocumentedOption.allOf(kind.title()).stream()
                        .filter(DocumentedOption::required)
                        .map(DocumentedOption::name)
                        .toList());
        longest.forEach((name, value) -> {
            assertThat(reason(kind, name, value)).as(name).doesNotContain("INVALID_PROPERTY");
            assertThat(reason(kind, name, value + "a")).as(name).contains("INVALID_PROPERTY");
        });
    }

    /** Why a Create with this value fails; empty when it succeeds. */
    private static String reason(ImageKind kind, String name, Object value) {
        Map<String, Object> properties = new HashMap<>(kind.properties());
        properties.put(name, value);
        return Trial.create(kind, properties).reason();
    }
}
