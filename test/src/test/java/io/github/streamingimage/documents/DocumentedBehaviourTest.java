package io.github.streamingimage.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.streamingimage.customresource.CustomResourceResponse;
import io.github.streamingimage.deletion.FailureCode;
import io.github.streamingimage.documents.ScriptedFunction.Reply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Numbers, codes and names in documents, as the function behaves and as the template has them. */
class DocumentedBehaviourTest {

    private static final String TEMPLATE =
            "infra/src/test/resources/io/github/streamingimage/infra/StreamingImageDeletionProvider.template.json";
    private static final List<String> NUMBERS = List.of("never", "once", "twice", "three", "four", "five", "six");

    private static int number(MatchResult claim) {
        return NUMBERS.indexOf(claim.group(1));
    }

    private static JsonNode template() throws Exception {
        return new JsonMapper().readTree(Repository.read(TEMPLATE));
    }

    @Test
    void thePausesBetweenLooksAreAsLongAsTheReadmeSays() {
        MatchResult claim = Repository.claim(
                Repository.read("README.md"),
                "it waits a tenth\\s+of the time waited so far, at least (\\d+) s and at most (\\d+) s");
        List<Double> pauses = Trial.delete(
                        Map.of(),
                        false,
                        ScriptedFunction.image("READY", ""),
                        ScriptedFunction.image("DELETE_IN_PROGRESS", ""))
                .pauses();
        double longest = Double.parseDouble(claim.group(2));
        assertThat(Collections.min(pauses)).isEqualTo(Double.parseDouble(claim.group(1)));
        assertThat(Collections.max(pauses)).isBetween(longest * 0.95, longest);
    }

    @Test
    void aServiceIsRetiredAfterAsLongAsTheReadmeSays() {
        double claimed = Double.parseDouble(
                Repository.claim(Repository.read("README.md"), "its name stays unknown for (\\d+) seconds")
                        .group(1));
        Trial trial = Trial.delete(Map.of(), false, ScriptedFunction.NO_SUCH_NAME);
        assertThat(trial.outcome()).isEqualTo("SERVICE_RETIRED");
        assertThat(trial.seconds()).isBetween(claimed, claimed * 1.5);
    }

    @Test
    void aDeletionThatFailsIsTriedAsOftenAsTheDocumentsSay() {
        Reply failed = ScriptedFunction.image("DELETE_FAILED", "INTERNAL_ERROR");
        int tries = Trial.delete(Map.of(), false, failed).deletions();
        assertThat(number(Repository.claim(Repository.read("README.md"), "`INTERNAL_ERROR`, in up to (\\w+) attempts")))
                .isEqualTo(tries);
        assertThat(number(Repository.claim(
                        Repository.read("infra/OPERATING.md"), "INTERNAL_ERROR is tried (\\w+) times")))
                .isEqualTo(tries);
    }

    @Test
    void aCallThatIsDeniedIsTriedAsOftenAsTheDocumentsSay() {
        Trial trial = Trial.delete(Map.of(), false, ScriptedFunction.error(403, "AccessDeniedException", "no"));
        assertThat(trial.outcome()).isEqualTo("ACCESS_DENIED");
        assertThat(number(Repository.claim(
                        Repository.read("infra/OPERATING.md"), "refused a call, (\\w+) times over some seconds")))
                .isEqualTo(trial.looks());
        assertThat(trial.seconds()).isBetween(2.0, 59.0);
    }

    @Test
    void aResponseHasAsManyBytesAsTheDocumentsSay() {
        String limit = String.valueOf(CustomResourceResponse.LIMIT);
        assertThat(Repository.claim(Repository.read("SECURITY.md"), "answers to (\\d+) bytes")
                        .group(1))
                .isEqualTo(limit);
        assertThat(Repository.claim(Repository.read("ARCHITECTURE.md"), "its JSON of at most (\\d+) bytes")
                        .group(1))
                .isEqualTo(limit);
    }

    @Test
    void theReadmeListsEveryFailureCodeOnce() {
        List<String> codes = new ArrayList<>();
        Pattern.compile("(?m)^\\| (`[A-Z_`, ]+`) \\|")
                .matcher(Repository.section("README.md", "Operating it"))
                .results()
                .forEach(row -> codes.addAll(Repository.quoted(row.group(1))));
        assertThat(codes)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(FailureCode.values()).map(Enum::name).toList());
    }

    @Test
    void theReadmeListsEveryActionThatTheRolesMayTake() throws Exception {
        Set<String> documented = new TreeSet<>();
        Pattern.compile("`([a-z0-9]+:[A-Z]\\w+)`")
                .matcher(Repository.section("README.md", "Permissions"))
                .results()
                .forEach(action -> documented.add(action.group(1)));
        Set<String> deployed = new TreeSet<>();
        template().findValues("Action").forEach(actions -> {
            Stream<JsonNode> each = actions.isArray() ? actions.valueStream() : Stream.of(actions);
            each.map(JsonNode::asText)
                    .filter(action -> !action.matches("(sts|logs|xray):.*"))
                    .forEach(deployed::add);
        });
        assertThat(documented).containsExactlyElementsOf(deployed);
    }

    @Test
    void lambdaRetriesAsOftenAsTheReadmeSays() throws Exception {
        int claimed =
                number(Repository.claim(Repository.read("README.md"), "Lambda tries again, (\\w+); then the last"));
        assertThat(template().findValues("MaximumRetryAttempts"))
                .isNotEmpty()
                .allSatisfy(attempts -> assertThat(attempts.asInt()).isEqualTo(claimed));
    }

    @Test
    void theFunctionIsAsLargeAsTheReadmeSays() throws Exception {
        int claimed = Integer.parseInt(Repository.claim(Repository.read("README.md"), "default function of (\\d+) MB")
                .group(1));
        assertThat(template().findValues("MemorySize"))
                .isNotEmpty()
                .allSatisfy(size -> assertThat(size.asInt()).isEqualTo(claimed));
    }

    @Test
    void theServiceTokenIsFoundUnderTheNamesThatTheReadmeGives() {
        MatchResult names = Repository.claim(
                Repository.read("README.md"),
                "Its service token is exported\\s+as `([^`]+)` and stands in the Systems Manager parameter `([^`]+)`");
        assertThat(Repository.read(TEMPLATE))
                .contains("\"Name\": \"" + names.group(1) + "\"", "\"Name\": \"" + names.group(2) + "\"");
    }
}
