package io.github.streamingimage.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.customresource.CustomResourceResponse;
import io.github.streamingimage.deletion.FailureCode;
import io.github.streamingimage.documents.ScriptedFunction.Reply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Numbers and codes in documents, as the function behaves. */
class DocumentedBehaviourTest {

    private static final String README = Repository.read("README.md");
    private static final String GUIDE = Repository.read("infra/OPERATING.md");
    private static final String NIMBLE_STUDIO = Repository.read("infra/NIMBLE_STUDIO.md");
    private static final List<String> NUMBERS = List.of("never", "once", "two", "three", "four", "five", "six");
    private static final Reply READY = ScriptedFunction.image("READY", "");

    private static int number(MatchResult claim) {
        return NUMBERS.indexOf(claim.group(1));
    }

    private static double seconds(String number, String unit) {
        return Double.parseDouble(number) * (unit.startsWith("minute") ? 60 : 1);
    }

    @Test
    void thePausesBetweenLooksAreAsLongAsTheReadmeSays() {
        MatchResult claim = Repository.claim(
                README,
                "(?s)waits a tenth of the time waited so far before each poll, at least (\\d+) s and at most (\\d+) s or a hundredth");
        List<Double> pauses = Trial.delete(READY, ScriptedFunction.image("DELETE_IN_PROGRESS", ""))
                .pauses();
        double steady = Double.parseDouble(claim.group(2));
        assertThat(Collections.min(pauses)).isEqualTo(Double.parseDouble(claim.group(1)));
        double waited = 0;
        double longestSoon = 0;
        for (double pause : pauses) {
            assertThat(pause).as("after %s s", waited).isLessThanOrEqualTo(Math.max(steady, waited / 100));
            longestSoon = waited < 500 ? Math.max(longestSoon, pause) : longestSoon;
            waited += pause;
        }
        assertThat(longestSoon).isBetween(steady * 0.95, steady);
    }

    @Test
    void aServiceIsRetiredAfterAsManyWordsAndAsLongAsThePageSays() {
        MatchResult claim = Repository.claim(
                NIMBLE_STUDIO, "(\\w+)\\s+such responses \\(NXDOMAIN\\) in a row over at least (\\d+) seconds");
        Trial trial = Trial.delete(ScriptedFunction.NO_SUCH_NAME);
        assertThat(trial.outcome()).isEqualTo("SERVICE_RETIRED");
        double claimed = Double.parseDouble(claim.group(2));
        assertThat(trial.seconds()).isBetween(claimed, claimed * 1.5);
        assertThat(trial.looks()).isEqualTo(number(claim));
    }

    @Test
    void theProofOfRetirementNeedsAsLongAServiceTimeoutAsThePageSays() {
        int claimed = Integer.parseInt(
                Repository.claim(NIMBLE_STUDIO, "With a `ServiceTimeout` below some (\\d+) seconds it never completes")
                        .group(1));
        assertThat(outcomeOfRetirementWithin(claimed - 5)).isEqualTo("DEADLINE_REACHED");
        assertThat(outcomeOfRetirementWithin(claimed + 15)).isEqualTo("SERVICE_RETIRED");
    }

    private static String outcomeOfRetirementWithin(int serviceTimeout) {
        return Trial.delete(
                        ImageKind.NIMBLE_STUDIO,
                        Map.of("ServiceTimeout", String.valueOf(serviceTimeout)),
                        false,
                        ScriptedFunction.NO_SUCH_NAME)
                .outcome();
    }

    @Test
    void aDeletionThatFailsIsRetriedAsOftenAndAfterAsLongAsTheDocumentsSay() {
        Trial trial = Trial.delete(ScriptedFunction.image("DELETE_FAILED", "INTERNAL_ERROR"));
        assertThat(trial.outcome()).isEqualTo("DELETE_FAILED");
        assertThat(number(Repository.claim(GUIDE, "INTERNAL_ERROR is retried (\\w+) times")))
                .isEqualTo(trial.deletions() - 1);
        MatchResult claim = Repository.claim(
                NIMBLE_STUDIO,
                "`INTERNAL_ERROR` is retried (\\w+) times, after (\\d+) s, (\\d+) s, (\\d+) (minutes) and (\\d+) (minutes)");
        assertThat(number(claim)).isEqualTo(trial.deletions() - 1);
        assertThat(trial.tokens()).isEqualTo(trial.deletions());
        List<Double> claimed = List.of(
                seconds(claim.group(2), ""),
                seconds(claim.group(3), ""),
                seconds(claim.group(4), claim.group(5)),
                seconds(claim.group(6), claim.group(7)));
        List<Double> asked = trial.secondsOfDeletions();
        // Between two deletions the failure has to be seen, at the latest 45 s after it happened.
        for (int i = 0; i < claimed.size(); i++) {
            assertThat(asked.get(i + 1) - asked.get(i)).isBetween(claimed.get(i), claimed.get(i) + 45);
        }
    }

    @Test
    void aDeletionThatShowsNothingIsAskedForAgainAfterAsLongAsThePageSays() {
        double claimed = Double.parseDouble(
                Repository.claim(NIMBLE_STUDIO, "still looks untouched (\\d+) seconds after its deletion was accepted")
                        .group(1));
        Trial trial = Trial.delete(READY);
        List<Double> asked = trial.secondsOfDeletions();
        assertThat(asked.get(1)).isBetween(claimed, claimed * 1.5);
        assertThat(trial.tokens()).isEqualTo(trial.deletions());
    }

    @Test
    void aStateThatNobodyKnowsIsDeletedAfterAsLongAsThePagesSay() {
        for (String page : List.of(NIMBLE_STUDIO, Repository.read("infra/APPSTREAM.md"))) {
            MatchResult claim = Repository.claim(page, "unchanged for (\\w+) minutes: Delete");
            Trial trial = Trial.delete(ScriptedFunction.image("SHARE_IN_PROGRESS", ""), ScriptedFunction.NOT_FOUND);
            assertThat(trial.deletions()).isZero();
            trial = Trial.delete(ScriptedFunction.image("SHARE_IN_PROGRESS", ""));
            double first = trial.lines("decided")
                            .filter(line -> line.path("decision").asText().equals("DELETE"))
                            .findFirst()
                            .orElseThrow()
                            .path("elapsedMillis")
                            .asDouble()
                    / 1000;
            assertThat(first).isBetween(number(claim) * 60.0, number(claim) * 60.0 * 1.2);
        }
    }

    @Test
    void anUpdateThatKeepsItsImageGivesUpAfterAsLongAsTheReadmeSays() {
        MatchResult claim = Repository.claim(
                README,
                "(?s)cannot be read for half\\s+of `ServiceTimeout`, at most (\\d+) minutes;\\s+in a rollback, after (\\w+)\\s+tries");
        Reply throttled = ScriptedFunction.error(429, "ThrottlingException", "Rate exceeded");
        double most = Double.parseDouble(claim.group(1)) * 60;
        Trial trial = Trial.update(ImageKind.NIMBLE_STUDIO, false, throttled);
        assertThat(trial.outcome()).isEqualTo("KEPT");
        assertThat(trial.seconds()).isBetween(most, most * 1.1);
        assertThat(trial.response().path("Data").path("Name").asText()).isEmpty();
        Trial rollback = Trial.update(ImageKind.NIMBLE_STUDIO, true, throttled);
        assertThat(rollback.outcome()).isEqualTo("KEPT");
        assertThat(rollback.looks()).isBetween(NUMBERS.indexOf(claim.group(2)), NUMBERS.indexOf(claim.group(2)) + 1);
        assertThat(rollback.seconds()).isLessThan(60);
    }

    @Test
    void noRequestPassesMoreOftenThanTheArchitectureSays() {
        int most = Integer.parseInt(
                Repository.claim(Repository.read("ARCHITECTURE.md"), "passes more than about ([\\d,]+) times")
                        .group(1)
                        .replace(",", ""));
        Trial trial = Trial.delete(ScriptedFunction.error(429, "ThrottlingException", "Rate exceeded"));
        assertThat(trial.outcome()).isEqualTo("DEADLINE_REACHED");
        assertThat(trial.looks()).isBetween(most / 3, most);
    }

    @Test
    void aCallThatIsDeniedIsTriedAsOftenAsTheDocumentsSay() {
        Trial trial = Trial.delete(ScriptedFunction.error(403, "AccessDeniedException", "no"));
        assertThat(trial.outcome()).isEqualTo("ACCESS_DENIED");
        assertThat(number(Repository.claim(GUIDE, "denied a call, (\\w+) times in a row over some seconds")))
                .isEqualTo(trial.looks());
        assertThat(trial.seconds()).isBetween(2.0, 59.0);
    }

    @Test
    void aResponseHasAsManyBytesAsTheDocumentsSay() {
        String limit = String.valueOf(CustomResourceResponse.LIMIT);
        assertThat(Repository.claim(Repository.read("SECURITY.md"), "responses to (\\d+) bytes")
                        .group(1))
                .isEqualTo(limit);
        assertThat(Repository.claim(Repository.read("ARCHITECTURE.md"), "its JSON of at most (\\d+) bytes")
                        .group(1))
                .isEqualTo(limit);
    }

    /** The operators' guide has them all. */
    @Test
    void theReadmeNamesFailureCodesThatThereAreAndNoneTwice() {
        List<String> codes = new ArrayList<>();
        Pattern.compile("(?m)^\\| (`[A-Z_`, ]+`) \\|")
                .matcher(Repository.section("README.md", "When it fails"))
                .results()
                .forEach(row -> codes.addAll(Repository.quoted(row.group(1))));
        assertThat(codes)
                .hasSizeGreaterThan(5)
                .doesNotHaveDuplicates()
                .isSubsetOf(Arrays.stream(FailureCode.values()).map(Enum::name).toList());
    }

    @ParameterizedTest
    @EnumSource
    void aRollbackLeavesTheImageAlone(ImageKind kind) {
        Trial trial = Trial.delete(kind, kind.properties(), true, kind.atRest());
        assertThat(trial.outcome()).isEqualTo("RETAINED");
        assertThat(trial.deletions()).isZero();
    }

    /** What the tables of the pages name, each state by one look. */
    @ParameterizedTest
    @EnumSource
    void theStatesOfThePageAreThoseThatTheFunctionKnows(ImageKind kind) {
        String diagram = Repository.blocks(kind.page(), "mermaid").get(0);
        Stream<String> states = Pattern.compile("\\b[A-Z]{2,}(?:_[A-Z]+)*\\b")
                .matcher(diagram.replaceAll("\\[[A-Z_]+]", ""))
                .results()
                .map(MatchResult::group)
                .distinct();
        String adapter = Repository.read(
                kind == ImageKind.APPSTREAM
                        ? "lambda/src/main/java/io/github/streamingimage/appstream/AppStreamImage.java"
                        : "lambda/src/main/java/io/github/streamingimage/nimble/NimbleImage.java");
        List<String> known = Pattern.compile("\"([A-Z_]+)\"")
                .matcher(
                        adapter.substring(adapter.indexOf("Phase phase("), adapter.indexOf("default -> Phase.UNKNOWN")))
                .results()
                .map(found -> found.group(1))
                .toList();
        List<String> others = List.of("SUCCESS", "FAILED", "INTERNAL_ERROR", "DEPRECATED");
        assertThat(states.filter(state -> known.contains(state) || !others.contains(state)))
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void onlyNimbleStudioIsEverTakenForRetired() {
        Trial trial = Trial.delete(
                ImageKind.APPSTREAM, Map.of("OnServiceRetired", "Succeed"), false, ScriptedFunction.NO_SUCH_NAME);
        assertThat(Repository.read("infra/APPSTREAM.md")).contains("There is no `OnServiceRetired`");
        assertThat(trial.outcome()).isEqualTo("DEADLINE_REACHED");
    }
}
