package io.github.streamingimage.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.customresource.CustomResourceResponse;
import io.github.streamingimage.customresource.Events;
import io.github.streamingimage.customresource.RequestReader;
import io.github.streamingimage.json.JsonReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailureCodeTest {

    @ParameterizedTest
    @EnumSource
    void beginsWithTheCodeAndEndsWithAdvice(FailureCode code) {
        assertThat(code.reason("What happened.")).matches("\\[" + code + "] What happened\\. [A-Z].*\\.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\n", "\"", "ä", "漢", "🖥", "a\\b"})
    void keepsTheAdviceInTheAnswerHoweverLongTheDetailIs(String text) {
        String reason = FailureCode.REQUEST_REJECTED.reason(text.repeat(5000));
        assertThat(reason)
                .endsWith("… "
                        + "The same request would be refused again: correct what the service names, then try again.");
        RequestReader.Result.WellFormed read = (RequestReader.Result.WellFormed)
                RequestReader.read(Events.delete("https://example.com/answer?" + Events.QUERY));
        byte[] answer = CustomResourceResponse.failed(read.request().addressee(), "p".repeat(1024), reason)
                .json();
        assertThat(JsonReader.read(answer).fields()).containsEntry("Reason", reason);
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001})
    void cutsOffWhatIsTooLongAndNothingElse(int length) {
        String detail = "x".repeat(length);
        assertThat(FailureCode.ACCESS_DENIED.reason(detail).contains(detail)).isEqualTo(length == 1000);
    }
}
