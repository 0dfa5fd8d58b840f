package io.github.streamingimage.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.documents.ScriptedFunction.Reply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Properties, attributes and examples in documents, as the function itself takes them. */
class DocumentedPropertiesTest {

    private static final Pattern RESOURCE = Pattern.compile(
            "(?m)^( *)\\w+:\\n +Type: Custom::StreamingImageDeletion\\n((?:\\1 +(?!Properties:).*\\n)*?)\\1 +Properties:\\n((?:\\1 {4,}.*\\n?)+)");
    private static final Pattern PARAMETER =
            Pattern.compile("(?m)^  (\\w+):\\n    Type: String\\n    AllowedPattern: \"\\[a-zA-Z0-9_-]\\{1,(\\d+)}\"$");

    static Stream<DocumentedOption> options() {
        return DocumentedOption.all().stream();
    }

    private static Trial create(String name, Object value) {
        Map<String, Object> properties = new HashMap<>(Trial.IMAGE);
        properties.put(name, value);
        return Trial.create(properties);
    }

    @Test
    void thereAreFiveOfWhichTwoAreRequired() {
        assertThat(options().filter(DocumentedOption::required).map(DocumentedOption::name))
                .containsExactly("StudioId", "StreamingImageId");
        assertThat(options().filter(option -> !option.required()).map(DocumentedOption::name))
                .containsExactly("OnRollback", "OnServiceRetired", "ServiceTimeout");
    }

    @ParameterizedTest
    @MethodSource("options")
    void theRequiredAreMissedAndTheOthersAreNot(DocumentedOption option) {
        Map<String, Object> properties = new HashMap<>(Trial.IMAGE);
        properties.remove(option.name());
        Trial trial = Trial.create(properties);
        assertThat(trial.isSuccess()).isEqualTo(!option.required());
        if (option.required()) {
            assertThat(trial.reason()).startsWith("[INVALID_PROPERTY]").contains(option.name());
        }
    }

    @ParameterizedTest
    @MethodSource("options")
    void theirValuesAreTakenAndNoOthers(DocumentedOption option) {
        for (String value : option.values()) {
            assertThat(create(option.name(), value).isSuccess()).as(value).isTrue();
        }
        if (!option.values().isEmpty()) {
            assertThat(option.values()).hasSize(2);
            String reason = create(option.name(), "Another").reason();
            assertThat(reason).startsWith("[INVALID_PROPERTY]");
            assertThat(option.values()).allSatisfy(value -> assertThat(reason).contains(value));
        }
    }

    @Test
    void theDefaultOfOnRollbackIsWhatHappensWithoutIt() {
        List<String> outcomes =
                outcomes("OnRollback", true, ScriptedFunction.image("READY", ""), ScriptedFunction.NOT_FOUND);
        assertThat(outcomes).containsExactly("RETAINED", "RETAINED", "DELETED");
    }

    @Test
    void theDefaultOfOnServiceRetiredIsWhatHappensWithoutIt() {
        DocumentedOption option = DocumentedOption.named("OnServiceRetired");
        Reply gone = ScriptedFunction.NO_SUCH_NAME;
        assertThat(Trial.delete(Trial.IMAGE, false, gone).isSuccess()).isTrue();
        assertThat(option.values())
                .extracting(value ->
                        Trial.delete(Map.of(option.name(), value), false, gone).isSuccess())
                .containsExactly(true, false);
    }

    /** Without the property, with its default, and with the other value. */
    private static List<String> outcomes(String name, boolean rollingBack, Reply... seen) {
        List<String> outcomes = new ArrayList<>();
        outcomes.add(Trial.delete(Trial.IMAGE, rollingBack, seen).outcome());
        for (String value : DocumentedOption.named(name).values()) {
            outcomes.add(Trial.delete(Map.of(name, value), rollingBack, seen).outcome());
        }
        return outcomes;
    }

    @Test
    void theServiceTimeoutHasItsBoundsAndItsDefault() {
        MatchResult bounds = Repository.claim(
                DocumentedOption.named("ServiceTimeout").meaning(), "(\\d+) to (\\d+) seconds, default (\\d+)");
        int least = Integer.parseInt(bounds.group(1));
        int most = Integer.parseInt(bounds.group(2));
        int byDefault = Integer.parseInt(bounds.group(3));
        assertThat(secondsOf(least)).isEqualTo(least);
        assertThat(secondsOf(least - 1)).isEqualTo(byDefault);
        assertThat(secondsOf(most)).isEqualTo(most);
        assertThat(secondsOf(most - 1)).isEqualTo(most - 1);
        assertThat(secondsOf(most + 1)).isEqualTo(byDefault);
        assertThat(received(Trial.create(Trial.IMAGE))).isEqualTo(byDefault);
    }

    private static int secondsOf(int serviceTimeout) {
        return received(create("ServiceTimeout", String.valueOf(serviceTimeout)));
    }

    private static int received(Trial trial) {
        return trial.lines("received")
                .findFirst()
                .orElseThrow()
                .path("serviceTimeoutSeconds")
                .asInt();
    }

    @Test
    void theAttributesAreThoseOfTheResponse() {
        String section = Repository.section("README.md", "Properties and attributes");
        Trial trial = Trial.create(Trial.IMAGE);
        Set<String> given = new TreeSet<>();
        trial.response().path("Data").fieldNames().forEachRemaining(given::add);
        assertThat(Repository.quoted(Repository.claim(section, "(?s)`Fn::GetAtt` gives (.*?)\\.")
                        .group(1)))
                .containsExactlyInAnyOrderElementsOf(given);
        String ref = Repository.claim(section, "`Ref` gives `([^`]*)`").group(1);
        assertThat(trial.response().path("PhysicalResourceId").asText())
                .isEqualTo(ref.replace("StudioId", "studio-1").replace("StreamingImageId", "image-1"));
    }

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
        List<Map<String, Object>> resources = examples()
                .flatMap(example -> RESOURCE.matcher(example)
                        .results()
                        .map(resource -> properties(resource.group(3), parameters(example))))
                .toList();
        Set<String> known = options().map(DocumentedOption::name).collect(Collectors.toSet());
        known.add("ServiceToken");
        assertThat(resources).hasSizeGreaterThanOrEqualTo(4).allSatisfy(properties -> {
            assertThat(known).containsAll(properties.keySet());
            Trial trial = Trial.create(properties);
            assertThat(trial.isSuccess())
                    .as("%s: %s", properties, trial.reason())
                    .isTrue();
            Object timeout = properties.getOrDefault("ServiceTimeout", "3600");
            assertThat(String.valueOf(received(trial))).isEqualTo(timeout);
        });
    }

    /** The parameters of a template, each with the longest value that it allows. */
    private static Map<String, String> parameters(String template) {
        return PARAMETER
                .matcher(template)
                .results()
                .collect(Collectors.toMap(
                        parameter -> parameter.group(1),
                        parameter -> "a".repeat(Integer.parseInt(parameter.group(2)))));
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

    @Test
    void theParametersOfTheExampleAllowAllThatTheFunctionTakesAndNoMore() {
        Map<String, String> longest = parameters(Repository.read("infra/examples/plain-template.yaml"));
        assertThat(longest.keySet()).containsExactlyInAnyOrder("StudioId", "StreamingImageId");
        longest.forEach((name, value) -> {
            assertThat(create(name, value).isSuccess()).as(name).isTrue();
            assertThat(create(name, value + "a").isSuccess()).as(name).isFalse();
        });
    }

    /** Wherever a document sets an option, in whatever words. */
    @ParameterizedTest
    @MethodSource("options")
    void noDocumentGivesAnOptionAnotherValue(DocumentedOption option) {
        if (option.values().isEmpty()) {
            return;
        }
        Pattern set = Pattern.compile("\\b" + option.name() + "`?(?::| set to| to|=| is)\\s+`?([A-Z][a-z]+)\\b");
        List<String> values = Repository.documents()
                .map(Repository::read)
                .flatMap(text -> set.matcher(text).results().map(found -> found.group(1)))
                .toList();
        assertThat(values).isNotEmpty().isSubsetOf(option.values());
    }
}
