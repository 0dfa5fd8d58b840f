package io.github.streamingimage.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.deletion.Decision.Succeed;
import io.github.streamingimage.deletion.FailureCode;
import io.github.streamingimage.deletion.Observation.Problem;
import io.github.streamingimage.deletion.StackStanding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The operators' guide says of the function what the function's code says. */
class OperatingGuideTest {

    private static final String GUIDE = "infra/OPERATING.md";
    private static final String QUERIES = "infra/src/main/resources/io/github/streamingimage/infra/queries/";

    static Stream<String> queries() {
        return Repository.files().stream().filter(file -> file.startsWith(QUERIES));
    }

    private static List<String> firstColumn(String heading) {
        return Repository.table(GUIDE, heading).stream().map(row -> row.get(0)).toList();
    }

    @Test
    void explainsEveryFailureCodeInItsOrderAndNoOther() {
        assertThat(firstColumn("Failure codes"))
                .containsExactlyElementsOf(
                        Stream.of(FailureCode.values()).map(Enum::name).toList());
    }

    @Test
    void advisesWhatTheReasonItselfAdvises() {
        for (List<String> row : Repository.table(GUIDE, "Failure codes")) {
            String code = row.get(0);
            assertThat(row.get(1)).as(code).hasSizeGreaterThan(20);
            assertThat(row.get(2)).isEqualTo(advice(FailureCode.valueOf(code)));
        }
    }

    /** What to do after a clean-up, a Create or an Update is said where it differs. */
    private static String advice(FailureCode code) {
        String inCleanUp =
                code.adviceInCleanUp().equals(code.advice()) ? "" : " In a clean-up: " + code.adviceInCleanUp();
        boolean same = code.adviceOtherwise().equals(code.advice())
                || code.adviceOtherwise().isEmpty();
        return code.advice() + inCleanUp + (same ? "" : " Create and Update: " + code.adviceOtherwise());
    }

    @Test
    void tellsHowToFindAndDeleteAnImageThatACleanUpLeftBehind() {
        String section = Repository.section(GUIDE, "An image that a clean-up left behind");
        assertThat(section)
                .contains(
                        "**Do not delete\nthe stack**",
                        "aws appstream delete-image",
                        "aws nimble delete-streaming-image");
        assertThat(FailureCode.DEADLINE_REACHED.adviceInCleanUp()).contains("delete it by hand");
    }

    @Test
    void explainsEveryOutcomeOfASuccess() {
        List<String> outcomes = new ArrayList<>(
                Stream.of(Succeed.Outcome.values()).map(Enum::name).toList());
        outcomes.add("SUCCESS_REPEATED");
        assertThat(firstColumn("Outcomes")).containsExactlyElementsOf(outcomes);
        assertThat(Repository.read("lambda/src/main/java/io/github/streamingimage/Responses.java"))
                .contains("\"SUCCESS_REPEATED\"");
    }

    @Test
    void explainsEveryObservationThatIsLogged() {
        List<String> observations = new ArrayList<>(List.of("IMAGE", "DELETE_ACCEPTED", "NOT_FOUND"));
        Stream.of(Problem.Kind.values()).map(Enum::name).forEach(observations::add);
        Stream.of(StackStanding.values()).map(standing -> "STACK_" + standing).forEach(observations::add);
        observations.addAll(List.of("STACK_RESOURCES", "STACK_ACCESS_DENIED", "STACK_UNREADABLE"));
        assertThat(firstColumn("Observations")).containsExactlyElementsOf(observations);
        assertThat(quotedInTheLog())
                .containsAll(observations.stream()
                        .filter(each ->
                                !each.matches("CONFLICT|THROTTLED|UNAVAILABLE|ACCESS_DENIED|REJECTED|ENDPOINT_MISSING"))
                        .filter(each -> !each.matches("STACK_(?!RESOURCES|ACCESS|UNREADABLE).*"))
                        .toList());
    }

    @Test
    void explainsEveryDecisionThatIsLogged() {
        List<String> decisions = firstColumn("Decisions");
        assertThat(decisions).doesNotHaveDuplicates().hasSize(7);
        assertThat(quotedInTheLog()).containsAll(decisions);
        assertThat(RecordedLog.lines())
                .filteredOn(line -> line.containsKey("decision"))
                .extracting(line -> line.get("decision"))
                .isSubsetOf(decisions);
    }

    private static List<String> quotedInTheLog() {
        return Pattern.compile("\"([A-Z_]+)\"")
                .matcher(Repository.read("lambda/src/main/java/io/github/streamingimage/waiting/PassLog.java"))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void explainsEveryEventThatIsLogged() {
        Set<String> logged = new TreeSet<>();
        Pattern call = Pattern.compile("\\blog\\.(?:info|warn|error)\\(\\s*\"(\\w+)\"");
        Repository.files().stream()
                .filter(file -> file.startsWith("lambda/src/main/java/"))
                .forEach(file -> call.matcher(Repository.read(file))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(logged::add));
        assertThat(firstColumn("The log")).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(logged);
    }

    @Test
    void namesTheFieldsThatTheEventsHave() {
        List<Map<String, String>> log = RecordedLog.lines();
        Set<String> ofEveryLine = new TreeSet<>(log.get(0).keySet());
        log.forEach(line -> ofEveryLine.retainAll(line.keySet()));
        assertThat(names(Repository.section(GUIDE, "The log").split("\\|", 2)[0]))
                .containsAll(ofEveryLine);
        for (List<String> row : Repository.table(GUIDE, "The log")) {
            Set<String> fields = new TreeSet<>();
            log.stream()
                    .filter(line -> line.get("event").equals(row.get(0)))
                    .forEach(line -> fields.addAll(line.keySet()));
            fields.removeAll(ofEveryLine);
            assertThat(names(row.get(2))).as(row.get(0)).containsExactlyInAnyOrderElementsOf(fields);
        }
    }

    private static List<String> names(String text) {
        return Pattern.compile("`(\\w+)`")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void holdsEveryQueryAsItIsDeployed(String file) {
        String name = file.substring(QUERIES.length()).replace(".query", "").replace('-', ' ');
        String title = name.substring(0, 1).toUpperCase() + name.substring(1);
        MatchResult section = Pattern.compile("(?ms)^### " + title + "$\\n\\n[^`]*?\\n\\n```text\\n(.*?)```$")
                .matcher(Repository.read(GUIDE))
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError("no section " + title));
        assertThat(section.group(1)).isEqualTo(Repository.read(file));
    }
}
