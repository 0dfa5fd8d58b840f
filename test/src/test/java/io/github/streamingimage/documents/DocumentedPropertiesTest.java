package io.github.streamingimage.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Properties and attributes in documents, as the function itself takes and gives them. */
class DocumentedPropertiesTest {

    static Stream<Arguments> options() {
        return Stream.of(ImageKind.values())
                .flatMap(kind ->
                        DocumentedOption.allOf(kind.title()).stream().map(option -> Arguments.of(kind, option)));
    }

    private static Trial create(ImageKind kind, String name, Object value) {
        Map<String, Object> properties = new HashMap<>(kind.properties());
        properties.put(name, value);
        return Trial.create(kind, properties);
    }

    @Test
    void eachBelongsToAKindOfImageOrToBoth() {
        assertThat(names("AppStream", true)).containsExactly("ImageName");
        assertThat(names("Nimble Studio", true)).containsExactly("StudioId", "StreamingImageId");
        assertThat(names("AppStream", false)).containsExactly("OnRollback", "ServiceTimeout");
        assertThat(names("Nimble Studio", false)).containsExactly("OnRollback", "OnServiceRetired", "ServiceTimeout");
        assertThat(DocumentedOption.all())
                .extracting(DocumentedOption::of)
                .containsOnly("AppStream", "Nimble Studio", "both");
    }

    private static List<String> names(String kind, boolean required) {
        return DocumentedOption.allOf(kind).stream()
                .filter(option -> option.required() == required)
                .map(DocumentedOption::name)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("options")
    void theRequiredAreMissedAndTheOthersAreNot(ImageKind kind, DocumentedOption option) {
        Map<String, Object> properties = new HashMap<>(kind.properties());
        properties.remove(option.name());
        Trial trial = Trial.create(kind, properties);
        assertThat(trial.isSuccess()).isEqualTo(!option.required());
        if (option.required()) {
            assertThat(trial.reason()).startsWith("[INVALID_PROPERTY]").contains(option.name());
        }
    }

    @ParameterizedTest
    @MethodSource("options")
    void theirValuesAreTakenAndNoOthers(ImageKind kind, DocumentedOption option) {
        for (String value : option.values()) {
            assertThat(create(kind, option.name(), value).isSuccess()).as(value).isTrue();
        }
        if (!option.values().isEmpty()) {
            assertThat(option.values()).hasSize(2);
            String reason = create(kind, option.name(), "Another").reason();
            assertThat(reason).startsWith("[INVALID_PROPERTY]");
            assertThat(option.values()).allSatisfy(value -> assertThat(reason).contains(value));
        }
    }

    @ParameterizedTest
    @EnumSource
    void unknownPropertiesAreIgnored(ImageKind kind) {
        assertThat(Repository.read("README.md")).contains("Unknown properties are ignored");
        assertThat(create(kind, "SomethingElse", "any").isSuccess()).isTrue();
    }

    /** AppStream is looked at once more right before a deletion. */
    @ParameterizedTest
    @EnumSource
    void theDefaultOfOnRollbackIsWhatHappensWithoutIt(ImageKind kind) {
        List<String> outcomes = new ArrayList<>();
        Stream.concat(Stream.of(""), DocumentedOption.named("OnRollback").values().stream())
                .map(value -> value.isEmpty() ? Map.<String, Object>of() : Map.<String, Object>of("OnRollback", value))
                .forEach(options ->
                        outcomes.add(Trial.delete(kind, options, true, kind.atRest(), kind.atRest(), kind.gone())
                                .outcome()));
        assertThat(outcomes).containsExactly("RETAINED", "RETAINED", "DELETED");
    }

    @Test
    void theDefaultOfOnServiceRetiredIsWhatHappensWithoutIt() {
        DocumentedOption option = DocumentedOption.named("OnServiceRetired");
        Reply gone = ScriptedFunction.NO_SUCH_NAME;
        assertThat(Trial.delete(gone).isSuccess()).isTrue();
        assertThat(option.values())
                .extracting(value -> Trial.delete(ImageKind.NIMBLE_STUDIO, Map.of(option.name(), value), false, gone)
                        .isSuccess())
                .containsExactly(true, false);
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
        assertThat(Trial.create(ImageKind.APPSTREAM, ImageKind.APPSTREAM.properties())
                        .serviceTimeout())
                .isEqualTo(byDefault);
    }

    private static int secondsOf(int serviceTimeout) {
        return create(ImageKind.APPSTREAM, "ServiceTimeout", String.valueOf(serviceTimeout))
                .serviceTimeout();
    }

    /** Those of both, then those that only one has. */
    @Test
    void theAttributesAreThoseOfTheResponse() {
        MatchResult claim = Repository.claim(
                Repository.section("README.md", "Properties and attributes"),
                "(?s)`Fn::GetAtt` returns (.*?); for\\s+AppStream also (.*?); for Nimble Studio also (.*?)\\.");
        for (ImageKind kind : ImageKind.values()) {
            Set<String> given = new TreeSet<>();
            Trial.create(kind, kind.properties())
                    .response()
                    .path("Data")
                    .fieldNames()
                    .forEachRemaining(given::add);
            List<String> documented = new ArrayList<>(Repository.quoted(claim.group(1)));
            documented.addAll(Repository.quoted(claim.group(kind == ImageKind.APPSTREAM ? 2 : 3)));
            assertThat(documented).as(kind.title()).containsExactlyInAnyOrderElementsOf(given);
        }
    }

    @Test
    void refIsTheIdOfTheResponse() {
        MatchResult claim = Repository.claim(
                Repository.section("README.md", "Properties and attributes"),
                "`Ref` returns `(ImageName\\|CreatedTime)`, or `(StudioId\\|StreamingImageId)`");
        for (ImageKind kind : ImageKind.values()) {
            String ref = claim.group(kind == ImageKind.APPSTREAM ? 1 : 2);
            JsonNode response = Trial.create(kind, kind.properties()).response();
            String id = Stream.of(ref.split("\\|"))
                    .map(part -> kind.properties()
                            .getOrDefault(part, response.path("Data").path(part).asText())
                            .toString())
                    .collect(Collectors.joining("|"));
            assertThat(response.path("PhysicalResourceId").asText())
                    .isEqualTo(id)
                    .isEqualTo(kind.physicalResourceId());
        }
    }

    /** Wherever a document sets an option, in whatever words. */
    @ParameterizedTest
    @MethodSource("options")
    void noDocumentGivesAnOptionAnotherValue(ImageKind kind, DocumentedOption option) {
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
