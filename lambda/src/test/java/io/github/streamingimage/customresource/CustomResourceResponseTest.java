package io.github.streamingimage.customresource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.streamingimage.customresource.CustomResourceResponse.Status;
import io.github.streamingimage.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomResourceResponseTest {

    private static final Addressee ADDRESSEE = Addressee.of(
            ResponseUrl.of("https://host/key?" + Events.QUERY).orElseThrow(), Events.delete("https://host/key"));

    @Test
    void successHasIdsAndDataAndNoReason() {
        assertThat(fields(CustomResourceResponse.success(ADDRESSEE, "s|i", Map.of("Name", "n", "Arn", "a"), "ADOPTED")))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "Status",
                        "SUCCESS",
                        "RequestId",
                        ADDRESSEE.requestId(),
                        "StackId",
                        ADDRESSEE.stackId(),
                        "LogicalResourceId",
                        "Image",
                        "PhysicalResourceId",
                        "s|i",
                        "Data",
                        Map.of("Name", "n", "Arn", "a")));
    }

    @Test
    void failedHasAReasonAndNoData() {
        assertThat(fields(CustomResourceResponse.failed(ADDRESSEE, "s|i", "CODE", "why", "What to do.")))
                .containsEntry("Status", "FAILED")
                .containsEntry("Reason", "[CODE] why What to do.")
                .doesNotContainKey("Data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "😀", "\"", "\\", "\n", "\u0001", "\uD800", "\u2028"})
    void theReasonGivesWayOnACharacterBoundary(String character) {
        CustomResourceResponse response = failed("[CODE] " + character.repeat(5000));
        byte[] json = response.json();
        assertThat(json.length).isLessThanOrEqualTo(4096).isGreaterThan(4080);
        String reason = (String) fields(response).get("Reason");
        assertThat(reason).startsWith("[CODE] ").endsWith("…");
        assertThat(new String(json, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8))
                .isEqualTo(json);
        String expected = character.equals("\uD800") ? "\uFFFD" : character;
        assertThat(reason.substring(7, reason.length() - 1).replace(expected, ""))
                .isEmpty();
    }

    @Test
    void aReasonThatFitsIsNotTouched() {
        assertThat(fields(failed("x".repeat(3000)))).containsEntry("Reason", "x".repeat(3000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\u0001", "😀"})
    void staysWithinTheLimitWhateverItIsToRepeat(String character) {
        String huge = character.repeat(100_000);
        Addressee hostile = new Addressee(ADDRESSEE.responseUrl(), huge, huge, huge, huge);
        Map<String, String> data = new TreeMap<>();
        for (String name : new String[] {"Arn", "Name", "Ec2ImageId", "Owner", "Platform", "State", "StudioId"}) {
            data.put(name, huge);
        }
        assertThat(CustomResourceResponse.failed(hostile, huge, huge, huge, huge)
                        .json()
                        .length)
                .isLessThanOrEqualTo(4096);
        assertThat(CustomResourceResponse.success(hostile, "s|i", data, huge).json().length)
                .isLessThanOrEqualTo(4096);
    }

    @Test
    void neverTellsTheResponseUrl() {
        CustomResourceResponse response = CustomResourceResponse.failed(
                ADDRESSEE, "s|i", "CODE", "PUT https://host/key?" + Events.QUERY + " failed.", "What to do.");
        assertThat(new String(response.json(), StandardCharsets.UTF_8)).doesNotContain(Events.QUERY);
        assertThat(response.toString()).doesNotContain(Events.QUERY);
    }

    @Test
    void cannotBeBuiltAgainstTheProtocol() {
        assertThatThrownBy(() -> CustomResourceResponse.success(ADDRESSEE, "", Map.of(), "DELETED"))
                .hasMessageContaining("physicalResourceId");
        assertThatThrownBy(() -> new CustomResourceResponse(ADDRESSEE, Status.FAILED, "s|i", null, Map.of(), "CODE"))
                .hasMessageContaining("reason");
        assertThatThrownBy(
                        () -> new CustomResourceResponse(ADDRESSEE, Status.SUCCESS, "s|i", "why", Map.of(), "DELETED"))
                .hasMessageContaining("reason");
    }

    @Test
    void theWordForTheLogIsNotSent() {
        CustomResourceResponse deleted = CustomResourceResponse.success(ADDRESSEE, "s|i", Map.of(), "RETAINED");
        assertThat(deleted.outcome()).isEqualTo("RETAINED");
        assertThat(new String(deleted.json(), StandardCharsets.UTF_8)).doesNotContain("RETAINED");
        assertThat(CustomResourceResponse.failed(ADDRESSEE, "s|i", "CODE", "why", "What to do.")
                        .outcome())
                .isEqualTo("CODE");
    }

    /** FAILED with a Reason of any length. */
    private static CustomResourceResponse failed(String reason) {
        return new CustomResourceResponse(ADDRESSEE, Status.FAILED, "s|i", reason, Map.of(), "CODE");
    }

    private static Map<String, Object> fields(CustomResourceResponse response) {
        JsonReader.Document document = JsonReader.read(response.json());
        assertThat(document.error()).isEmpty();
        return document.fields();
    }
}
