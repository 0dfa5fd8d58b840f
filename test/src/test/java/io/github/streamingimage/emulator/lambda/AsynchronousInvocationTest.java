package io.github.streamingimage.emulator.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.streamingimage.emulator.lambda.DestinationRecord.Condition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AsynchronousInvocationTest {

    private static final AsynchronousInvocation DEFAULT = AsynchronousInvocation.DEFAULT;

    @Test
    void retriesTwiceAfterOneAndTwoMinutes() {
        assertThat(DEFAULT.delayAfter(1)).contains(Duration.ofSeconds(60));
        assertThat(DEFAULT.delayAfter(2)).contains(Duration.ofSeconds(120));
        assertThat(DEFAULT.delayAfter(3)).isEmpty();
    }

    @Test
    void sendsAnEventUpToItsMaximumAgeAndNoLonger() {
        assertThat(DEFAULT.isExpired(Duration.ofHours(6))).isFalse();
        assertThat(DEFAULT.isExpired(Duration.ofHours(6).plusMillis(1))).isTrue();
        AsynchronousInvocation impatient = DEFAULT.withMaximumEventAge(Duration.ofMinutes(50));
        assertThat(impatient.isExpired(Duration.ofMinutes(50).plusMillis(1))).isTrue();
        assertThat(impatient.delayAfter(2)).contains(Duration.ofSeconds(120));
    }

    @Test
    void recordsAnEventThatExpiredBeforeItsFirstAttemptWithoutAResponse() throws IOException {
        byte[] event = "{\"RequestType\":\"Delete\"}".getBytes(StandardCharsets.UTF_8);
        DestinationRecord record = new DestinationRecord(
                "arn:aws:lambda:us-west-2:123456789012:function:deletion",
                "request-1",
                Condition.EVENT_AGE_EXCEEDED,
                0,
                event,
                Optional.empty());

        JsonNode json = new JsonMapper().readTree(record.json(Instant.parse("2026-01-01T00:00:00.123456Z")));

        assertThat(json.path("timestamp").asText()).isEqualTo("2026-01-01T00:00:00.123Z");
        assertThat(json.at("/requestContext/approximateInvokeCount").asInt()).isZero();
        assertThat(json.at("/requestPayload/RequestType").asText()).isEqualTo("Delete");
        assertThat(json.has("responseContext") || json.has("responsePayload")).isFalse();
    }
}
