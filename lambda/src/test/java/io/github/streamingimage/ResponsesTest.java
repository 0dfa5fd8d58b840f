package io.github.streamingimage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.customresource.Addressee;
import io.github.streamingimage.customresource.CustomResourceRequest;
import io.github.streamingimage.customresource.CustomResourceResponse;
import io.github.streamingimage.customresource.Events;
import io.github.streamingimage.customresource.RequestReader;
import io.github.streamingimage.deletion.Decision.Fail;
import io.github.streamingimage.deletion.Decision.Succeed;
import io.github.streamingimage.deletion.Decision.Succeed.Outcome;
import io.github.streamingimage.deletion.Declarations;
import io.github.streamingimage.deletion.FailureCode;
import io.github.streamingimage.deletion.Progress;
import io.github.streamingimage.json.JsonReader;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponsesTest {

    private static final String URL = "https://example.com/response?" + Events.QUERY;
    private static final CustomResourceRequest DELETE = request(Events.delete(URL));
    private static final Progress PROGRESS = Progress.start(Instant.EPOCH, Instant.EPOCH);

    @ParameterizedTest
    @EnumSource
    void beginsWithTheCodeAndEndsWithAdvice(FailureCode code) {
        CustomResourceResponse response = Responses.of(DELETE, new Fail(code, "What happened.", PROGRESS));
        assertThat(response.reason()).matches("\\[" + code + "] What happened\\. [A-Z].*\\.");
        assertThat(response.outcome()).isEqualTo(code.name());
    }

    @ParameterizedTest
    @EnumSource
    void advisesInACleanUpWhatIsGoodForAStackThatStays(FailureCode code) {
        Progress cleaningUp = new Progress(
                PROGRESS.time(),
                0,
                PROGRESS.due(),
                PROGRESS.image(),
                PROGRESS.attempt(),
                null,
                new Declarations(1, "", true),
                PROGRESS.troubles());
        assertThat(Responses.of(DELETE, new Fail(code, "What happened.", cleaningUp))
                        .reason())
                .matches("\\[" + code + "] What happened\\. [A-Z].*\\.")
                .doesNotContain("delete the stack");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\n", "\"", "ä", "漢", "🖥", "a\\b"})
    void keepsTheAdviceInTheResponseHoweverLongTheDetailIs(String text) {
        Addressee addressee = DELETE.addressee();
        Addressee longest = new Addressee(
                addressee.responseUrl(), "r".repeat(512), "s".repeat(512), "l".repeat(512), "p".repeat(1024));
        CustomResourceResponse response = Responses.failed(longest, FailureCode.REQUEST_REJECTED, text.repeat(5000));
        assertThat(response.reason())
                .endsWith("… "
                        + "The same request would be refused again: correct what the service names, then try again.");
        assertThat(JsonReader.read(response.json()).fields()).containsEntry("Reason", response.reason());
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001})
    void cutsOffWhatIsTooLongAndNothingElse(int length) {
        String detail = "x".repeat(length);
        CustomResourceResponse response = Responses.failed(DELETE.addressee(), FailureCode.ACCESS_DENIED, detail);
        assertThat(response.reason().contains(detail)).isEqualTo(length == 1000);
    }

    @Test
    void aDeleteKeepsItsIdAndHasNoAttributes() {
        CustomResourceResponse response =
                Responses.of(DELETE, new Succeed(Outcome.DELETED, "another", Map.of("Name", "n"), PROGRESS));
        assertThat(response.physicalResourceId()).isEqualTo("studio-1|image-1");
        assertThat(response.data()).isEmpty();
        assertThat(response.outcome()).isEqualTo("DELETED");
    }

    @Test
    void aCreateGetsTheIdAndTheAttributesThatWereDecided() {
        CustomResourceResponse response = Responses.of(
                request(Events.create(URL)),
                new Succeed(Outcome.ADOPTED, "studio-1|image-1", Map.of("Name", "n"), PROGRESS));
        assertThat(response.physicalResourceId()).isEqualTo("studio-1|image-1");
        assertThat(response.data()).isEqualTo(Map.of("Name", "n"));
        assertThat(response.outcome()).isEqualTo("ADOPTED");
    }

    private static CustomResourceRequest request(Map<String, Object> event) {
        return ((RequestReader.Result.WellFormed) RequestReader.read(event)).request();
    }
}
